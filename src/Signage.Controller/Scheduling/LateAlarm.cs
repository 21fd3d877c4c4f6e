using Microsoft.Extensions.Logging;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;

namespace Signage.Controller.Scheduling;

/// <summary>
/// An alarm that comes when it can. It is started beside the running site, because a disk that is nearly full keeps it busy for seconds, and nobody who
/// wants to darken a panel may wait for it. One that does not start is tried again with growing pauses; the watchdog keeps the site on time meanwhile.
/// </summary>
/// <param name="start">Starts the alarm; throws what keeps it from starting.</param>
/// <param name="rounds">Rung when it has started, so that it learns its boundary from a round.</param>
/// <param name="pauses">How long to wait between tries.</param>
/// <param name="lineTime">The real clock of waiting.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class LateAlarm(
    Func<CancellationToken, Task<IBoundaryAlarm>> start, Bell rounds, RetryPause pauses, TimeProvider lineTime, ILogger log) : IBoundaryAlarm
{
    // The words of a failed statement of SQL fill a screen and help nobody.
    private const int MostReason = 160;
    private volatile IBoundaryAlarm? _alarm;

    /// <summary>Starts the alarm, and then only waits to be told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The store of an alarm works synchronously, and whoever begins this has other parts to begin.
        await Task.Yield();
        var failures = 0;
        while (await TryAsync(cancellationToken).ConfigureAwait(false) is { } reason)
        {
            if (++failures == 1)
            {
                Log.NotStarted(log, reason);
            }

            await Task.Delay(pauses.After(failures), lineTime, cancellationToken).ConfigureAwait(false);
        }

        if (failures > 0)
        {
            Log.StartedAfterAll(log);
        }

        rounds.Ring();
        await Task.Delay(Timeout.InfiniteTimeSpan, lineTime, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task SetAsync(DateTimeOffset? boundary, CancellationToken cancellationToken) => _alarm?.SetAsync(boundary, cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _alarm?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>One try.</summary>
    /// <returns>Why it did not start; null when it did.</returns>
    private async Task<string?> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            _alarm = await start(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var root = failure.GetBaseException();
            var words = root.Message.ReplaceLineEndings(" ");
            return $"{root.GetType().Name}: {(words.Length > MostReason ? words[..MostReason] + "…" : words)}";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3304, LogLevel.Warning, "Quartz did not start and is tried again; the watchdog keeps the site on time: {Reason}")]
        public static partial void NotStarted(ILogger logger, string reason);

        [LoggerMessage(3305, LogLevel.Information, "Quartz has started after all")]
        public static partial void StartedAfterAll(ILogger logger);
    }
}
