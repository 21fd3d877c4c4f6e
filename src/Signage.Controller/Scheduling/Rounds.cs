using Microsoft.Extensions.Logging;
using Signage.Controller.Planning;

namespace Signage.Controller.Scheduling;

/// <summary>Runs a round whenever the bell rings, one after another, and wants the alarm at the next boundary after each. A round that fails costs a second.</summary>
/// <param name="bell">Asks for rounds.</param>
/// <param name="reconciler">Runs them.</param>
/// <param name="alarm">Told the next boundary.</param>
/// <param name="siteTime">Site time.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class Rounds(Bell bell, Reconciler reconciler, AlarmClock alarm, TimeProvider siteTime, ILogger log)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Runs rounds until told to stop; the first one at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        bell.Ring();
        while (true)
        {
            await bell.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                alarm.Want(await reconciler.RunAsync(siteTime.GetUtcNow(), cancellationToken).ConfigureAwait(false));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(log, failure);
            }
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

    private static partial class Log
    {
        [LoggerMessage(3302, LogLevel.Error, "a round failed; the next one comes within a second")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
