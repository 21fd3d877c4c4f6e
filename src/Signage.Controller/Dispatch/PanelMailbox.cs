using System.Threading.Channels;
using Signage.Core.Shows;

namespace Signage.Controller.Dispatch;

/// <summary>Room for one approved show and its brightness, and a bell: a newer one takes the place of one that was not taken yet.</summary>
public sealed class PanelMailbox
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private PanelOrder? _order;

    /// <summary>Puts a show in and rings. Never waits.</summary>
    public void Post(PanelOrder order)
    {
        Volatile.Write(ref _order, order);
        Ring();
    }

    /// <summary>Rings without a show: something else has changed. Never waits.</summary>
    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Takes the newest show; null when nothing was put in since the last time. Never waits.</summary>
    public PanelOrder? TryTake() => Interlocked.Exchange(ref _order, null);

    /// <summary>The show that waits to be taken; null when none does.</summary>
    public Show? Waiting => Volatile.Read(ref _order)?.Show.Value;

    /// <summary>True while no show waits to be taken.</summary>
    public bool IsEmpty => Volatile.Read(ref _order) is null;

    /// <summary>Waits until it rings, or until the time is over.</summary>
    /// <param name="within">How long to wait; null for ever.</param>
    /// <param name="time">The clock of the wait.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when it rang.</returns>
    public async Task<bool> WaitAsync(TimeSpan? within, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = within is { } wait ? new CancellationTokenSource(wait, time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await _rung.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
