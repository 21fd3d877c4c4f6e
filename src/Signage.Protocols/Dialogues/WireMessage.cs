namespace Signage.Protocols.Dialogues;

/// <summary>What a dialogue wants sent. Its kind must fit the shape of the link.</summary>
public abstract record WireMessage
{
    private WireMessage()
    {
    }

    /// <summary>Bytes for a stream link (serial, tcp, transparent mqtt).</summary>
    /// <param name="Data">The whole packet.</param>
    public sealed record Bytes(ReadOnlyMemory<byte> Data) : WireMessage;
}
