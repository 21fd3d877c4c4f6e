using Signage.Protocols.Dialogues;

namespace Signage.Transports.Decorators;

/// <summary>What passed a tracing link, of whatever shape: one kind of sink hears them all.</summary>
/// <param name="Direction">Which way it went.</param>
/// <param name="At">When it was sent or came in.</param>
public abstract record TracedPiece(LinkDirection Direction, DateTimeOffset At)
{
    /// <summary>Bytes that passed a <see cref="TracingLink"/>.</summary>
    /// <param name="Direction">Which way they went.</param>
    /// <param name="At">When they were sent or came in.</param>
    /// <param name="Data">A copy; the bounds of received pieces mean nothing.</param>
    public sealed record Bytes(LinkDirection Direction, DateTimeOffset At, ReadOnlyMemory<byte> Data) : TracedPiece(Direction, At);

    /// <summary>A message that passed a <see cref="TracingMessageLink"/> to the card.</summary>
    /// <param name="At">When it was sent.</param>
    /// <param name="Content">The message itself.</param>
    public sealed record Message(DateTimeOffset At, WireMessage Content) : TracedPiece(LinkDirection.Sent, At);

    /// <summary>A message that came from the card over a <see cref="TracingMessageLink"/>.</summary>
    /// <param name="At">When somebody took it from the link.</param>
    /// <param name="Content">The message itself.</param>
    public sealed record Answer(DateTimeOffset At, WireAnswer Content) : TracedPiece(LinkDirection.Received, At);
}
