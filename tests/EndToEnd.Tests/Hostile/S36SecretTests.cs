using System.Diagnostics;
using System.IO.Compression;

namespace EndToEnd.Tests.Hostile;

/// <summary>
/// S36, I15: secrets planted wherever a site takes one are in its database and in the backups of it, as docs/operations.md says, and nowhere else: not in a log, an
/// answer, a complaint with <c>--verbose</c>, a page, an export. Folders are their owner's alone, however lax the umask is.
/// </summary>
public sealed class S36SecretTests
{
    private const string Canary = "canary-";
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const string Import = """
        {"panels":[{"id":"gate","name":"东门","profile":"onbon/bx-6e2","face":"160x16x1","endpoint":"mqtt://site:canary-mqtt@127.0.0.1:1/gate"},
                   {"id":"hall","profile":"colorlight/c4","face":"64x32xrgb","endpoint":"http://admin:canary-http@127.0.0.1:1"}],
         "slots":[{"id":"base","programme":"charity-09","priority":"base"}]}
        """;

    private static readonly Dictionary<string, string> Environment = new()
    {
        ["Signage__Alerts__Feeds"] = "mqtt://feed:canary-feed@127.0.0.1:1/warn",
        ["SIGNAGE_TOKEN"] = "canary-environment",
    };

    private static readonly string[] Verbs =
    [
        "status", "panel list", "panel test gate", "panel test hall", "panel base gate", "slot list", "plan --days 2", "audit list", "backup", "site init", "restore",
        "panel add east --profile onbon/bx-6e2 --face 160x16x1 --panel mqtt://u:canary-add@127.0.0.1:1/east",
        "panel add east --unchecked --profile onbon/bx-6e2 --face 160x16x1 --panel mqtt://u:canary-unchecked@127.0.0.1:1/east",
        "panel add east --unchecked --profile onbon/bx-6e2 --face 160x16x1 --panel mqtt://u:canary-twice@127.0.0.1:1/west",
        "panel add west --unchecked --profile onbon/bx-6e2 --face 160x16x1 --panel tcp://u:canary-tcp@127.0.0.1:1",
        "panel add west --unchecked --profile onbon/bx-6e2 --face 160x16x1 --panel ftp://u:canary-ftp@127.0.0.1:1",
        "panel add west --unchecked --profile onbon/bx-6e2 --face 160x16x1 --panel mqtt://u:canary-bracket@[::1/x",
    ];

    private static readonly string[] Bench =
    [
        "show 你好 --profile onbon/bx-6e2 --face 160x16x1 --panel mqtt://u:canary-show@127.0.0.1:1/x --verbose",
        "show 你好 --profile onbon/bx-6e2 --face 160x16x1 --panel udp://u:canary-udp@127.0.0.1:1/x --verbose",
        "conformance --profile onbon/bx-6e2 --panel mqtt://u:canary-conformance@127.0.0.1:1/x --verbose",
        "sim onbon/bx-6e2 --listen mqtt://u:canary-sim@127.0.0.1:1/x --verbose",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ParallelOptions Two => new() { MaxDegreeOfParallelism = 2, CancellationToken = Token };

    [Fact]
    public async Task S36_Secret_WhenPlantedEverywhereUnderALaxUmask_IsInTheDatabaseAndItsBackupsAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell and its umask");
        await using var site = await LaxSite.StartAsync(Import, Environment, Token);
        await Parallel.ForEachAsync(Verbs, Two, async (line, token) => await site.AskAsync(token, [.. line.Split(' '), "--data", site.Data, "--verbose"]));
        foreach (var line in (string[])["status --json", $"slot export {site.In("slots.csv")}", $"slogan export {site.In("slogans.xlsx")}", $"audit export {site.In("audit.jsonl")}", $"plan --days 2 --out {site.In("plan.ics")}"])
        {
            var (code, _, complaints) = await site.AskAsync(Token, [.. line.Split(' '), "--data", site.Data]);
            Assert.True(code == 0, $"{line}: {complaints}");
        }

        await Parallel.ForEachAsync(Bench, Two, async (line, token) => await site.AskAsync(token, line.Split(' ')));
        using var visitor = new HttpClient { BaseAddress = site.Page };
        foreach (var path in (string[])["/health", "/", "/panel/gate", "/panel/hall", "/no-such-page"])
        {
            using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Token);
            site.Remember(await answer.Content.ReadAsStringAsync(Token));
        }

        // What a site says where the secret itself is what is wrong.
        await WrongAsync(site);

        AssertOwnersAlone(site);
        Assert.Contains("127.0.0.1:1", site.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Said.Split('\n'), line => line.Contains(Canary, StringComparison.Ordinal));
        var holding = await HoldingAsync(site.Folder);

        // The grep sees them where they belong. Whether a row still lies in the log or already in the file is SQLite's business.
        Assert.Contains(holding, file => file is "data/site.db" or "data/site.db-wal");
        Assert.Contains(holding, file => file.EndsWith(".bak", StringComparison.Ordinal));
        Assert.All(holding, file => Assert.Matches(@"^(data/(site\.db(-wal)?|backups/site\.db\..*\.bak)|site\.json|wrong\.json)$", file));
    }

    private static void AssertOwnersAlone(LaxSite site)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Nobody else comes as far as the files in it.
        Assert.Equal(OnlyMe, File.GetUnixFileMode(site.Data));
        Assert.Equal(OnlyMe, File.GetUnixFileMode(site.In("signage")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(site.Data, "control.sock")));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(site.Data, "backups"), "*.bak"));
    }

    private static async Task WrongAsync(LaxSite site)
    {
        await File.WriteAllTextAsync(site.In("wrong.json"), Import.Replace("160x16x1", "160x16", StringComparison.Ordinal).Replace("/gate\"", "\"", StringComparison.Ordinal), Token);
        await site.AskAsync(Token, "run", "--import", site.In("wrong.json"), "--data", site.In("other"), "--port", "0", "--verbose");
        await site.AskAsync(Token, "site", "init", "--import", site.In("wrong.json"), "--data", site.In("other"), "--verbose");
    }

    /// <summary>The files below a folder that hold a secret, read by a program made by others, which asks nobody for a lock. A workbook is looked at unpacked.</summary>
    private static async Task<IReadOnlyList<string>> HoldingAsync(string folder)
    {
        using var grep = Process.Start(new ProcessStartInfo("grep", ["-rlaF", "--devices=skip", Canary, folder]) { RedirectStandardOutput = true })!;
        var found = await grep.StandardOutput.ReadToEndAsync(Token);
        await grep.WaitForExitAsync(Token);
        return [.. found.Split('\n', StringSplitOptions.RemoveEmptyEntries).Concat(Directory.EnumerateFiles(folder, "*.xlsx").Where(Holds)).Select(file => Path.GetRelativePath(folder, file))];
    }

    private static bool Holds(string workbook)
    {
        using var zip = ZipFile.OpenRead(workbook);
        return zip.Entries.Any(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd().Contains(Canary, StringComparison.Ordinal);
        });
    }
}
