using Quartz;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;

namespace Signage.Controller.Scheduling;

/// <summary>
/// Quartz as the alarm clock. A boundary that was missed rings at once, because a late round does no harm. A night that was missed is let go: what a bell was to do
/// is looked for where it shows, in the shelf of backups and in the clocks of the cards at every start. Its store is a file of its own that holds nothing worth keeping.
/// </summary>
public sealed class QuartzAlarm : IBoundaryAlarm
{
    private static readonly JobKey Job = new("boundary");
    private static readonly TriggerKey Trigger = new("boundary");

    // When nobody looks at a panel, and before people come to the office.
    private static readonly Nightly Daily = new("daily", "0 30 3 * * ?");

    // After clocks are put forward and back.
    private static readonly Nightly Clocks = new("clocks", "0 10 4 * * ?");
    private readonly TimeProvider _time;
    private readonly SiteBells _bells;
    private IScheduler? _scheduler;
    private DateTimeOffset? _set;

    private QuartzAlarm(TimeProvider time, SiteBells bells) => (_time, _bells) = (time, bells);

    /// <summary>Starts Quartz on site time. Where it does not start its file is taken away, so that the next try makes it anew: a damaged one would never do.</summary>
    /// <param name="settings">Where the file is, and the zone of the daily care.</param>
    /// <param name="siteTime">Site time.</param>
    /// <param name="bells">What it rings.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IBoundaryAlarm> StartAsync(SiteSettings settings, TimeProvider siteTime, SiteBells bells, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var file = settings.QuartzStore ? Path.Combine(settings.Data, "quartz.db") : null;
        var alarm = new QuartzAlarm(siteTime, bells);
        try
        {
            await alarm.StartAsync(file, TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone), cancellationToken).ConfigureAwait(false);
            return alarm;
        }
        catch (Exception failure)
        {
            await alarm.DisposeAsync().ConfigureAwait(false);
            if (file is not null && failure is not OperationCanceledException)
            {
                Forget(settings.Data);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public async Task SetAsync(DateTimeOffset? boundary, CancellationToken cancellationToken)
    {
        if (boundary == _set)
        {
            return;
        }

        // Only what was really set counts as set, so that a failure is mended by the next round.
        _set = null;
        if (boundary is { } at)
        {
            var trigger = TriggerBuilder.Create(_time).WithIdentity(Trigger).ForJob(Job).StartAt(at)
                .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
            if (await _scheduler!.RescheduleJob(Trigger, trigger, cancellationToken).ConfigureAwait(false) is null)
            {
                await _scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }
        else
        {
            await _scheduler!.UnscheduleJob(Trigger, cancellationToken).ConfigureAwait(false);
        }

        _set = boundary;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static void Forget(string folder)
    {
        try
        {
            foreach (var part in Directory.EnumerateFiles(folder, "quartz.db*"))
            {
                File.Delete(part);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What cannot be taken away stays, and the next try says what is wrong with it.
            return;
        }
    }

    private async Task StartAsync(string? file, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var builder = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.UseTimeProvider(_time);
            quartz.AddJobType(_ => new BoundaryJob(Rung));
            quartz.AddJobType(_ => new DailyJob(_bells.Daily.Ring));
            quartz.AddJobType(_ => new ClockJob(_bells.Clocks.Ring));
            if (file is not null)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UseSqlite($"Data Source={file}");
                    store.UseSystemTextJsonSerializer();
                    store.ProvisionSchema();
                });
            }
        });
        _scheduler = await builder.BuildScheduler(cancellationToken).ConfigureAwait(false);
        await _scheduler.AddJob(JobBuilder.Create<BoundaryJob>().WithIdentity(Job).StoreDurably().Build(), new AddJobOptions { Replace = true }, cancellationToken)
            .ConfigureAwait(false);
        await SetNightlyAsync<DailyJob>(Daily, zone, cancellationToken).ConfigureAwait(false);
        await SetNightlyAsync<ClockJob>(Clocks, zone, cancellationToken).ConfigureAwait(false);
        await _scheduler.Start(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets a job of every night, once: a trigger that is there already, and is the same, is left as it is.</summary>
    private async Task SetNightlyAsync<TJob>(Nightly night, TimeZoneInfo zone, CancellationToken cancellationToken)
        where TJob : IJob
    {
        var (job, trigger) = (new JobKey(night.Name), new TriggerKey(night.Name));
        await _scheduler!.AddJob(JobBuilder.Create<TJob>().WithIdentity(job).StoreDurably().Build(), new AddJobOptions { Replace = true }, cancellationToken)
            .ConfigureAwait(false);
        if (await _scheduler.GetTrigger(trigger, cancellationToken).ConfigureAwait(false) is ICronTrigger there && there.TimeZone.Id == zone.Id
            && there.MisfireInstruction == CronTriggerMisfireInstruction.DoNothing)
        {
            return;
        }

        await _scheduler.UnscheduleJob(trigger, cancellationToken).ConfigureAwait(false);
        var schedule = CronScheduleBuilder.Create(night.At).InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
        await _scheduler.ScheduleJob(
            TriggerBuilder.Create(_time).WithIdentity(trigger).ForJob(job).WithSchedule(schedule).Build(), cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>It rang, so nothing is set any more: after a clock that was set back the same boundary has to be set again.</summary>
    private void Rung()
    {
        _set = null;
        _bells.Rounds.Ring();
    }

    /// <summary>A job of every night.</summary>
    /// <param name="Name">Of job and trigger.</param>
    /// <param name="At">When, in site time.</param>
    private sealed record Nightly(string Name, string At);
}
