using Signage.Storage;

namespace PowerCut.Tests;

/// <summary>The disk answers a sync of the write-ahead log with an error: strace answers in its place.</summary>
public sealed class DiskErrorTests : IDisposable
{
    private const string Strace = "/usr/bin/strace";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-eio-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Write_WhenTheLogCannotBeSynced_FailsAndLosesNothingAcknowledged()
    {
        NeedStrace();
        var database = Path.Combine(_folder.FullName, "site.db");
        await (await SiteStore.OpenAsync(database, TimeProvider.System, Token)).DisposeAsync();

        // Only calls on the log itself are counted and answered; each thread of the writer is counted for itself, so a second failure may follow.
        var writer = WriterProcess.Start(Liar($"{database}-wal", "EIO", 10), "store", database, 1);
        await using (writer)
        {
            await writer.ReadToFailureAsync(Token);
            await writer.ReadAsync(20, Token);
            Assert.True(writer.Acknowledged.Count > 0, string.Join('\n', writer.Others));
        }

        var trace = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "trace"), Token);
        Assert.Contains("EIO", trace, StringComparison.Ordinal);
        var failed = writer.Others.Where(line => line.StartsWith("failed ", StringComparison.Ordinal)).ToArray();
        Assert.All(failed, line => Assert.Contains("nothing was changed", line, StringComparison.Ordinal));
        var number = int.Parse(failed[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(writer.Acknowledged, acknowledged => acknowledged > number);   // it goes on by itself
        await using var store = await SiteStore.OpenAsync(database, TimeProvider.System, Token);
        Assert.Equal(new OpeningReport.Opened(), store.Report);
        Assert.Empty(await store.CheckAsync(Token));
        var there = (await store.ReadAsync(Token)).Panels.Select(panel => panel.Id.Value).ToHashSet();
        Assert.All(writer.Acknowledged.Where(acknowledged => acknowledged % 3 != 0), acknowledged => Assert.Contains($"p{acknowledged}", there));
    }

    /// <summary>What is no database: the blank file, backups, keys, certificates, kept pictures.</summary>
    [Theory]
    [InlineData("EIO")]
    [InlineData("ENOSPC")]
    public async Task File_WhenItCannotBeSynced_IsNotAcknowledged(string error)
    {
        NeedStrace();
        var file = Path.Combine(_folder.FullName, "file");
        var writer = WriterProcess.Start(Liar(file, error, 3), "disk", file, 1);
        await using (writer)
        {
            await writer.ReadToFailureAsync(Token);
        }

        Assert.Equal([1, 2], writer.Acknowledged);
        Assert.StartsWith("failed 3 ", Assert.Single(writer.Others), StringComparison.Ordinal);
    }

    /// <summary>Why <c>Signage.Disks</c> is there. When this fails the framework has learned to listen, and ADR 0040 may be looked at again.</summary>
    [Fact]
    public async Task File_WhenTheFrameworkSyncsIt_IsAcknowledgedWhateverTheDiskSays()
    {
        NeedStrace();
        var file = Path.Combine(_folder.FullName, "file");
        var writer = WriterProcess.Start(Liar(file, "EIO", 3), "plain", file, 1);
        await using (writer)
        {
            await writer.ReadAsync(5, Token);
        }

        Assert.Equal([1, 2, 3, 4, 5], writer.Acknowledged);
    }

    private static void NeedStrace()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(File.Exists(Strace), "strace is missing: apt-get install strace");
        }

        Assert.SkipUnless(File.Exists(Strace), "apt-get install strace");
    }

    private string[] Liar(string file, string error, int when) =>
    [
        Strace, "-f", "-qq", "-o", Path.Combine(_folder.FullName, "trace"), "-P", file, "-e", "trace=fsync,fdatasync", "-e", $"inject=fsync,fdatasync:error={error}:when={when}",
    ];
}
