using Quartz;
using Signage.Controller.Planning;

namespace Signage.Controller.Scheduling;

/// <summary>What the alarm clock rings.</summary>
/// <param name="Rounds">Asks for a round.</param>
/// <param name="Daily">Asks for the daily care.</param>
/// <param name="Clocks">Asks for the clocks of all cards to be set.</param>
public sealed record SiteBells(Bell Rounds, Bell Daily, Bell Clocks);

/// <summary>The job behind the alarm: carries nothing, decides nothing, rings.</summary>
/// <param name="rung">Called when the boundary has come.</param>
[DisallowConcurrentExecution]
public sealed class BoundaryJob(Action rung) : IJob
{
    /// <inheritdoc />
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        rung();
        return ValueTask.CompletedTask;
    }
}

/// <summary>The job of every night: rings, and whoever listens does the work on a task of its own.</summary>
/// <param name="rung">Called when the hour has come.</param>
[DisallowConcurrentExecution]
public sealed class DailyJob(Action rung) : IJob
{
    /// <inheritdoc />
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        rung();
        return ValueTask.CompletedTask;
    }
}

/// <summary>校时, the job of every night that sets the clocks of the cards: rings, and the workers of the panels do the work.</summary>
/// <param name="rung">Called when the hour has come.</param>
[DisallowConcurrentExecution]
public sealed class ClockJob(Action rung) : IJob
{
    /// <inheritdoc />
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        rung();
        return ValueTask.CompletedTask;
    }
}
