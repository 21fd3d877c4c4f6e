using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Signage.Controller.Hosting;
using Signage.Core.Text;

namespace Architecture.Tests;

/// <summary>What people read stands in resources, whole and bilingual, and the code fills every place of it.</summary>
public sealed partial class WordsTests
{
    // Tables whose Chinese is data: the trusted pack (docs/adr/0004), a vendor's error codes, the panels of the demo.
    private static readonly string[] Tables = ["Programmes/CharityPack.cs", "Wire/Bx6Error.cs", "Demo/DemoPanel.cs"];

    // Drawings of tests, the reader of profiles that meets a type it was not taught, a pipe that is never read that way.
    private static readonly string[] ForProgrammers = ["Frames/FrameDrawing.cs", "Json/JsonShape.cs", "Guard/GuardedInput.cs"];

    /// <summary>The tables below <c>src</c>, such as <c>Signage.Core/Words</c>; a vendor has one of its own.</summary>
    public static TheoryData<string> Rooms =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*Words.resx", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(Repository.Root, "src"), path).Replace('\\', '/')[..^".resx".Length])];

    [Fact]
    public void Source_WhenAny_HasChineseOnlyInComments() => Assert.Empty(
        Repository.Sources("src").Concat(Repository.Pages("src"))
            .Where(path => !Tables.Any(table => path.EndsWith(table, StringComparison.Ordinal)))
            .SelectMany(path => Chinese().Matches(WithoutComments(path)).Select(word => $"{path}: {word.Value}")));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Words_WhenAny_AreFoundChineseAndFormattable(string room) => Assert.All(Words(room), word =>
    {
        Assert.Matches(Chinese(), word.Value);
        object[] values = [.. Enumerable.Range(0, Places(word.Value)).Select(place => $"<{place}>")];
        var filled = word.Value.With(values);
        Assert.All(values, value => Assert.Contains((string)value, filled, StringComparison.Ordinal));
    });

    [Fact]
    public void Words_WhenSharedByAllFamilies_NameNoneOfThem()
    {
        var names = SiteHost.Adapters().Protocols.SelectMany(protocol => protocol.Split('-')).Concat(["bx-6", "awtrix"]).Except(["player"]);
        Assert.All(Words("Signage.Protocols/Words"), word => Assert.All(
            names, name => Assert.DoesNotContain(name, word.Value, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A clock or a controller behind the same link is no player (播放盒): what the links say fits whatever hangs on them.</summary>
    [Theory]
    [InlineData("Signage.Transports/Words")]
    [InlineData("Signage.Controller/Words")]
    [InlineData("Signage.Protocols/Words")]
    public void Words_WhenOfAnyDevice_CallItByNoFamilysName(string room) => Assert.All(Words(room), word =>
    {
        Assert.DoesNotContain("播放盒", word.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("player", word.Value, StringComparison.OrdinalIgnoreCase);
    });

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Words_WhenUsed_GetAValueForEachPlace(string room)
    {
        var words = Words(room);
        var folder = Path.Combine("src", Path.GetDirectoryName(room)!);
        var uses = Repository.Sources(folder).Concat(Repository.Pages(folder))
            .Select(WithoutComments)
            .SelectMany(source => Use().Matches(source).Where(use => use.Groups[1].Value == Path.GetFileName(room)).Select(use => (
                Name: use.Groups[2].Value, Values: use.Groups[3].Success ? Values(source[(use.Index + use.Length)..]) : 0)))
            .Where(use => words.ContainsKey(use.Name))
            .ToArray();
        Assert.Empty(words.Keys.Except(uses.Select(use => use.Name)));
        Assert.All(uses, use => Assert.Equal((use.Name, Places(words[use.Name])), use));
    }

    /// <summary>
    /// What is thrown or answered for a person is not written in the code, where it would be English only. Failures of the program itself (wrong
    /// arguments of a call, impossible states) speak to programmers and may be.
    /// </summary>
    [Fact]
    public void Complaint_WhenThrownForAPerson_IsInTheResources() => Assert.Empty(
        Repository.Sources("src").Where(path => !ForProgrammers.Any(kind => path.EndsWith(kind, StringComparison.Ordinal)))
            .SelectMany(path => Complaint().Matches(WithoutComments(path))
                .Where(found => English().IsMatch(Hole().Replace(found.Groups[1].Value, "")))
                .Select(found => $"{path}: {found.Value}")));

    private static Dictionary<string, string> Words(string room)
    {
        // The command's assembly has the name of the command.
        var assembly = room.Split('/')[0];
        var type = Assembly.Load(assembly == "Signage.Cli" ? "signage" : assembly).GetType(room.Replace('/', '.'), throwOnError: true)!;
        return type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(property => property.PropertyType == typeof(string))
            .ToDictionary(property => property.Name, property => (string)property.GetValue(null)!);
    }

    // The rest of a call after its opening bracket: each comma outside of inner brackets parts two values.
    private static int Values(string rest)
    {
        var (depth, values) = (0, 1);
        foreach (var letter in Quoted().Replace(rest, ""))
        {
            depth += letter is '(' or '[' ? 1 : letter is ')' or ']' ? -1 : 0;
            if (depth < 0)
            {
                break;
            }

            values += letter == ',' && depth == 0 ? 1 : 0;
        }

        return values;
    }

    private static int Places(string text) => CompositeFormat.Parse(text).MinimumArgumentCount;

    private static string WithoutComments(string path) =>
        TextOrComment().Replace(File.ReadAllText(path), piece => piece.Value[0] is '/' or '@' && !piece.Value.StartsWith("@\"", StringComparison.Ordinal) ? "" : piece.Value);

    // A text within a text, as in $"{Join(", ")}", comes in pieces here. That serves as long as the inner one holds no "//".
    [GeneratedRegex("""
        "{3}[\s\S]*?"{3}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@
        """)]
    private static partial Regex TextOrComment();

    [GeneratedRegex("""
        "(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(\w*Words)\.(\w+)(\.With\()?")]
    private static partial Regex Use();

    [GeneratedRegex("""
        (?:new\s+(?:LinkException|FormatException|StorageException|SiteStartException|UserError|UsageError|IOException|TimeoutException|UnauthorizedAccessException|NotSupportedException|PlatformNotSupportedException)\(\s*|Detail:\s*|Trouble\s*=\s*|Refuse\(\s*|\byield return\s+)\$?"((?:\\.|[^"\\\n])*)"
        """)]
    private static partial Regex Complaint();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[A-Za-z]{2,} +[A-Za-z]{2,}")]
    private static partial Regex English();

    [GeneratedRegex(@"[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]+")]
    private static partial Regex Chinese();
}
