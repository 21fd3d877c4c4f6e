using System.Threading.Channels;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Transports.Decorators;

/// <summary>Tells somebody of every message that passes, without its content: replies of players may hold passwords of the network. Owns the link inside.</summary>
public sealed class TracingMessageLink : IMessageLink
{
    private readonly IMessageLink _link;
    private readonly Action<LinkDirection, string> _sink;
    private readonly Heard _heard;

    /// <summary>Starts listening in.</summary>
    /// <param name="link">The link to listen in on.</param>
    /// <param name="sink">Gets one line for each message; must neither wait nor throw.</param>
    public TracingMessageLink(IMessageLink link, Action<LinkDirection, string> sink)
    {
        ArgumentNullException.ThrowIfNull(link);
        (_link, _sink) = (link, sink);
        _heard = new Heard(link.Input, answer => sink(LinkDirection.Received, answer.ToString()!));
    }

    /// <inheritdoc/>
    public LinkShape Shape => _link.Shape;

    /// <inheritdoc/>
    public ChannelReader<WireAnswer> Input => _heard;

    /// <inheritdoc/>
    public string WhyClosed => _link.WhyClosed;

    /// <inheritdoc/>
    public string? Refusal => _link.Refusal;

    /// <inheritdoc/>
    public ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        _sink(LinkDirection.Sent, message.ToString()!);
        return _link.SendAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private sealed class Heard(ChannelReader<WireAnswer> inner, Action<WireAnswer> told) : ChannelReader<WireAnswer>
    {
        public override Task Completion => inner.Completion;

        public override bool TryRead([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out WireAnswer item)
        {
            if (!inner.TryRead(out item))
            {
                return false;
            }

            told(item);
            return true;
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => inner.WaitToReadAsync(cancellationToken);
    }
}
