using Signage.Core.Panels;
using Signage.Testing.Disks;

namespace Signage.Storage.Tests.Disks;

public sealed class DiskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_WhenTheDiskIsFull_ChangesNothingAndRecoversWithSpace()
    {
        using var disk = SmallDisk.Make(4096);
        await using var store = await OpenAsync(disk.Folder);
        await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        var before = SampleSite.Tell(await store.ReadAsync(Token));
        disk.Fill();

        var failed = await FillLogAsync(store);

        Assert.True(failed.Retryable);
        Assert.Contains("the disk is full", failed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageException>(() => store.As(Actor.Site).AddPanelAsync(Panel("p"), Token));
        Assert.Equal(before, SampleSite.Tell(await store.ReadAsync(Token)));

        disk.Free();
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddPanelAsync(Panel("p"), Token));
        Assert.Empty(await store.CheckAsync(Token));
    }

    [Fact]
    public async Task BackupAsync_WhenTheDiskIsFull_LeavesNothingHalfMade()
    {
        using var disk = SmallDisk.Make(4096);
        await using var store = await OpenAsync(disk.Folder);
        var good = await store.BackupAsync(Token);
        disk.Fill();

        await Assert.ThrowsAsync<StorageException>(() => store.BackupAsync(Token));

        disk.Free();
        Assert.Equal([good], await SiteBackup.ListAsync(Path.Combine(disk.Folder, "site.db"), Token));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(disk.Folder, "backups")).Length);
    }

    [Fact]
    public async Task OpenAsync_WhenTheDiskIsFull_SaysSoAndOpensWithSpace()
    {
        using var disk = SmallDisk.Make(4096);
        disk.Fill();

        var failed = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(disk.Folder));

        Assert.Contains("free some space", failed.Message, StringComparison.Ordinal);
        Assert.Contains("the panels keep showing what they show", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Message);
        disk.Free();
        await using var store = await OpenAsync(disk.Folder);
        Assert.IsType<OpeningReport.Fresh>(store.Report);
    }

    [Fact]
    public async Task OpenAsync_WhenOnlyTheIndexOfTheLogHasRoom_OpensAndReads()
    {
        using var disk = SmallDisk.Make(4096);
        await using (var store = await OpenAsync(disk.Folder))
        {
            await store.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token);
        }

        disk.FillUpTo(kibibytes: 32);

        await using var opened = await OpenAsync(disk.Folder);
        Assert.IsType<OpeningReport.Opened>(opened.Report);
        Assert.False(await opened.As(Actor.Site).ImportOnceAsync("sample", SampleSite.All, Token));
        Assert.NotEmpty((await opened.ReadAsync(Token)).Panels);
    }

    [Fact]
    public async Task OpenAsync_WhenTheIndexOfTheLogHasNoRoom_SaysThatTheDiskIsFullAndPromisesNoDarkPanel()
    {
        using var disk = SmallDisk.Make(4096);
        await (await OpenAsync(disk.Folder)).DisposeAsync();
        disk.Fill();

        var failed = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(disk.Folder));

        Assert.Contains("the disk is full", failed.Message, StringComparison.Ordinal);
        Assert.Contains("the panels keep showing what they show", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("熄灭", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenTheDiskIsFullDuringARestoration_LeavesTheDamagedFileAndRestoresWithSpace()
    {
        using var disk = SmallDisk.Make(4096);
        var database = Path.Combine(disk.Folder, "site.db");
        await using (var store = await OpenAsync(disk.Folder))
        {
            await store.BackupAsync(Token);
        }

        File.WriteAllText(database, "damaged");
        disk.Fill();

        await Assert.ThrowsAsync<StorageException>(() => OpenAsync(disk.Folder));

        Assert.Equal("damaged", File.ReadAllText(database));
        disk.Free();
        await using var restored = await OpenAsync(disk.Folder);
        Assert.IsType<OpeningReport.Restored>(restored.Report);
    }

    [Fact]
    public async Task OpenAsync_WhenTheFolderIsReadOnly_SaysSoInOneLineAndChangesNothing()
    {
        using var disk = ReadOnlyFolder.Make();
        await (await OpenAsync(disk.Folder)).DisposeAsync();
        var before = File.ReadAllBytes(Path.Combine(disk.Folder, "site.db"));
        disk.Lock();

        var failed = await Assert.ThrowsAsync<StorageException>(() => OpenAsync(disk.Folder));

        Assert.Contains("read-only", failed.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("the panels keep showing what they show", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another process", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Message);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(disk.Folder, "site.db")));
        disk.Unlock();
        await (await OpenAsync(disk.Folder)).DisposeAsync();
    }

    /// <summary>A log that once was longer has room in it, so a full disk is felt only after a while.</summary>
    private static async Task<StorageException> FillLogAsync(SiteStore store) => await Assert.ThrowsAsync<StorageException>(async () =>
    {
        while (true)
        {
            await store.WriteTruthAsync(SampleSite.Gate.Id, new(new("d"), new("s"), new(Core.Truth.Evidence.Pixels, null, null)), Token);
            await store.WriteTruthAsync(SampleSite.Gate.Id, new(new("e"), new("s"), new(Core.Truth.Evidence.Pixels, null, null)), Token);
        }
    });

    private static Panel Panel(string id) => SampleSite.Gate with { Id = new PanelId(id) };

    private static Task<SiteStore> OpenAsync(string folder) =>
        SiteStore.OpenAsync(Path.Combine(folder, "site.db"), new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)), Token);
}
