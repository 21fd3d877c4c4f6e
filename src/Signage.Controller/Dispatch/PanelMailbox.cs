using System.Threading.Channels;
using Signage.Core.Review;
using Signage.Core.Shows;

namespace Signage.Controller.Dispatch;

/// <summary>Room for one approved show; a newer one takes the place of one that was not taken yet.</summary>
public sealed class PanelMailbox
{
    private readonly Channel<Approved<Show>> _box = Channel.CreateBounded<Approved<Show>>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Puts a show in. Never waits.</summary>
    public void Post(Approved<Show> show) => _box.Writer.TryWrite(show);

    /// <summary>True while nothing waits to be taken.</summary>
    public bool IsEmpty => _box.Reader.Count == 0;

    /// <summary>Takes the newest show, waiting for one.</summary>
    public ValueTask<Approved<Show>> TakeAsync(CancellationToken cancellationToken) => _box.Reader.ReadAsync(cancellationToken);

    /// <summary>Takes what is there now; null when nothing is. Never waits.</summary>
    public Approved<Show>? TryTake() => _box.Reader.TryRead(out var show) ? show : null;

    /// <summary>Takes a newer show if one comes in time; null when none does.</summary>
    /// <param name="within">How long to wait; null for ever.</param>
    /// <param name="time">The clock of the wait.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Approved<Show>?> TakeNewerAsync(TimeSpan? within, TimeProvider time, CancellationToken cancellationToken)
    {
        if (within is not { } wait)
        {
            return await TakeAsync(cancellationToken).ConfigureAwait(false);
        }

        using var late = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await TakeAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
