using System.Threading.Channels;
using Signage.Protocols.Dialogues;

namespace Signage.Transports.Loopback;

/// <summary>The card's end of a <see cref="LoopbackMessageLink"/>.</summary>
public sealed class LoopbackCardEnd : IAsyncDisposable
{
    private readonly Channel<WireMessage> _down;
    private readonly Channel<WireAnswer> _up;

    internal LoopbackCardEnd(Channel<WireMessage> down, Channel<WireAnswer> up) => (_down, _up) = (down, up);

    /// <summary>What the controller sent. Completed when its end was closed.</summary>
    public ChannelReader<WireMessage> Input => _down.Reader;

    /// <summary>Says something; false when the controller's end is closed.</summary>
    public bool Answer(WireAnswer answer) => _up.Writer.TryWrite(answer);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _down.Writer.TryComplete();
        _up.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
