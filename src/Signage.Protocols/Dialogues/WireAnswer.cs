namespace Signage.Protocols.Dialogues;

/// <summary>What came in on a link whose messages have bounds. The text of each is fit for a log line and never tells the content.</summary>
public abstract record WireAnswer
{
    private WireAnswer()
    {
    }

    /// <summary>One packet of a datagram link.</summary>
    /// <param name="Data">The whole packet.</param>
    public sealed record Datagram(ReadOnlyMemory<byte> Data) : WireAnswer
    {
        /// <inheritdoc/>
        public override string ToString() => $"datagram {Data.Length} bytes";
    }

    /// <summary>What a card published.</summary>
    /// <param name="Name">The topic below the base of the endpoint.</param>
    /// <param name="Payload">May be empty.</param>
    public sealed record Topic(string Name, ReadOnlyMemory<byte> Payload) : WireAnswer
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Name} {Payload.Length} bytes";
    }

    /// <summary>The answer to the last request of an exchange link.</summary>
    /// <param name="Status">The status code of HTTP, such as 200.</param>
    /// <param name="ContentType">What the body is said to be; null when nothing is said.</param>
    /// <param name="Body">May be empty.</param>
    public sealed record Reply(int Status, string? ContentType, ReadOnlyMemory<byte> Body) : WireAnswer
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Status} {Body.Length} bytes";
    }
}
