using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Meddling;

/// <summary>So many packets of a conversation arrive, of a stream half of the next one too, and then nothing more: the link breaks.</summary>
/// <param name="packets">How many; a datagram counts as one.</param>
internal sealed class CutAfter(int packets) : Mischief
{
    /// <summary>How many packets were let through so far.</summary>
    public int Passed { get; private set; }

    /// <summary>Whether there was a packet that was not.</summary>
    public bool HasCut { get; private set; }

    /// <inheritdoc />
    public override Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet) => Take(1) == 1 ? new([packet]) : Cut([packet[..(packet.Length / 2)]]);

    /// <inheritdoc />
    public override Sending<WireMessage> Send(WireMessage message)
    {
        if (message is not WireMessage.Datagrams(var datagrams))
        {
            return Take(1) == 1 ? new([message]) : Cut<WireMessage>([]);
        }

        var taken = Take(datagrams.Count);
        return taken == datagrams.Count ? new([message])
            : Cut<WireMessage>(taken == 0 ? [] : [new WireMessage.Datagrams([.. datagrams.Take(taken)])]);
    }

    private int Take(int wanted)
    {
        var taken = Math.Min(wanted, packets - Passed);
        Passed += taken;
        return taken;
    }

    private Sending<T> Cut<T>(IReadOnlyList<T> rest)
    {
        HasCut = true;
        return new(rest) { ThenHangsUp = true };
    }
}
