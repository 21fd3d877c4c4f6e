using Microsoft.Data.Sqlite;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;
using Signage.Storage;

namespace Signage.Controller.Tests.Planning;

/// <summary>The care of every night, woken by Quartz at half past three of the site, and the one that is made up for at the start.</summary>
public sealed class DailyCareTests
{
    private const int TicksANight = 150;
    private static readonly DateTimeOffset HalfPastThree = DateTimeOffset.Parse("2026-09-06T03:30:00+08:00", null);

    private static readonly Slot[] Always = [new("base", "charity-09", [], SlotTime.Always, Priority.Base)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Night_WhenTheDatabaseIsWhole_LeavesABackupThatProves()
    {
        await using var site = await StartAsync();

        await NightAsync(site, async () => (await BackupsAsync(site)).Count > 1);

        Assert.False(site.Site.Running.IsCompleted);
    }

    [Fact]
    public async Task Night_WhenTheDatabaseIsDamaged_EndsTheSiteBeforeItLightsWhatIsWrong()
    {
        await using var site = await StartAsync();
        await using (var foreign = new SqliteConnection($"Data Source={Path.Combine(site.Folder, "site.db")};Pooling=False"))
        {
            await foreign.OpenAsync(Token);
            await using var command = foreign.CreateCommand();
            command.CommandText = "UPDATE slots SET Priority = 7";
            await command.ExecuteNonQueryAsync(Token);
        }

        await NightAsync(site, () => Task.FromResult(site.Site.Running.IsCompleted));

        var ended = await Assert.ThrowsAsync<StorageException>(() => site.Site.Running);
        Assert.Contains("slots", ended.Message, StringComparison.Ordinal);
        Assert.Single(await BackupsAsync(site));
    }

    /// <summary>A page of the file gone bad under a running site is damage, and no disk that has no time.</summary>
    [Fact]
    public async Task Night_WhenPagesOfTheFileHaveGoneBad_EndsTheSite()
    {
        await using var site = await StartAsync();
        var database = Path.Combine(site.Folder, "site.db");
        await using (var foreign = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await foreign.OpenAsync(Token);
            await using var command = foreign.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(Token);
        }

        await using (var file = new FileStream(database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = 4096;
            await file.WriteAsync(new byte[file.Length - 4096], Token);
        }

        await NightAsync(site, () => Task.FromResult(site.Site.Running.IsCompleted));

        await Assert.ThrowsAsync<StorageException>(() => site.Site.Running);
        Assert.Single(await BackupsAsync(site));
    }

    /// <summary>The site has been there before and has no backup: whatever bell was missed, it makes one.</summary>
    private static async Task<SiteOnLoopback> StartAsync()
    {
        var site = await SiteOnLoopback.StartAsync(settings => settings, Always, Token);
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while ((await BackupsAsync(site)).Count == 0)
        {
            await real.WaitForNextTickAsync(Token);
        }

        return site;
    }

    private static Task<IReadOnlyList<BackupInfo>> BackupsAsync(SiteOnLoopback site) => SiteBackup.ListAsync(Path.Combine(site.Folder, "site.db"), Token);

    /// <summary>Quartz arms its timer on a thread of its own, so the fake clock is nudged on until what it wakes has happened.</summary>
    private static async Task NightAsync(SiteOnLoopback site, Func<Task<bool>> happened)
    {
        site.SiteTime.SetUtcNow(HalfPastThree);
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        for (var tick = 1; !await happened() && await real.WaitForNextTickAsync(Token); tick++)
        {
            // Quartz starts beside the site: when the first night came too early for it, the next one does not.
            if (tick % TicksANight == 0)
            {
                site.SiteTime.SetUtcNow(HalfPastThree.AddDays(tick / TicksANight));
            }

            site.SiteTime.Advance(TimeSpan.FromMilliseconds(1));
        }
    }
}
