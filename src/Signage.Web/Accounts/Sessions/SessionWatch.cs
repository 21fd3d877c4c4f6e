using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Signage.Web.Accounts.Sessions;

/// <summary>Takes sessions over at start, and from then on ends those that do not hold any more: a page that is only looked at asks for nothing, and would never learn that its person was revoked.</summary>
/// <param name="sessions">The sessions.</param>
/// <param name="clock">The clock of log-in.</param>
/// <param name="log">Tells a technician.</param>
internal sealed partial class SessionWatch(SessionBook sessions, AccountClock clock, ILogger<SessionWatch> log) : BackgroundService
{
    /// <summary>Half of what is promised, so that one look may come late or fail.</summary>
    private static readonly TimeSpan Pace = SessionLimits.SeenWithin / 2;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await sessions.LoadAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the shelf what it does not know yet, in time of its own: pages that were open may have used up the host's.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        using var left = clock.LastMoments();
        try
        {
            await sessions.Writer.WriteAsync(left.Token).ConfigureAwait(false);
        }
        catch (Exception failed)
        {
            Log.NotLeft(log, failed);
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(SweepAsync(stoppingToken), sessions.Writer.RunAsync(stoppingToken));

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Pace, clock.Time);
        while (await ticks.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await sessions.SweepAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                // Requests look for themselves; the next look comes in half a minute.
                Log.NotLooked(log, failed);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Error, "Nobody could look after open pages just now; it is tried again in half a minute")]
        public static partial void NotLooked(ILogger logger, Exception failed);

        [LoggerMessage(4006, LogLevel.Error, "The last changes of sessions could not be written down")]
        public static partial void NotLeft(ILogger logger, Exception failed);
    }
}
