using System.Globalization;
using Microsoft.Data.Sqlite;
using Signage.Storage;
using Signage.Testing.Disks;

namespace PowerCut.Tests;

/// <summary>The power of a real file system is cut while a site is written to: everything that was acknowledged is there when it returns.</summary>
public sealed class PowerCutTests
{
    private static readonly int Cuts = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_CUTS") ?? "2", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("SIGNAGE_SEED") ?? "20261124", CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Store_WhenThePowerIsCutAtRandomInstants_LosesNothingAcknowledged()
    {
        using var disk = CutDisk.Make(64);
        var random = new Random(Seed);
        var acknowledged = new SortedSet<int>();
        Directory.CreateDirectory(Path.Combine(disk.Folder, "data"));
        var database = Path.Combine(disk.Folder, "data", "site.db");
        for (var cut = 1; cut <= Cuts; cut++)
        {
            var first = acknowledged.Count == 0 ? 1 : acknowledged.Max + 1000;   // what was not acknowledged may be there or not
            var writer = WriterProcess.Start([], "store", database, first);
            await using (writer)
            {
                await WriteAndCutAsync(writer, disk, random);
            }

            acknowledged.UnionWith(writer.Acknowledged);
            var evidence = disk.Restart(cut);
            var where = $"seed {Seed}, cut {cut}, {writer.Acknowledged.Count} acknowledged";
            await using (var store = await SiteStore.OpenAsync(database, TimeProvider.System, Token))
            {
                Assert.True(store.Report is OpeningReport.Opened { LostWritings: 0 } or OpeningReport.Fresh { LostWritings: 0 }, $"{where}: {store.Report.Line}");
                Assert.Empty(await store.CheckAsync(Token));
                var there = (await store.ReadAsync(Token)).Panels.Select(panel => panel.Id.Value).ToHashSet();
                var missing = acknowledged.Where(number => number % 3 != 0 && !there.Contains($"p{number}"));
                Assert.True(!missing.Any(), $"{where}: lost {string.Join(", ", missing)}");
            }

            Tell($"{where}, {acknowledged.Count} in all: nothing lost");
            File.Delete(evidence);
        }

        Assert.NotEmpty(acknowledged);
    }

    /// <summary>A rig that never loses anything would prove nothing above. One cut may fall just after the kernel wrote by itself, so several are tried.</summary>
    [Fact]
    public async Task Rig_WhenSynchronousIsNormal_LosesAcknowledgedCommits()
    {
        const int MostCuts = 12;
        var random = new Random(Seed);
        var lost = 0L;
        for (var cut = 0; cut < MostCuts && lost <= 0; cut++)
        {
            lost = await LostAsync(random);
        }

        Assert.True(lost > 0, $"seed {Seed}: {MostCuts} cuts under synchronous NORMAL lost nothing");
    }

    private static async Task<long> LostAsync(Random random)
    {
        using var disk = CutDisk.Make(64);
        var database = Path.Combine(disk.Folder, "careless.db");
        var writer = WriterProcess.Start([], "normal", database, 1);
        await using (writer)
        {
            await WriteAndCutAsync(writer, disk, random);
        }

        disk.Restart(1);
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM acknowledged";
        var lost = writer.Acknowledged.Count - (long)command.ExecuteScalar()!;
        Tell($"synchronous NORMAL lost {lost} of {writer.Acknowledged.Count} acknowledged commits");
        return lost;
    }

    /// <summary>The instant is random twice: after so many lines, and wherever the next writing then is.</summary>
    private static async Task WriteAndCutAsync(WriterProcess writer, CutDisk disk, Random random)
    {
        await writer.ReadAsync(random.Next(1, 300), Token);
        Assert.True(writer.Acknowledged.Count + writer.Others.Count > 0, await writer.KillAsync());
        Assert.All(writer.Others, line => Assert.StartsWith("opened ", line, StringComparison.Ordinal));
        Thread.SpinWait(random.Next(1, 200_000));
        disk.Cut();
        await writer.ReadToFailureAsync(Token);   // the writer may be far ahead of us; what it acknowledged before the cut counts too
        await writer.KillAsync();
    }

    private static void Tell(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        TestContext.Current.SendDiagnosticMessage(line);
    }
}
