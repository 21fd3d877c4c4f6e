using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Meddling;

/// <summary>What is done to a link on purpose. This one does nothing; others override what they spoil. Called by one conversation at a time.</summary>
public class Mischief
{
    /// <summary>A link that is left in peace.</summary>
    public static Mischief None { get; } = new();

    /// <summary>True when no link can be opened at all.</summary>
    public virtual bool RefusesToOpen => false;

    /// <summary>True when what is heard on a stream comes byte by byte, each only after the one before was looked at. Counts for links that are opened from now on.</summary>
    public virtual bool Trickles => false;

    /// <summary>What leaves on a stream instead of a packet.</summary>
    public virtual Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet) => new([packet]);

    /// <summary>What is heard of a stream instead of what came in.</summary>
    public virtual IReadOnlyList<ReadOnlyMemory<byte>> Hear(ReadOnlyMemory<byte> piece) => [piece];

    /// <summary>What leaves instead of a message.</summary>
    public virtual Sending<WireMessage> Send(WireMessage message) => new([message]);

    /// <summary>What is heard instead of an answer.</summary>
    public virtual IReadOnlyList<WireAnswer> Hear(WireAnswer answer) => [answer];
}

/// <summary>What leaves, and what happens to the link then.</summary>
/// <typeparam name="T">Bytes or messages.</typeparam>
/// <param name="Pieces">In order; empty when it is swallowed.</param>
public sealed record Sending<T>(IReadOnlyList<T> Pieces)
{
    /// <summary>How long to wait between two pieces of a stream. Without it the network joins them, and nobody meets them apart.</summary>
    public TimeSpan Gap { get; init; }

    /// <summary>True when the link breaks afterwards.</summary>
    public bool ThenHangsUp { get; init; }

    /// <summary>Heard at once, as if it had been under way already; null for nothing.</summary>
    public KeptAnswers? ThenHears { get; init; }
}

/// <summary>Answers that were kept back: of a stream, or of a link with messages.</summary>
/// <param name="Bytes">Pieces of a stream in order.</param>
/// <param name="Answers">Messages in order.</param>
public sealed record KeptAnswers(IReadOnlyList<ReadOnlyMemory<byte>> Bytes, IReadOnlyList<WireAnswer> Answers)
{
    /// <summary>True when nothing was kept back.</summary>
    public bool IsEmpty => Bytes.Count == 0 && Answers.Count == 0;
}
