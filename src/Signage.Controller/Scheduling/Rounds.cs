using Signage.Controller.Dispatch;
using Signage.Controller.Planning;

namespace Signage.Controller.Scheduling;

/// <summary>Runs a round whenever the bell rings, one after another, and sets the alarm for the next boundary after each.</summary>
/// <param name="bell">Asks for rounds.</param>
/// <param name="reconciler">Runs them.</param>
/// <param name="alarm">Rings at the next boundary.</param>
/// <param name="fleet">Watched for workers that broke.</param>
/// <param name="siteTime">Site time.</param>
public sealed class Rounds(Bell bell, Reconciler reconciler, IBoundaryAlarm alarm, PanelFleet fleet, TimeProvider siteTime)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Runs rounds until told to stop; the first one at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        bell.Ring();
        while (true)
        {
            await bell.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (fleet.Broken is { } broken)
            {
                await broken.ConfigureAwait(false);
            }

            var next = reconciler.Run(siteTime.GetUtcNow());
            await alarm.SetAsync(next, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Rings once a second, so that a lost wake-up costs a second and never a wrong picture.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Beat, siteTime);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            bell.Ring();
        }
    }
}
