using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>An alarm that does not start keeps nobody waiting, says so once, and is tried again.</summary>
public sealed class LateAlarmTests : IDisposable
{
    private readonly FakeTimeProvider _line = new();
    private readonly Bell _rounds = new();
    private readonly Said _said = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private int _tries;

    [Fact]
    public async Task Alarm_WhenItDoesNotStart_SaysSoOnceAndIsTriedUntilItDoes()
    {
        var started = new CountingAlarm();
        await using var late = Late(_ => Task.FromResult<IBoundaryAlarm>(
            Interlocked.Increment(ref _tries) < 4 ? throw new InvalidOperationException("no room", new IOException($"CREATE TABLE\n{new string('x', 5000)}")) : started));
        var running = late.RunAsync(_stop.Token);
        var ringing = _rounds.WaitAsync(_stop.Token).AsTask();
        while (!ringing.IsCompleted)
        {
            await late.SetAsync(DateTimeOffset.UnixEpoch, _stop.Token);
            _line.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        // It may have started before it rang, and heard the loop above already.
        var before = started.Set;
        await late.SetAsync(DateTimeOffset.UnixEpoch, _stop.Token);

        Assert.Equal(4, _tries);
        Assert.Equal(before + 1, started.Set);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _said.Lines.Select(line => line.Level));
        Assert.InRange(_said.Lines[0].Text.Length, 1, 300);
        Assert.DoesNotContain('\n', _said.Lines[0].Text);
        await StopAsync(running);
    }

    [Fact]
    public async Task Alarm_WhenItHangsAtItsStart_KeepsNobodyWaitingAndEndsWithTheSite()
    {
        await using var late = Late(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _line, token);
            throw new InvalidOperationException("never");
        });
        var running = late.RunAsync(_stop.Token);

        await late.SetAsync(DateTimeOffset.UnixEpoch, _stop.Token);

        await StopAsync(running);
        Assert.Empty(_said.Lines);
    }

    public void Dispose() => _stop.Dispose();

    private LateAlarm Late(Func<CancellationToken, Task<IBoundaryAlarm>> start) => new(start, _rounds, new RetryPause(new Random(1)), _line, _said);

    private async Task StopAsync(Task running)
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private sealed class CountingAlarm : IBoundaryAlarm
    {
        public int Set { get; private set; }

        public Task SetAsync(DateTimeOffset? boundary, CancellationToken cancellationToken)
        {
            Set++;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Said : ILogger
    {
        private readonly Lock _lock = new();
        private readonly List<(LogLevel Level, string Text)> _lines = [];

        public IReadOnlyList<(LogLevel Level, string Text)> Lines
        {
            get
            {
                lock (_lock)
                {
                    return [.. _lines];
                }
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lock)
            {
                _lines.Add((logLevel, $"{formatter(state, exception)}{exception}"));
            }
        }
    }
}
