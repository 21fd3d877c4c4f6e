using Microsoft.Extensions.Logging;
using Signage.Core.Text;

namespace Signage.Controller.Health;

/// <summary>
/// Looks at every heartbeat and tells the service manager that the site lives. A part that hangs ends the watch, and with it the site: the service
/// manager starts it again, and after that every panel gets what it should show.
/// </summary>
/// <param name="pulses">The heartbeats.</param>
/// <param name="manager">The service manager.</param>
/// <param name="time">A clock that never stops.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class HealthWatch(Pulses pulses, SystemdNotice manager, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Watches until told to stop.</summary>
    /// <exception cref="TimeoutException">A part hangs; the message names it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            if (pulses.Hung is [var (part, overdue), ..])
            {
                var words = Words.PartHangs.With(part, Math.Round(overdue.TotalSeconds));
                Log.Hung(log, words);
                throw new TimeoutException(words);
            }

            manager.Alive();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3510, LogLevel.Critical, "{Words}")]
        public static partial void Hung(ILogger logger, string words);
    }
}
