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
