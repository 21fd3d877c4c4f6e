using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Signage.Cli.Composition;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Cli.Verbs;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Protocols.Profiles;
using Signage.Simulator.Faults;

namespace Architecture.Tests;

/// <summary>What the documents tell people to type, to write and to open is read by the program's own readers.</summary>
public sealed partial class DocTests
{
    private static readonly string[] ReadMes = ["README.md", "README.zh-CN.md"];

    public static TheoryData<string> Pages => [.. Doc.All.Select(doc => doc.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Line_WhenItCallsTheCommand_IsUnderstoodByIt(string page) => Assert.DoesNotContain(
        Page(page).Lines
            .Select(line => (Line: line, Words: Doc.Signage(line)))
            .Where(call => call.Words is { Count: > 0 })
            .Select(call => (call.Line, Wrong: Complaint(call.Words!))),
        call => call.Wrong is not null);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Json_WhenShown_IsReadByItsReader(string page) => Assert.All(Page(page).Json, Read);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Link_WhenInTheTree_LeadsSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        Assert.DoesNotContain(
            Page(page).Links
                .Where(link => !link.Contains("://", StringComparison.Ordinal) && link[0] != '#')
                .Select(link => Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(link.Split('#')[0])))),
            path => !path.StartsWith(Repository.Root, StringComparison.Ordinal) || !Path.Exists(path));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Path_WhenNamed_IsInTheTree(string page) => Assert.DoesNotContain(
        Page(page).Spans.Concat(Page(page).Blocks.SelectMany(block => TreePath().Matches(block.Body).Select(path => path.Value))),
        span => WholeTreePath().IsMatch(span) && !Path.Exists(Path.Combine(Repository.Root, span)));

    [Fact]
    public void ReadMe_WhenReadInEitherLanguage_NamesEveryVerb()
    {
        var verbs = Root().Subcommands.Select(verb => verb.Name).ToArray();
        Assert.All(ReadMes, page => Assert.Empty(verbs.Except(Page(page).Lines.Select(Doc.Signage).Where(words => words is { Count: > 0 }).Select(words => words![0]))));
    }

    [Fact]
    public void ReadMe_WhenReadInEitherLanguage_SaysTheSame()
    {
        var (english, chinese) = (Page(ReadMes[0]), Page(ReadMes[1]));
        Assert.Equal(Named(english), Named(chinese));
        Assert.Equal(Rows(english), Rows(chinese));

        static IEnumerable<string> Named(Doc page) => page.Spans.Where(span => WholeTreePath().IsMatch(span)).Distinct().Order(StringComparer.Ordinal);
        static IEnumerable<int> Rows(Doc page) => page.Text.Split("\n## ").Select(part => part.Split('\n').Count(line => line is ['|', ..]));
    }

    [Fact]
    public void Example_WhenAVerbHasOne_IsUnderstoodByIt() => Assert.DoesNotContain(
        All(Root()).OfType<Verb>().Select(verb => (verb.Example, Wrong: Complaint(Doc.Signage(verb.Example)!))), verb => verb.Wrong is not null);

    private static Doc Page(string name) => Doc.All.Single(doc => doc.Name == name);

    private static RootCommand Root() =>
        CommandLine.Root(new VerbRooms(ProgramRooms.Create(), new Output(TextWriter.Null, TextWriter.Null, () => Stream.Null), new CommonOptions()));

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    // A verb may be named without its words; whatever says more must be a line that works.
    private static string? Complaint(IReadOnlyList<string> words)
    {
        var parsed = Root().Parse(words);
        var isName = Verb.PathOf(parsed.CommandResult) == string.Join(' ', words.Prepend("signage"));
        return isName || parsed.Errors.Count == 0 ? null : string.Join("; ", parsed.Errors.Select(error => error.Message));
    }

    private static void Read(string json)
    {
        var shown = JsonNode.Parse(json)!.AsObject();
        Action read = shown switch
        {
            _ when shown.ContainsKey("verb") => () => ReadRequest(shown),
            _ when shown.ContainsKey("seed") || shown.ContainsKey("noise") => () => FaultPlanReader.Read(json),
            _ when shown.ContainsKey("protocol") => () => ReadProfile(json, (string)shown["id"]!),
            _ when shown.ContainsKey("panels") || shown.ContainsKey("slots") => () => InFile(json, path => SiteImport.Read(path)),
            _ when shown.ContainsKey("slogans") => () => InFile(json, path => Assert.All(SloganFile.Read(path).Slogans, slogan => slogan.Deserialize(EntryJson.Default.SloganEntry)!.ToSlogan())),
            _ when shown.ContainsKey("Signage") => () => InFile(json, ReadSettings),
            _ => throw new InvalidOperationException($"What reads this? {json}"),
        };
        read();
    }

    private static void ReadProfile(string json, string id) =>
        Assert.Empty(new ProfileReader(SiteHost.Adapters()).Read([new ProfileFile($"{id}.json", id, json)]).Errors);

    // A member that nobody reads would be a promise that nobody keeps.
    private static void ReadSettings(string path)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(path).Build();
        SiteHost.Read(configuration);
        string[] known = ["Data", "Profiles", "Import", "TimeZone", "Telemetry", "Web:Url"];
        Assert.Empty(configuration.GetSection("Signage").AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null).Select(pair => pair.Key).Except(known));
    }

    // The door itself reads no more of a request than its verb does: the names of the verbs and of their members, and the entries in it.
    private static void ReadRequest(JsonObject request)
    {
        var verbs = typeof(IControlVerb).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IControlVerb)) && !type.IsInterface)
            .Select(type => (IControlVerb)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type));
        var verb = Assert.Single(verbs, verb => verb.Name == (string)request["verb"]!);
        Assert.Empty(request.Select(member => member.Key).Except(verb.Members.Append("verb")));
        switch ((string)request["verb"]!)
        {
            case "panel.add":
                request["panel"]!.Deserialize(EntryJson.Default.PanelEntry)!.ToPanel();
                break;
            case "slot.add":
                request["slot"]!.Deserialize(EntryJson.Default.SlotEntry)!.ToSlot();
                break;
            case "slot.import":
                Assert.All(request["slots"]!.AsArray(), slot => slot.Deserialize(EntryJson.Default.SlotEntry)!.ToSlot());
                break;
            case "slogan.add":
                Assert.All(request["slogans"]!.AsArray(), slogan => slogan.Deserialize(EntryJson.Default.SloganEntry)!.ToSlogan());
                break;
            default:
                break;
        }
    }

    private static void InFile(string json, Action<string> read)
    {
        var folder = Directory.CreateTempSubdirectory("signage-doc-");
        try
        {
            var path = Path.Combine(folder.FullName, "shown.json");
            File.WriteAllText(path, json);
            read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\b(?:src|tests|docs|benchmarks|firmware-profiles|build)/[\w./-]+")]
    private static partial Regex TreePath();

    [GeneratedRegex(@"^(?:src|tests|docs|benchmarks|firmware-profiles|build)/[\w./-]+$")]
    private static partial Regex WholeTreePath();
}
