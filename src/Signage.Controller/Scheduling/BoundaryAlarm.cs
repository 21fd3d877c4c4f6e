using Quartz;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;

namespace Signage.Controller.Scheduling;

/// <summary>Wakes the site at the plan's next boundary.</summary>
public interface IBoundaryAlarm : IAsyncDisposable
{
    /// <summary>Sets the one alarm anew; null takes it away.</summary>
    Task SetAsync(DateTimeOffset? boundary, CancellationToken cancellationToken);
}

/// <summary>No alarm: the watchdog alone keeps the site on time.</summary>
public sealed class NoAlarm : IBoundaryAlarm
{
    /// <inheritdoc />
    public Task SetAsync(DateTimeOffset? boundary, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>The job behind the alarm: carries nothing, decides nothing, rings.</summary>
/// <param name="bell">Asks for a round.</param>
[DisallowConcurrentExecution]
public sealed class BoundaryJob(Bell bell) : IJob
{
    /// <inheritdoc />
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        bell.Ring();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Quartz as the alarm clock. Its misfire is fire-now, because a late round does no harm; its store is a file of its own.</summary>
public sealed class QuartzAlarm : IBoundaryAlarm
{
    private static readonly JobKey Job = new("boundary");
    private static readonly TriggerKey Trigger = new("boundary");
    private readonly IScheduler _scheduler;
    private readonly TimeProvider _time;
    private DateTimeOffset? _set;

    private QuartzAlarm(IScheduler scheduler, TimeProvider time) => (_scheduler, _time) = (scheduler, time);

    /// <summary>Starts Quartz on site time.</summary>
    public static async Task<QuartzAlarm> StartAsync(SiteSettings settings, TimeProvider siteTime, Bell bell, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.UseTimeProvider(siteTime);
            quartz.AddJobType(_ => new BoundaryJob(bell));
            if (settings.QuartzStore)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UseSqlite($"Data Source={Path.Combine(settings.Data, "quartz.db")}");
                    store.UseSystemTextJsonSerializer();
                    store.ProvisionSchema();
                });
            }
        });
        var scheduler = await builder.BuildScheduler(cancellationToken).ConfigureAwait(false);
        await scheduler.AddJob(JobBuilder.Create<BoundaryJob>().WithIdentity(Job).StoreDurably().Build(), new AddJobOptions { Replace = true }, cancellationToken)
            .ConfigureAwait(false);
        await scheduler.Start(cancellationToken).ConfigureAwait(false);
        return new QuartzAlarm(scheduler, siteTime);
    }

    /// <inheritdoc />
    public async Task SetAsync(DateTimeOffset? boundary, CancellationToken cancellationToken)
    {
        if (boundary == _set)
        {
            return;
        }

        _set = boundary;
        if (boundary is not { } at)
        {
            await _scheduler.UnscheduleJob(Trigger, cancellationToken).ConfigureAwait(false);
            return;
        }

        var trigger = TriggerBuilder.Create(_time).WithIdentity(Trigger).ForJob(Job).StartAt(at)
            .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build();
        if (await _scheduler.RescheduleJob(Trigger, trigger, cancellationToken).ConfigureAwait(false) is null)
        {
            await _scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None).ConfigureAwait(false);
}
