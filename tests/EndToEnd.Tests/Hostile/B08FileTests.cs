using System.Text;
using Signage.Testing.Processes;

namespace EndToEnd.Tests.Hostile;

/// <summary>
/// B08 at the real command: files that are none, that never end, or that are made to fill the memory, at every verb that takes one. Each is refused with 1 in one
/// line. The heap of the process may hold 512 MiB and no more, so what takes all there is ends in another way than a refusal.
/// </summary>
public sealed class B08FileTests : IDisposable
{
    private static readonly Dictionary<string, string> Bounded = new() { ["DOTNET_GCHeapHardLimit"] = "0x20000000" };
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-files-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (string Name, string Words, string[] Line)[] Asked =>
    [
        ("slogans that are a folder with the name of a table", "folder.csv", ["slogan", "import", "folder.csv"]),
        ("slogans that are a link to nowhere", "nowhere.txt", ["slogan", "import", "nowhere.txt"]),
        ("slogans without an end behind their beginning, 2 GiB", "1048576", ["slogan", "import", "huge.txt"]),
        ("slogans in UTF-16", "UTF-8", ["slogan", "import", "utf16.txt"]),
        ("slogans in JSON, 100,000 deep", "deep.json", ["slogan", "import", "deep.json"]),
        ("slogans in JSON that are a number", "number.json", ["slogan", "import", "number.json"]),
        ("slots of 2 GiB", "32 MB", ["slot", "import", "huge.csv"]),
        ("a workbook of 2 GiB", "32 MB", ["slot", "import", "huge.xlsx"]),
        ("slots that are a folder", "folder.xlsx", ["slot", "import", "folder.xlsx"]),
        ("a site from JSON, 100,000 deep", "deep.json", ["site", "init", "--import", "deep.json", "--data", "home"]),
        ("a site from zeros", "zeros.json", ["site", "init", "--import", "zeros.json", "--data", "home"]),
        ("a site from a folder", "folder.csv", ["site", "init", "--import", "folder.csv", "--data", "home"]),
        ("a backup without its digest", "zeros.json", ["restore", "--from", "zeros.json", "--data", "home"]),
        ("a backup that is a link to nowhere", "nowhere.txt", ["restore", "--from", "nowhere.txt", "--data", "home"]),
        ("an audit that is a folder", "folder.csv", ["audit", "verify", "folder.csv"]),
        ("a warning without an end", "64 MiB", ["alert", "check", "endless.xml", "--latitude", "30", "--longitude", "105"]),
        ("a warning with entities that grow", "", ["alert", "check", "laughs.xml", "--latitude", "30", "--longitude", "105"]),
        ("a recording without an end", "64 MiB", ["decode", "--profile", "onbon/bx-6e2", "endless.xml"]),
        ("a card model, 100,000 deep", "deep.json", ["profile", "check", "deep.json"]),
        ("card models in a folder of zeros", "zeros", ["profile", "list", "--profiles", "models"]),
    ];

    [Fact]
    public async Task B08_File_WhenItIsHostile_IsRefusedInOneLineAndInBoundedMemory()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs links and devices");
        Make();
        string[] before = [.. Listing()];

        await Parallel.ForEachAsync(Asked, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Token }, async (asked, token) =>
        {
            string[] line = [.. asked.Line.Select(word => File.Exists(In(word)) || Directory.Exists(In(word)) || word is "home" or "nowhere.txt" ? In(word) : word)];
            string[] data = line.Contains("--data") || line[0] is "alert" or "decode" or "profile" or "audit" ? [] : ["--data", In("home")];
            await using var process = SignageProcess.Start(Bounded, [.. line, .. data]);
            var (code, output) = await process.EndAsync(token);
            var complaints = process.Complaints;
            Assert.True(code == 1 && output.Length == 0, $"{asked.Name}: {code} {output} {complaints}");
            Assert.True(complaints.Contains(asked.Words, StringComparison.Ordinal) && complaints.Trim('\n').Split('\n').Length == 1, $"{asked.Name}: {complaints}");
            Assert.DoesNotContain("unexpected", complaints, StringComparison.Ordinal);
        });

        Assert.Equal(before, Listing());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Make()
    {
        foreach (var name in (string[])["folder.csv", "folder.xlsx", "models"])
        {
            Directory.CreateDirectory(In(name));
        }

        foreach (var name in (string[])["huge.txt", "huge.csv", "huge.xlsx"])
        {
            // Sparse: nothing of it lies on the disk.
            using var huge = File.Create(In(name));
            huge.SetLength(2L << 30);
        }

        File.CreateSymbolicLink(In("nowhere.txt"), In("never"));
        File.CreateSymbolicLink(In("endless.xml"), "/dev/zero");
        File.WriteAllBytes(In("utf16.txt"), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("邻里守望，温暖你我。")]);
        File.WriteAllText(In("deep.json"), new string('[', 100_000));
        File.WriteAllText(In("number.json"), "1e999");
        File.WriteAllBytes(In("zeros.json"), new byte[100_000]);
        File.WriteAllBytes(In("models/zeros.json"), new byte[100_000]);
        File.WriteAllText(In("laughs.xml"), """<!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">&c;</alert>""");
    }

    private IEnumerable<string> Listing() => Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private string In(string name) => Path.Combine(_folder, name);
}
