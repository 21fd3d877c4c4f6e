using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Signage.Packing;

namespace Packaging.Tests;

/// <summary>What is in the package, read without starting it.</summary>
/// <param name="package">The package.</param>
public sealed partial class PackageTests(PackedSignage package)
{
    [Fact]
    public void Archive_WhenMade_IsNamedByTheOneVersion()
    {
        var version = XDocument.Load(package.Tree.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

        Assert.Equal($"signage-{version}-linux-x64.tar.gz", package.Name);
    }

    [Fact]
    public void Notices_WhenMade_NameEveryPackageThatIsShipped()
    {
        var noticed = Rows().ToDictionary(row => row.Id, row => row.Version);
        var shipped = Json("program/signage.deps.json")["libraries"]!.AsObject().Where(library => (string?)library.Value!["type"] != "project")
            .Select(library => library.Key.Replace("runtimepack.", "", StringComparison.Ordinal).Split('/')).ToArray();

        Assert.True(shipped.Length > 25);
        Assert.All(shipped, id => Assert.Equal(id[1], noticed.GetValueOrDefault(id[0])));
    }

    [Fact]
    public void Notices_WhenMade_LeaveNoLockedPackageOutThatLeftAFile()
    {
        var noticed = Rows().Select(row => row.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var forgotten = Locked("net10.0").Concat(Locked("net10.0/linux-x64")).Where(id => !noticed.Contains(id)
            && !IsPartOfTheRuntime(id) && File.Exists(package.PathOf($"program/{id}.dll")));

        Assert.Contains("Microsoft.AspNetCore.App.Internal.Assets", noticed);
        Assert.Empty(forgotten);
    }

    [Fact]
    public void Notices_WhenMade_BringEveryTextThatTheyName()
    {
        Assert.All(Rows(), row => Assert.NotEmpty(row.Texts));
        Assert.All(Rows().SelectMany(row => row.Texts), text => Assert.True(new FileInfo(package.PathOf(text)).Length > 500, text));
        var fonts = Rows().Where(row => row.Licence == "OFL-1.1").ToArray();
        var installed = Json(package.Tree.PathOf("src/Signage.Renderer/Fonts/package.json"))["dependencies"]!.AsObject().Select(font => font.Key);
        Assert.Equal(installed.Order(StringComparer.Ordinal), fonts.Select(font => font.Id).Order(StringComparer.Ordinal));
        Assert.All(fonts, font => Assert.Contains("SIL OPEN FONT LICENSE", File.ReadAllText(package.PathOf(font.Texts[0])), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Package_WhenMade_SaysUnderWhichLicenceItselfIs() =>
        Assert.Equal(File.ReadAllText(package.Tree.PathOf("LICENSE")), File.ReadAllText(package.PathOf("LICENSE")));

    [Fact]
    public void Unit_WhenPacked_StartsWhatIsInstalled()
    {
        var unit = File.ReadAllText(package.PathOf("signage.service"));

        Assert.Contains("ExecStart=/opt/signage/program/signage run\n", unit, StringComparison.Ordinal);
        Assert.All(
            new[] { "Type=notify", "WatchdogSec=", "NoNewPrivileges=yes", "ProtectSystem=strict", "StateDirectory=signage", "RuntimeDirectory=signage", "Restart=always" },
            line => Assert.Contains(line, unit, StringComparison.Ordinal));
    }

    [Fact]
    public void Targets_WhenListed_AreThoseOfThePublishProfilesAndTheLockFile()
    {
        var profiles = Directory.EnumerateFiles(package.Tree.PathOf("src/Signage.Cli/Properties/PublishProfiles")).Select(path => Path.GetFileNameWithoutExtension(path)!);
        var locked = Lock().Select(framework => framework.Key).Where(key => key.Contains('/')).Select(key => key.Split('/')[1]);

        var targets = PackTarget.All.Select(target => target.Rid).Order().ToArray();
        Assert.Equal(targets, profiles.Order());
        Assert.Equal(targets, locked.Order());
    }

    // Packages whose newer copy lies in the runtime itself are not shipped a second time.
    private bool IsPartOfTheRuntime(string id) => Json("program/signage.deps.json")["targets"]!.AsObject().Last().Value!.AsObject()
        .Where(library => library.Key.StartsWith("runtimepack.", StringComparison.Ordinal))
        .Any(pack => pack.Value!["runtime"]!.AsObject().Any(file => file.Key == $"{id}.dll"));

    private (string Id, string Version, string Licence, string[] Texts)[] Rows() =>
        [.. File.ReadLines(package.PathOf("THIRD-PARTY-NOTICES.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[2], cells[3], Link().Matches(cells[5]).Select(link => link.Groups[1].Value).ToArray()))];

    private IEnumerable<string> Locked(string framework) => Lock()[framework]!.AsObject().Where(entry => (string?)entry.Value!["type"] != "Project").Select(entry => entry.Key);

    private JsonObject Lock() => JsonNode.Parse(File.ReadAllText(package.Tree.PathOf("src/Signage.Cli/packages.lock.json")))!["dependencies"]!.AsObject();

    private JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(package.PathOf(file)))!;

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
