using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Controller.Timekeeping;
using Signage.Storage;

namespace Signage.Controller.Tests.Planning;

/// <summary>Nights that nobody was awake for, found by what they left undone.</summary>
public sealed class MissedNightsTests : IDisposable
{
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-09-05T08:00:00+08:00", null);
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-nights-").FullName;
    private readonly FakeTimeProvider _site = new(Morning);
    private readonly FakeTimeProvider _line = new(Morning);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(null, true)]
    [InlineData(25, false)]
    [InlineData(26, true)]
    [InlineData(2400, true)]
    [InlineData(-48, false)]
    public async Task Care_WhenTheNewestBackupIsSoManyHoursOld_IsOverdueFromTwentySixOn(int? hours, bool overdue)
    {
        await MakeAsync(hours);
        await using var store = await OpenAsync();
        Assert.Equal(overdue, Nights(store, new Bell()).IsOverdue);
    }

    /// <summary>Backups named by a clock that nobody believes would stand in the wrong order on the shelf.</summary>
    [Fact]
    public async Task Care_WhenNobodyBelievesTheClock_IsNotOverdue()
    {
        await MakeAsync(null);
        await using var store = await OpenAsync();
        _site.AdjustTime(DateTimeOffset.UnixEpoch);
        Assert.False(Nights(store, new Bell()).IsOverdue);
    }

    [Fact]
    public async Task Start_WhenANightWasMissed_Rings()
    {
        await MakeAsync(30);
        await using var store = await OpenAsync();
        await RunAsync(store, rung =>
        {
            Assert.True(rung.IsCompletedSuccessfully);
            return Task.CompletedTask;
        });
    }

    /// <summary>A machine that sleeps every night starts once and for all, and a new site has nothing to lose yet.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hour_WhenTheBackupHasBecomeOldMeanwhile_Rings(bool isNew)
    {
        if (!isNew)
        {
            await MakeAsync(25);
        }

        await using var store = await OpenAsync();
        await RunAsync(store, async rung =>
        {
            Assert.False(rung.IsCompleted);
            _site.Advance(TimeSpan.FromHours(1));
            _line.Advance(TimeSpan.FromHours(1));
            await rung;
        });
    }

    private async Task RunAsync(SiteStore store, Func<Task, Task> look)
    {
        var bell = new Bell();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        // The first look is over when this comes back.
        var watching = Nights(store, bell).RunAsync(stop.Token);
        await look(bell.WaitAsync(stop.Token).AsTask());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    private async Task MakeAsync(int? hoursAgo)
    {
        _site.AdjustTime(Morning.AddHours(-(hoursAgo ?? 0)));
        await using (var store = await OpenAsync())
        {
            if (hoursAgo is not null)
            {
                await store.BackupAsync(Token);
            }
        }

        _site.AdjustTime(Morning);
    }

    private Task<SiteStore> OpenAsync() => SiteStore.OpenAsync(Path.Combine(_folder, "site.db"), _site, Token);

    private MissedNights Nights(SiteStore store, Bell bell)
    {
        var lease = new OpenLease(TimeSpan.FromHours(72), Path.Combine(_folder, "clock.lease"), _line);
        var trust = new ClockTrust(new ClockWitness(Path.Combine(_folder, "clock.seen")), lease, new SiteClocks(_site, _line), TimeZoneInfo.Utc, NullLogger.Instance);
        return new MissedNights(store, new SiteWall(trust, _site, TimeZoneInfo.Utc), bell, _line, NullLogger.Instance);
    }
}
