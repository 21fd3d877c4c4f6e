using Signage.Core.Text;
using Signage.Transports.Links;

namespace Signage.Transports.Pumping;

/// <summary>The link that a line has open now, or is still waiting for. Used by one caller at a time.</summary>
internal sealed class LinkHolder(Uri endpoint, IPanelTransport transport, TimeProvider time)
{
    private static readonly TimeSpan OpenWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(5);

    private IPanelLink? _link;
    private Task<IPanelLink>? _opening;
    private bool _openingGivenUp;

    /// <summary>Links that did not close in time.</summary>
    public int Abandoned { get; private set; }

    /// <summary>The open link, or a fresh one. That a network refused the last message is told once, before a fresh one is opened.</summary>
    /// <exception cref="LinkException">It cannot be opened, or not in time; or the last message was refused.</exception>
    public async ValueTask<IPanelLink> OpenAsync(CancellationToken cancellationToken)
    {
        if (_link is { } ended && !PumpedLinks.Of(ended).Discard())
        {
            var refusal = ended.Refusal;
            await CloseAsync().ConfigureAwait(false);
            if (refusal is not null)
            {
                throw new LinkException(refusal);
            }
        }

        return _link ??= await OpenFreshAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes what is open; waits a bounded time.</summary>
    public async ValueTask CloseAsync()
    {
        var link = _link;
        _link = null;
        if (link is not null)
        {
            await CloseAsync(link).ConfigureAwait(false);
        }

        if (_opening is not null)
        {
            await DropLateLinkAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<IPanelLink> OpenFreshAsync(CancellationToken cancellationToken)
    {
        if (_opening is { IsCompleted: false })
        {
            throw new LinkException(Words.OpeningHangs.With(EndpointText.Of(endpoint)));
        }

        await DropLateLinkAsync().ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(OpenWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var token = either.Token;

        // On a thread of the pool, because some drivers block before their first await.
        _opening = Task.Run(async () => await transport.OpenAsync(endpoint, token).ConfigureAwait(false), CancellationToken.None);
        try
        {
            var link = await _opening.WaitAsync(token).ConfigureAwait(false);
            _opening = null;
            return link;
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LinkException(Words.NotOpenedWithin.With(EndpointText.Of(endpoint), OpenWithin.TotalSeconds), cause);
        }
    }

    /// <summary>An attempt that nobody waited for to its end may have brought a link after all.</summary>
    private async ValueTask DropLateLinkAsync()
    {
        if (_opening is null || (_openingGivenUp && !_opening.IsCompleted))
        {
            return;
        }

        try
        {
            var late = await _opening.WaitAsync(CloseWithin, time).ConfigureAwait(false);
            await CloseAsync(late).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // It stays in the field, so that the next question does not open a second one beside it; waited for and counted once.
            _openingGivenUp = true;
            Abandoned++;
        }
        catch (Exception)
        {
            // It failed, which was told when it was asked for, whatever it was: there is nothing to close.
        }
        finally
        {
            if (_opening.IsCompleted)
            {
                _opening = null;
                _openingGivenUp = false;
            }
        }
    }

    private async ValueTask CloseAsync(IPanelLink link)
    {
        try
        {
            // Closing may block in a driver: on a thread of the pool, and not for ever.
            await Task.Run(async () => await link.DisposeAsync().ConfigureAwait(false), CancellationToken.None)
                .WaitAsync(CloseWithin, time)
                .ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Too slow, or it threw, whatever it was: the outcome of the exchange on it must not be lost to its closing. It is left behind and counted.
            Abandoned++;
        }
    }
}
