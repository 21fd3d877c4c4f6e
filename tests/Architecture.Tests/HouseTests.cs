using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Hosting;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Architecture.Tests;

/// <summary>Habits of the house that a reader relies on.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Rooms = ["Core", "Disks", "Protocols", "Renderer", "Transports", "Simulator", "Conformance", "Sheets", "Trust", "Storage", "Web", "Controller", "Cli"];

    // The command's assembly has the name of the command.
    private static Assembly Load(string room) => Assembly.Load(room == "Cli" ? "signage" : $"Signage.{room}");

    private static IEnumerable<IPanelAdapter> Adapters(string vendor) => Load("Protocols").GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IPanelAdapter)) && type is { IsAbstract: false, IsInterface: false }
            && $"{type.Namespace}.".StartsWith($"Signage.Protocols.Vendors.{vendor}.", StringComparison.Ordinal))
        .Select(type => (IPanelAdapter)Activator.CreateInstance(type)!);

    public static TheoryData<string> Vendors =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/Signage.Protocols/Vendors")).Select(path => Path.GetFileName(path))];

    [Fact]
    public void Namespace_WhenAnySource_IsItsFolder()
    {
        var wrong = Repository.Sources("src")
            .Where(path => !path.EndsWith("Program.cs", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => (path, Expected: Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repository.Root, "src"), path))!.Replace('/', '.'),
                Found: Namespace().Match(File.ReadAllText(path)).Groups[1].Value))
            .Where(file => file.Expected != file.Found)
            .Select(file => $"{file.path}: {file.Found}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Source_WhenAny_HasAtMostFourHundredLines() => Assert.DoesNotContain(
        Repository.Sources("src").Concat(Repository.Pages("src")).Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)), path => File.ReadLines(path).Count() > 400);

    [Fact]
    public void Source_WhenAny_AvoidsNamesThatSayNothing() => Assert.DoesNotContain(
        Repository.Sources("src"), path => EmptyWords().IsMatch(Path.GetRelativePath(Repository.Root, path)));

    /// <summary>An operator has an alarm on a number; two events of one number are one to it.</summary>
    [Fact]
    public void EventIds_WhenAny_AreOfOneEvent()
    {
        var twice = Repository.Sources("src").SelectMany(path => EventId().Matches(File.ReadAllText(path)).Select(match => (Id: match.Groups[1].Value, path)))
            .GroupBy(one => one.Id).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.path))}");
        Assert.Empty(twice);
    }

    [Fact]
    public void Statics_WhenAny_NeverChange()
    {
        var changing = Rooms.SelectMany(room => Load(room).GetTypes())
            .Where(type => !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false) && !type.Name.StartsWith('<')
                && type.Namespace?.StartsWith("Signage", StringComparison.Ordinal) == true && !type.Name.Contains("Json", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith('<'))
            .Select(field => $"{field.DeclaringType}.{field.Name}");
        Assert.Empty(changing);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Vendor_WhenAny_HasItsFiveThings(string vendor)
    {
        var folder = Path.Combine(Repository.Root, "src/Signage.Protocols/Vendors", vendor);
        Assert.True(Directory.Exists(Path.Combine(folder, "Wire")), "no Wire/");
        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*Adapter.cs"));
        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*Dialogue.cs"));
        Assert.True(File.Exists(Path.Combine(folder, "README.md")), "no README.md");

        var adapters = Adapters(vendor).ToArray();
        Assert.NotEmpty(adapters);
        Assert.All(adapters, adapter =>
        {
            var vectors = Path.Combine(Repository.Root, "tests/Signage.Protocols.Tests/Vectors", adapter.Protocol);
            Assert.True(Directory.Exists(vectors) && Directory.EnumerateFiles(vectors, "*.txt").Any(), $"no byte vectors of its own in {vectors}");
        });
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Vendor_WhenAny_IsSpokenByTheSiteAndPlayedByTheSimulator(string vendor)
    {
        var profiles = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(Repository.Root, "firmware-profiles"))).Catalog!.All;
        Assert.All(Adapters(vendor), adapter =>
        {
            Assert.Contains(adapter.Protocol, SiteHost.Adapters().Protocols);
            var profile = profiles.First(profile => profile.Protocol == adapter.Protocol);
            var face = new PanelFace(new PixelSize(profile.Face.MinWidth, profile.Face.MinHeight), profile.Colours[0]);
            SimulatedCards.Create(profile, face, new CardClock(new FakeTimeProvider()));
        });
    }

    [GeneratedRegex(@"LoggerMessage\((\d+)")]
    private static partial Regex EventId();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("Utils|Helper|Manager|Common/", RegexOptions.None)]
    private static partial Regex EmptyWords();
}
