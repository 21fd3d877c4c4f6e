using Microsoft.Extensions.Logging;

namespace Signage.Controller.Health;

/// <summary>Writes down how rounds go: that one is under way, how long it took, that it failed.</summary>
/// <param name="pulse">The heartbeat of the rounds.</param>
/// <param name="meter">Counts.</param>
/// <param name="time">A clock that never stops.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class RoundRecord(Pulse pulse, SiteMeter meter, TimeProvider time, ILogger log)
{
    private readonly Repeats _repeats = new(time);

    /// <summary>Runs one round; a failure is written down and answered with null.</summary>
    public async Task<T?> WatchAsync<T>(Func<Task<T>> round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var started = time.GetTimestamp();
        using (pulse.Doing(Pulses.Ordinary))
        {
            try
            {
                return await round().ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (_repeats.IsNews(failure))
                {
                    Log.Failed(log, failure);
                }

                return default;
            }
            finally
            {
                meter.Round(time.GetElapsedTime(started));
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3302, LogLevel.Error, "a round failed; the next one comes within a second")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
