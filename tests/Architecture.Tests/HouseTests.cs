using System.Reflection;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>Habits of the house that a reader relies on.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Rooms = ["Core", "Protocols", "Renderer", "Transports", "Simulator", "Storage", "Web", "Controller"];

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

    [Fact]
    public void Statics_WhenAny_NeverChange()
    {
        var changing = Rooms.SelectMany(room => Assembly.Load($"Signage.{room}").GetTypes())
            .Where(type => !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false) && !type.Name.StartsWith('<')
                && type.Namespace?.StartsWith("Signage", StringComparison.Ordinal) == true && !type.Name.Contains("Json", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith('<'))
            .Select(field => $"{field.DeclaringType}.{field.Name}");
        Assert.Empty(changing);
    }

    [Fact]
    public void Vendor_WhenAny_HasItsFiveThings()
    {
        foreach (var vendor in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/Signage.Protocols/Vendors")))
        {
            Assert.True(Directory.Exists(Path.Combine(vendor, "Wire")), $"{vendor}: no Wire/");
            Assert.NotEmpty(Directory.EnumerateFiles(vendor, "*Adapter.cs"));
            Assert.NotEmpty(Directory.EnumerateFiles(vendor, "*Dialogue.cs"));
            Assert.True(File.Exists(Path.Combine(vendor, "README.md")), $"{vendor}: no README.md");
        }

        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Signage.Protocols.Tests/Vectors"), "*.txt", SearchOption.AllDirectories));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("Utils|Helper|Manager|Common/", RegexOptions.None)]
    private static partial Regex EmptyWords();
}
