using System.Threading.Channels;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Decorators;

/// <summary>Shows every message that passes to somebody, unchanged. Owns the link inside.</summary>
public sealed class TracingMessageLink : IMessageLink
{
    private readonly IMessageLink _link;
    private readonly Action<TracedPiece> _sink;
    private readonly TimeProvider _time;

    /// <summary>Starts listening in.</summary>
    /// <param name="link">The link to listen in on.</param>
    /// <param name="sink">Gets every message; must neither wait nor throw.</param>
    /// <param name="time">Dates the messages.</param>
    public TracingMessageLink(IMessageLink link, Action<TracedPiece> sink, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(link);
        (_link, _sink, _time) = (link, sink, time);
        Input = new DrawnAnswers(link.Input, Tell);
    }

    /// <inheritdoc/>
    public LinkShape Shape => _link.Shape;

    /// <inheritdoc/>
    public ChannelReader<WireAnswer> Input { get; }

    /// <inheritdoc/>
    public string WhyClosed => _link.WhyClosed;

    /// <inheritdoc/>
    public string? Refusal => _link.Refusal;

    /// <inheritdoc/>
    public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        _sink(new TracedPiece.Message(_time.GetUtcNow(), message));
        return _link.SendAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private IReadOnlyList<WireAnswer> Tell(WireAnswer answer)
    {
        _sink(new TracedPiece.Answer(_time.GetUtcNow(), answer));
        return [answer];
    }
}
