using Microsoft.Extensions.Logging;
using Signage.Controller.Timekeeping;
using Signage.Storage;

namespace Signage.Controller.Planning;

/// <summary>
/// Makes up for nights that nobody was awake for. A machine that is switched off, or sleeps, every night would never be looked after by a bell of the night alone, so the shelf
/// of backups is looked at instead: at the start, and every hour. A clock that nobody believes says nothing about nights.
/// </summary>
/// <param name="store">The memory of the site.</param>
/// <param name="wall">What time it is.</param>
/// <param name="bell">Rung when the daily care is overdue.</param>
/// <param name="line">Counts the hours.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class MissedNights(SiteStore store, SiteWall wall, Bell bell, TimeProvider line, ILogger log)
{
    // A night, and what the hour of one care may differ from that of the next.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(26);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>True when the newest backup is so old that a night was missed, or there is none.</summary>
    public bool IsOverdue => wall.Now is { } now && (store.BackedUpAt is not { } backup || backup + Longest <= now);

    /// <summary>Looks until told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // What was founded a moment ago has nothing yet that could be lost.
        if (store.Report is not OpeningReport.Fresh)
        {
            Look();
        }

        using var timer = new PeriodicTimer(Every, line);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            Look();
        }
    }

    private void Look()
    {
        try
        {
            if (IsOverdue)
            {
                bell.Ring();
            }
        }
        catch (Exception failure)
        {
            // The next hour looks again; no panel waits for this.
            Log.NotLooked(log, failure.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3019, LogLevel.Error, "nobody knows whether a backup is overdue: {Reason}")]
        public static partial void NotLooked(ILogger logger, string reason);
    }
}
