using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Signage.Controller.Scheduling;

/// <summary>
/// Tells the alarm which boundary comes next, on a task of its own: whatever the alarm or its disk does, rounds go on. The newest boundary wins;
/// one that could not be set is tried again with the next round.
/// </summary>
/// <param name="alarm">Rings at the boundary.</param>
/// <param name="lineTime">The real clock of waiting.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class AlarmClock(IBoundaryAlarm alarm, TimeProvider lineTime, ILogger log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Channel<DateTimeOffset?> _wanted = Channel.CreateBounded<DateTimeOffset?>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Wants the alarm at a boundary; null for none. Never waits.</summary>
    public void Want(DateTimeOffset? boundary) => _wanted.Writer.TryWrite(boundary);

    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var setting = Task.CompletedTask;
        while (true)
        {
            var boundary = await _wanted.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                // One that hangs is not joined by a second.
                setting = setting.IsCompleted ? alarm.SetAsync(boundary, cancellationToken) : setting;
                await setting.WaitAsync(Patience, lineTime, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                Log.NotSet(log, boundary, failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3301, LogLevel.Warning, "the alarm at {Boundary} could not be set; the watchdog keeps the site on time")]
        public static partial void NotSet(ILogger logger, DateTimeOffset? boundary, Exception failure);
    }
}
