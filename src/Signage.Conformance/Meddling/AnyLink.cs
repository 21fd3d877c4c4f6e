using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Meddling;

/// <summary>No link can be opened.</summary>
internal sealed class ClosedDoor : Mischief
{
    /// <inheritdoc />
    public override bool RefusesToOpen => true;
}

/// <summary>Everything arrives, nothing is heard.</summary>
internal sealed class Deafness : Mischief
{
    /// <inheritdoc />
    public override IReadOnlyList<ReadOnlyMemory<byte>> Hear(ReadOnlyMemory<byte> piece) => [];

    /// <inheritdoc />
    public override IReadOnlyList<WireAnswer> Hear(WireAnswer answer) => [];
}

/// <summary>A link that is open on one side only: it takes whatever it is given, and nothing arrives.</summary>
internal sealed class HalfOpen : Mischief
{
    /// <inheritdoc />
    public override Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet) => new([]);

    /// <inheritdoc />
    public override Sending<WireMessage> Send(WireMessage message) => new([]);

    /// <inheritdoc />
    public override IReadOnlyList<ReadOnlyMemory<byte>> Hear(ReadOnlyMemory<byte> piece) => [];

    /// <inheritdoc />
    public override IReadOnlyList<WireAnswer> Hear(WireAnswer answer) => [];
}

/// <summary>Every answer comes twice.</summary>
internal sealed class Echo : Mischief
{
    /// <inheritdoc />
    public override IReadOnlyList<ReadOnlyMemory<byte>> Hear(ReadOnlyMemory<byte> piece) => [piece, piece];

    /// <inheritdoc />
    public override IReadOnlyList<WireAnswer> Hear(WireAnswer answer) => [answer, answer];
}

/// <summary>Keeps every answer back.</summary>
internal sealed class AnswersKeptBack : Mischief
{
    private readonly Lock _lock = new();
    private readonly List<ReadOnlyMemory<byte>> _bytes = [];
    private readonly List<WireAnswer> _answers = [];

    /// <summary>What was kept back so far.</summary>
    public KeptAnswers Kept
    {
        get
        {
            lock (_lock)
            {
                return new KeptAnswers([.. _bytes], [.. _answers]);
            }
        }
    }

    /// <inheritdoc />
    public override IReadOnlyList<ReadOnlyMemory<byte>> Hear(ReadOnlyMemory<byte> piece)
    {
        lock (_lock)
        {
            _bytes.Add(piece);
            return [];
        }
    }

    /// <inheritdoc />
    public override IReadOnlyList<WireAnswer> Hear(WireAnswer answer)
    {
        lock (_lock)
        {
            _answers.Add(answer);
            return [];
        }
    }
}

/// <summary>The first question does not arrive; in its place answers to an older one are heard.</summary>
/// <param name="older">The older answers.</param>
/// <param name="arrives">True when the question arrives all the same.</param>
internal sealed class LateAnswers(KeptAnswers older, bool arrives) : Mischief
{
    private bool _delivered;

    /// <inheritdoc />
    public override Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet) => new(arrives ? [packet] : []) { ThenHears = Take() };

    /// <inheritdoc />
    public override Sending<WireMessage> Send(WireMessage message) => new(arrives ? [message] : []) { ThenHears = Take() };

    private KeptAnswers? Take()
    {
        var first = !_delivered;
        _delivered = true;
        return first ? older : null;
    }
}

/// <summary>The plug is pulled while the first packet leaves: half of it arrives, or its message whole and nothing more.</summary>
internal sealed class Cut : Mischief
{
    /// <inheritdoc />
    public override Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet) => new([packet[..(packet.Length / 2)]]) { ThenHangsUp = true };

    /// <inheritdoc />
    public override Sending<WireMessage> Send(WireMessage message) => new(message switch
    {
        WireMessage.Datagrams { Packets: { Count: > 1 } packets } => [new WireMessage.Datagrams([.. packets.Take(packets.Count / 2)])],
        WireMessage.Datagrams => [],
        _ => [message],
    })
    { ThenHangsUp = true };
}
