using Signage.Core.Panels;

namespace Signage.Storage.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "a folder; name a new file in it")]
    [InlineData("none/b.db", "its folder does not exist; make it first")]
    public async Task BackupAsync_WhenTheFileCannotBeThere_SaysSoInWords(string name, string words)
    {
        await using var store = await _folder.OpenAsync();
        var failed = await Assert.ThrowsAsync<StorageException>(() => store.BackupAsync(_folder.In(name), Token));
        Assert.Contains(words, failed.Message, StringComparison.Ordinal);
        Assert.Matches("[\u4E00-\u9FFF]", failed.Message);
    }

    [Fact]
    public async Task VerifyAsync_WhenItIsAFolder_SaysSo() =>
        Assert.Contains("a folder; name the file", (await Assert.ThrowsAsync<StorageException>(() => SiteBackup.VerifyAsync(_folder.In(""), Token))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task BackupAsync_WhileOthersWrite_IsWholeAndProven()
    {
        await _folder.FillAsync();
        await using var store = await _folder.OpenAsync();
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var n = 0; !enough.IsCancellationRequested; n++)
                {
                    await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId($"p{n}") }, Token);
                }
            },
            Token);

        var made = new List<BackupInfo>();
        for (var n = 0; n < 5; n++)
        {
            made.Add(await store.BackupAsync(_folder.In($"copy{n}.bak"), Token));
        }

        await enough.CancelAsync();
        await writing;
        Assert.All(made, info => Assert.Equal(info, SiteBackup.VerifyAsync(info.Path, Token).Result));
        Assert.Equal(made.OrderBy(info => info.Writings), made);
        Assert.All(made, info => Assert.Equal($"{info.Digest}  {Path.GetFileName(info.Path)}\n", File.ReadAllText($"{info.Path}.sha256")));
        Assert.DoesNotContain(_folder.Names, name => name.EndsWith(".part", StringComparison.Ordinal) || name.EndsWith("-journal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task BackupAsync_WhenMadeDaily_KeepsTheNewestAndListsThemWithTheirTimes()
    {
        await using var store = await _folder.OpenAsync(new StoreOptions { KeptBackups = 3 });
        var made = new List<BackupInfo>();
        for (var day = 0; day < 5; day++)
        {
            await store.As(Actor.Site).AddPanelAsync(SampleSite.Gate with { Id = new PanelId($"p{day}") }, Token);
            made.Add(await store.BackupAsync(Token));
            _folder.Time.Advance(TimeSpan.FromDays(1));
        }

        var kept = await SiteBackup.ListAsync(_folder.Database, Token);
        Assert.Equal(made[2..].AsEnumerable().Reverse(), kept);
        Assert.Equal([27, 26, 25], kept.Select(info => info.TakenAt.Day));
        Assert.Equal(6, Directory.GetFiles(_folder.In("backups")).Length);   // each with its digest, nothing else
    }

    [Fact]
    public async Task BackupAsync_WhenTheClockWasSetBack_StillKeepsTheOneJustMadeAndCallsItTheNewest()
    {
        await using (var store = await _folder.OpenAsync(new StoreOptions { KeptBackups = 2 }))
        {
            await store.BackupAsync(Token);
            _folder.Time.Advance(TimeSpan.FromDays(1));
            await store.BackupAsync(Token);
        }

        var early = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var later = await SiteStore.OpenAsync(_folder.Database, new StoreOptions { KeptBackups = 2 }, early, Token);
        await later.As(Actor.Site).AddPanelAsync(SampleSite.Gate, Token);
        var newest = await later.BackupAsync(Token);

        var list = await SiteBackup.ListAsync(_folder.Database, Token);
        Assert.Equal((2, newest), (list.Count, list[0]));
    }

    [Fact]
    public async Task BackupAsync_WhenMadeTwiceInOneMoment_MakesTwo()
    {
        await using var store = await _folder.OpenAsync();

        await store.BackupAsync(Token);
        await store.BackupAsync(Token);

        Assert.Equal(2, (await SiteBackup.ListAsync(_folder.Database, Token)).Count);
    }

    [Fact]
    public async Task BackupAsync_WhenTheFileExists_RefusesAndLeavesIt()
    {
        await using var store = await _folder.OpenAsync();
        File.WriteAllText(_folder.In("mine"), "mine");

        await Assert.ThrowsAsync<StorageException>(() => store.BackupAsync(_folder.In("mine"), Token));

        Assert.Equal("mine", File.ReadAllText(_folder.In("mine")));
        Assert.False(File.Exists(_folder.In("mine.sha256")));
    }

    [Fact]
    public async Task BackupAsync_WhenTheFolderDoesNotExist_SaysSoAndLeavesNothing()
    {
        await using var store = await _folder.OpenAsync();
        var before = _folder.Names.ToArray();

        var failed = await Assert.ThrowsAsync<StorageException>(() => store.BackupAsync(_folder.In("nowhere/copy.bak"), Token));

        Assert.DoesNotContain('\n', failed.Message);
        Assert.Equal(before, _folder.Names);
    }

    [Fact]
    public async Task BackupAsync_WhenTheDatabaseIsDamaged_DoesNotCallItGood()
    {
        await _folder.FillAsync();
        await using var store = await _folder.OpenAsync();
        var good = await store.BackupAsync(Token);
        SiteFolder.Sql(_folder.Database, "UPDATE slots SET Priority = 7 WHERE Id = 'night'");

        var failed = await Assert.ThrowsAsync<StorageException>(() => store.BackupAsync(Token));

        Assert.Contains("slots", failed.Message, StringComparison.Ordinal);
        Assert.Equal([good], await SiteBackup.ListAsync(_folder.Database, Token));
    }

    [Fact]
    public async Task BackupAsync_WhenGivenUp_LeavesNothing()
    {
        await using var store = await _folder.OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BackupAsync(_folder.In("copy"), new CancellationToken(canceled: true)));

        Assert.DoesNotContain(_folder.Names, name => name.StartsWith("copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ListAsync_WhenOneIsSpoiledOrHalf_LeavesItOut()
    {
        BackupInfo good;
        await using (var store = await _folder.OpenAsync())
        {
            good = await store.BackupAsync(Token);
            var spoiled = await store.BackupAsync(Token);
            File.AppendAllText(spoiled.Path, "x");
        }

        File.Copy(good.Path, $"{good.Path}.part");

        Assert.Equal([good], await SiteBackup.ListAsync(_folder.Database, Token));
    }
}
