using System.Threading.Channels;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Transports.Links;

namespace Signage.Conformance.Meddling;

/// <summary>A link with messages and a meddler in it. Owns the link inside.</summary>
internal sealed class MeddledMessageLink : IMessageLink
{
    private const int MostWaiting = 256;

    private readonly IMessageLink _link;
    private readonly Meddler _meddler;
    private readonly Channel<WireAnswer> _heard = Channel.CreateBounded<WireAnswer>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _feeding;
    private volatile string? _fault;
    private bool _hungUp;
    private int _disposed;

    public MeddledMessageLink(IMessageLink link, Meddler meddler)
    {
        (_link, _meddler) = (link, meddler);
        _feeding = Task.Run(FeedAsync);
    }

    /// <inheritdoc />
    public LinkShape Shape => _link.Shape;

    /// <inheritdoc />
    public ChannelReader<WireAnswer> Input => _heard.Reader;

    /// <inheritdoc />
    public string WhyClosed => _hungUp ? Words.CutOnPurpose : _fault ?? _link.WhyClosed;

    /// <inheritdoc />
    public string? Refusal => _hungUp ? null : _link.Refusal;

    /// <inheritdoc />
    public async ValueTask SendAsync(WireMessage message, CancellationToken cancellationToken)
    {
        if (_hungUp)
        {
            throw new LinkException(WhyClosed);
        }

        _meddler.Count(message);
        var sending = _meddler.Mischief.Send(message);
        foreach (var piece in sending.Pieces)
        {
            await _link.SendAsync(piece, cancellationToken).ConfigureAwait(false);
        }

        foreach (var late in sending.ThenHears?.Answers ?? [])
        {
            _heard.Writer.TryWrite(late);
        }

        if (sending.ThenHangsUp)
        {
            _hungUp = true;
            await StopAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await StopAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _feeding.ConfigureAwait(false);
        await _link.DisposeAsync().ConfigureAwait(false);
    }

    private async Task FeedAsync()
    {
        try
        {
            await foreach (var answer in _link.Input.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                foreach (var heard in _meddler.Mischief.Hear(answer))
                {
                    _heard.Writer.TryWrite(heard);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The link is being closed, or was cut on purpose.
            return;
        }
        catch (Exception fault)
        {
            // Whatever it was: told as the reason why nothing comes in any more, instead of by whoever closes the link.
            _fault = Words.Threw.With(fault.GetType().Name, fault.Message);
        }
        finally
        {
            _heard.Writer.TryComplete();
        }
    }
}
