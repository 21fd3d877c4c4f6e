using System.Globalization;

namespace Signage.Storage.Tests.Recovery;

/// <summary>Damage that comes while the site runs is named by the daily look, whatever page it hit; it is never mistaken for a busy disk.</summary>
public sealed class RunningDamageTests : IDisposable
{
    private const int Page = 4096;

    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x5A)]
    public async Task CheckAsync_WhenAnyOnePageIsOverwritten_SaysThatItIsDamaged(byte rubbish)
    {
        await _folder.FillAsync();
        await using var store = await _folder.OpenAsync();
        SiteFolder.Sql(_folder.Database, "PRAGMA wal_checkpoint(TRUNCATE)");
        var free = int.Parse(SiteFolder.Sql(_folder.Database, "PRAGMA freelist_count")[0], CultureInfo.InvariantCulture);
        var whole = await File.ReadAllBytesAsync(_folder.Database, Token);
        var unseen = new List<int>();
        for (var page = 0; page < whole.Length / Page; page++)
        {
            var bytes = whole.ToArray();
            bytes.AsSpan(page * Page, Page).Fill(rubbish);
            await OverwriteAsync(bytes);
            if ((await store.CheckAsync(Token)).Count == 0)
            {
                unseen.Add(page);
            }
        }

        await OverwriteAsync(whole);
        Assert.Empty(await store.CheckAsync(Token));
        Assert.True(unseen.Count <= free, $"not seen: pages {string.Join(", ", unseen)}; {free} of {whole.Length / Page} pages hold nothing");
    }

    /// <summary>Into the same file, which the store has open.</summary>
    private async Task OverwriteAsync(byte[] bytes)
    {
        await using var file = new FileStream(_folder.Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(bytes, Token);
    }
}
