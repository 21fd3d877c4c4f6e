using Faults.Tests.Rig;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Scheduling;
using Signage.Core.Planning;
using Signage.Testing.Invariants;

namespace Faults.Tests.Crashes;

/// <summary>F04: a part of the site throws, on its first, a middle and its last turn; the others go on, and so does it.</summary>
public sealed class ThrowingPartTests
{
    public static TheoryData<int, int> Turns => [.. Seeds.Of(1).SelectMany(seed => new[] { 1, 3, 6 }.Select(turn => (seed, turn)))];

    [Theory]
    [MemberData(nameof(Turns))]
    public async Task F04_WorkerThrows_TheOtherPanelIsUnaffectedAndItRecovers(int seed, int turn)
    {
        await using var rig = Rig(seed);
        var (gate, hall) = (rig.Panels[0], rig.Panels[1]);
        var turns = 0;
        rig.Adapter.Beginning = (_, face) =>
        {
            if (face == gate.Panel.Face && ++turns == turn)
            {
                throw new InvalidOperationException("scripted failure of a worker");
            }
        };
        await rig.StartAsync();
        await DayAsync(rig, () => turns >= turn);
        Assert.DoesNotContain(rig.Console.Complaints, line => line.Contains(hall.Id, StringComparison.Ordinal));
        Assert.Single(rig.Console.Complaints, line => line.Contains("scripted failure", StringComparison.Ordinal));
        Assert.Null(rig.State(gate).Trouble);
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public async Task F04_RoundThrowsForOnePanel_TheOtherIsUnaffectedAndItRecovers(int seed, int turn)
    {
        await using var rig = Rig(seed);
        var gate = rig.Panels[0];
        var turns = 0;
        rig.Adapter.Judging = face =>
        {
            if (face == gate.Panel.Face && ++turns == turn)
            {
                throw new InvalidOperationException("scripted failure of a round");
            }
        };
        await rig.StartAsync();
        await DayAsync(rig, () => turns >= turn);
        Assert.True(rig.State(gate).IsSent, $"seed {seed}");
        await rig.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public async Task F04_SiteClockThrows_WhoeverAskedItTriesAgain(int seed, int turn)
    {
        await using var rig = Rig(seed);
        await rig.StartAsync();
        await rig.ConvergedAsync();
        for (var time = 0; time < turn; time++)
        {
            rig.Clock.ThrowNext();
            await rig.UntilAsync(() => !rig.Clock.IsArmed, "somebody asked the clock and it threw");
        }

        await DayAsync(rig, () => true);
        await rig.CheckAsync();
    }

    // The part alone, without a site: there is no history to hold against anything, and nothing is drawn by lot.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task F04_AlarmThrows_TheNextBoundaryIsSetAllTheSame(int turn)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(30));
        var alarm = new ScriptedAlarm(turn);
        var clock = new AlarmClock(alarm, new FakeTimeProvider(), NullLogger.Instance);
        var running = clock.RunAsync(stop.Token);
        for (var wanted = 1; wanted <= 4; wanted++)
        {
            clock.Want(SiteRig.Morning.AddHours(wanted));
            await alarm.AskedAsync(wanted, stop.Token);
        }

        Assert.Equal(SiteRig.Morning.AddHours(4), alarm.Set);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static SiteRig Rig(int seed)
    {
        var rig = new SiteRig(seed) { Slots = [SlotText.Base("charity-09"), SlotText.Hours("one", "charity-01", 9, 10)] };
        rig.AddPanel("gate", "160x16x1");
        rig.AddPanel("hall", "128x16x1");
        return rig;
    }

    /// <summary>A morning, up to when the failure has happened, and a boundary after it.</summary>
    private static async Task DayAsync(SiteRig rig, Func<bool> failed)
    {
        await rig.UntilAsync(failed, "the failure has happened");
        await rig.ConvergedAsync();
        foreach (var hours in new[] { 1.0, 2 })
        {
            await rig.SetClockAsync(SiteRig.Morning.AddHours(hours));
            await rig.ConvergedAsync();
        }

        await rig.AddSlotAsync(SlotText.Hours("late", "charity-05", 10, 12) with { Priority = Priority.Urgent });
        await rig.ConvergedAsync();
    }

    private sealed class ScriptedAlarm(int throwsOn) : IBoundaryAlarm
    {
        private readonly SemaphoreSlim _asked = new(0);
        private int _turns;

        public DateTimeOffset? Set { get; private set; }

        public async Task AskedAsync(int turns, CancellationToken cancellationToken)
        {
            while (Volatile.Read(ref _turns) < turns)
            {
                await _asked.WaitAsync(cancellationToken);
            }
        }

        public Task SetAsync(DateTimeOffset? boundary, CancellationToken cancellationToken)
        {
            var turn = Volatile.Read(ref _turns) + 1;
            Set = turn == throwsOn ? Set : boundary;
            Volatile.Write(ref _turns, turn);
            _asked.Release();
            return turn == throwsOn ? throw new InvalidOperationException("scripted failure of the alarm") : Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            _asked.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
