using Signage.Controller.Health;
using Signage.Controller.Planning;

namespace Signage.Controller.Scheduling;

/// <summary>Runs a round whenever the bell rings, one after another, and wants the alarm at the next boundary after each. A round that fails costs a second.</summary>
/// <param name="bell">Asks for rounds.</param>
/// <param name="reconciler">Runs them.</param>
/// <param name="alarm">Told the next boundary.</param>
/// <param name="siteTime">Site time.</param>
/// <param name="record">Writes down how rounds go.</param>
public sealed class Rounds(Bell bell, Reconciler reconciler, AlarmClock alarm, TimeProvider siteTime, RoundRecord record)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Runs rounds until told to stop; the first one at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        bell.Ring();
        while (true)
        {
            await bell.WaitAsync(cancellationToken).ConfigureAwait(false);
            alarm.Want(await record.WatchAsync(() => reconciler.RunAsync(siteTime.GetUtcNow(), cancellationToken)).ConfigureAwait(false));
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
