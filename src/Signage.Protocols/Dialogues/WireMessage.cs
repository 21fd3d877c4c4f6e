namespace Signage.Protocols.Dialogues;

/// <summary>What a dialogue wants sent. Its kind must fit the shape of the link.</summary>
public abstract record WireMessage
{
    private WireMessage()
    {
    }

    /// <summary>How many bytes of content go out; headers of the medium are not counted.</summary>
    public abstract int Length { get; }

    /// <summary>Bytes for a stream link (serial, tcp, transparent mqtt).</summary>
    /// <param name="Data">The whole packet.</param>
    public sealed record Bytes(ReadOnlyMemory<byte> Data) : WireMessage
    {
        /// <inheritdoc/>
        public override int Length => Data.Length;

        /// <inheritdoc/>
        public override string ToString() => $"{Length} bytes";
    }

    /// <summary>Packets for a datagram link, sent one behind the other: a picture that does not fit in one.</summary>
    /// <param name="Packets">At least one; each as large as the profile allows.</param>
    public sealed record Datagrams(IReadOnlyList<ReadOnlyMemory<byte>> Packets) : WireMessage
    {
        /// <inheritdoc/>
        public override int Length => Packets.Sum(packet => packet.Length);

        /// <inheritdoc/>
        public override string ToString() => $"{Packets.Count} datagrams, {Length} bytes";
    }

    /// <summary>One payload on a topic of a native MQTT card. At most once and not retained: what a broker keeps would be lit again at the next power-up.</summary>
    /// <param name="Name">The topic below the base of the endpoint, such as <c>custom/notice</c>.</param>
    /// <param name="Payload">May be empty.</param>
    public sealed record Topic(string Name, ReadOnlyMemory<byte> Payload) : WireMessage
    {
        /// <inheritdoc/>
        public override int Length => Payload.Length;

        /// <inheritdoc/>
        public override string ToString() => $"{Name} {Length} bytes";
    }

    /// <summary>One request of an exchange link.</summary>
    /// <param name="Method">Such as <c>GET</c>, in capital letters.</param>
    /// <param name="Path">From the root of the host, such as <c>/api/info.json</c>, escaped where needed.</param>
    /// <param name="ContentType">What the body is; null where there is none.</param>
    /// <param name="Body">May be empty.</param>
    public sealed record Request(string Method, string Path, string? ContentType, ReadOnlyMemory<byte> Body) : WireMessage
    {
        /// <inheritdoc/>
        public override int Length => Body.Length;

        /// <inheritdoc/>
        public override string ToString() => $"{Method} {Path} {Length} bytes";

        /// <summary>Asks for something.</summary>
        public static Request Get(string path) => new("GET", path, null, ReadOnlyMemory<byte>.Empty);
    }
}
