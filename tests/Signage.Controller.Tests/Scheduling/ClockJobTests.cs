using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>The job that sets the clocks of the cards, in the file of Quartz.</summary>
public sealed class ClockJobTests : IDisposable
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-09-05T12:00:00+08:00", null);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-test-");
    private readonly FakeTimeProvider _time = new(Noon);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_WhenTheSiteStartsAgain_IsThereOnce_ForTheNextNight()
    {
        for (var start = 0; start < 3; start++)
        {
            await using var alarm = await StartAsync(new SiteBells(new Bell(), new Bell(), new Bell()));
        }

        Assert.Equal([("clocks", DateTimeOffset.Parse("2026-09-06T04:10:00+08:00", null)), ("daily", DateTimeOffset.Parse("2026-09-06T03:30:00+08:00", null))], await TriggersAsync());
    }

    /// <summary>Nothing of a night is made up for by Quartz: whoever wants it looks for what is missing.</summary>
    [Fact]
    public async Task Job_WhenItsNightWasMissed_WaitsForTheNext()
    {
        await using (await StartAsync(new SiteBells(new Bell(), new Bell(), new Bell())))
        {
            Assert.Equal(2, (await TriggersAsync()).Count);
        }

        _time.SetUtcNow(Noon.AddDays(1));
        var bells = new SiteBells(new Bell(), new Bell(), new Bell());
        await using var alarm = await StartAsync(bells);
        var (clocks, daily) = (bells.Clocks.WaitAsync(Token).AsTask(), bells.Daily.WaitAsync(Token).AsTask());
        await alarm.SetAsync(_time.GetUtcNow().AddMilliseconds(5), Token);
        await NudgeAsync(bells.Rounds.WaitAsync(Token).AsTask());
        Assert.Equal([DateTimeOffset.Parse("2026-09-07T04:10:00+08:00", null), DateTimeOffset.Parse("2026-09-07T03:30:00+08:00", null)], (await TriggersAsync()).Select(one => one.Next));
        Assert.False(clocks.IsCompleted || daily.IsCompleted);

        _time.SetUtcNow(DateTimeOffset.Parse("2026-09-07T04:10:00+08:00", null));
        await NudgeAsync(clocks);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Task<IBoundaryAlarm> StartAsync(SiteBells bells) =>
        QuartzAlarm.StartAsync(new SiteSettings { Data = _folder.FullName, Profiles = "" }, _time, bells, Token);

    // Quartz arms its timer on a thread of its own, so the fake clock is nudged on until it rings.
    private async Task NudgeAsync(Task rung)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!rung.IsCompleted && await real.WaitForNextTickAsync(late.Token))
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await rung;
    }

    private async Task<IReadOnlyList<(string Name, DateTimeOffset Next)>> TriggersAsync()
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "quartz.db")};Mode=ReadOnly");
        await file.OpenAsync(Token);
        await using var command = file.CreateCommand();
        command.CommandText = "SELECT TRIGGER_NAME, NEXT_FIRE_TIME FROM QRTZ_TRIGGERS WHERE TRIGGER_NAME <> 'boundary' ORDER BY TRIGGER_NAME";
        await using var rows = await command.ExecuteReaderAsync(Token);
        var found = new List<(string, DateTimeOffset)>();
        while (await rows.ReadAsync(Token))
        {
            found.Add((rows.GetString(0), new DateTimeOffset(rows.GetInt64(1), TimeSpan.Zero)));
        }

        return found;
    }
}
