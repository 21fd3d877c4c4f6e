using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Health;

namespace Signage.Controller.Tests.Health;

public sealed class HealthWatchTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-health-").FullName;

    [Fact]
    public void Pulse_WhenItWaitsForever_IsWell()
    {
        var pulses = new Pulses(_time);
        pulses.Of("idle").Doing(Pulses.Ordinary).Dispose();
        _time.Advance(TimeSpan.FromDays(400));
        Assert.Empty(pulses.Hung);
    }

    [Fact]
    public void Pulse_WhenOneThingTakesTooLong_IsNamedWithItsExcess()
    {
        var pulses = new Pulses(_time);
        using var doing = pulses.Of("rounds").Doing(TimeSpan.FromSeconds(25));
        _time.Advance(TimeSpan.FromSeconds(25));
        Assert.Empty(pulses.Hung);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal([("rounds", TimeSpan.FromSeconds(3))], pulses.Hung);
    }

    [Fact]
    public void Pulse_WhenAShortThingEndsBesideALongOne_JudgesTheLongOneByItsOwnTime()
    {
        var pulse = new Pulses(_time).Of("questions");
        using var slow = pulse.Doing(TimeSpan.FromSeconds(100));
        pulse.Doing(TimeSpan.FromSeconds(10)).Dispose();
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(pulse.Overdue);
    }

    [Fact]
    public void Pulse_WhenOthersBeatBesideAHungOne_StillNamesIt()
    {
        var pulse = new Pulses(_time).Of("questions");
        using var hung = pulse.Doing(TimeSpan.FromSeconds(10));
        using var lively = pulse.Doing(TimeSpan.FromSeconds(10));
        for (var second = 0; second < 12; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            lively.Beat();
        }

        Assert.Equal(TimeSpan.FromSeconds(2), pulse.Overdue);
    }

    [Fact]
    public void Pulse_WhenTheNextStepMayTakeLonger_GivesItThatTimeOnce()
    {
        var pulse = new Pulses(_time).Of("panel gate");
        using var upload = pulse.Doing(TimeSpan.FromSeconds(30));
        upload.Beat(TimeSpan.FromSeconds(70));
        _time.Advance(TimeSpan.FromSeconds(99));
        Assert.Null(pulse.Overdue);
        upload.Beat();
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TimeSpan.FromSeconds(1), pulse.Overdue);
    }

    [Fact]
    public async Task Watch_WhenAPartHangs_EndsWithin30SecondsAndNamesIt()
    {
        var pulses = new Pulses(_time);
        var watching = new HealthWatch(pulses, new SystemdNotice(null), _time, NullLogger.Instance).RunAsync(TestContext.Current.CancellationToken);
        using var doing = pulses.Of("rounds").Doing(Pulses.Ordinary);
        for (var second = 0; second < 30 && !watching.IsCompleted; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Contains("rounds hangs", (await Assert.ThrowsAsync<TimeoutException>(() => watching.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_WhileAllIsWell_TellsTheSystemdNotice()
    {
        var path = Path.Combine(_folder, "notify");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(path));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var watching = new HealthWatch(new Pulses(_time), new SystemdNotice(path), _time, NullLogger.Instance).RunAsync(stop.Token);
        _time.Advance(TimeSpan.FromSeconds(2));
        var said = new byte[64];
        var length = await manager.ReceiveAsync(said, TestContext.Current.CancellationToken);
        Assert.Equal("WATCHDOG=1", Encoding.UTF8.GetString(said, 0, length));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
