using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Trust.Screening;

namespace Signage.Cli.Verbs;

/// <summary><c>signage screen</c>: what a site would say of words before anybody approves them, without a site.</summary>
internal sealed class ScreenVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public ScreenVerb(VerbRooms rooms)
        : base("screen", Words.VerbScreen, Words.ExampleScreen)
    {
        var text = new Argument<string>("TEXT") { Description = Words.ArgumentScreenText };
        var lists = new Option<string?>("--lists") { Description = Words.OptionScreenLists, HelpName = "DIR" };
        var own = new Option<string[]>("--own-places") { Description = Words.OptionScreenOwn, HelpName = "PLACE …", AllowMultipleArgumentsPerToken = true };
        Add(text);
        Add(lists);
        Add(own);
        SetAction(parsed =>
        {
            var report = Look(parsed.GetRequiredValue(text), parsed.GetValue(lists), parsed.GetValue(own) ?? []);
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Line(Json(report).ToJsonString(SiteCall.Readable));
            }
            else
            {
                Tell(rooms.Output, report);
            }

            return report.IsRefused ? ExitCode.Failed : ExitCode.Done;
        });
    }

    private static ScreeningReport Look(string text, string? folder, string[] own)
    {
        try
        {
            var screen = new Screen(ScreeningLists.Read(folder), CharityPack.Instance.Slogans.Select(slogan => slogan.Text));
            return screen.Look(text, new ScreenContext { OwnPlaces = own });
        }
        catch (SiteStartException wrong)
        {
            throw new UserError(wrong.Message, wrong);
        }
    }

    private static void Tell(Output output, ScreeningReport report)
    {
        foreach (var finding in report.Findings)
        {
            output.Line($"{Word(finding.Severity)}  {SloganScreen.Told(finding)}");
        }

        if (report.Findings.Count == 0)
        {
            output.Line(Words.ScreenClear.With(string.Join(", ", report.Lists.Select(list => $"{list.Id} {list.Version}"))));
        }
    }

    private static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Refused => Words.ScreenRefused,
        FindingSeverity.MustDecide => Words.ScreenDecide,
        _ => Words.ScreenHint,
    };

    private static JsonObject Json(ScreeningReport report) => new()
    {
        ["digest"] = report.Digest?.Hex,
        ["refused"] = report.IsRefused,
        ["findings"] = new JsonArray([.. report.Findings.Select(finding => (JsonNode)new JsonObject
        {
            ["kind"] = Camel($"{finding.Kind}"),
            ["severity"] = Camel($"{finding.Severity}"),
            ["start"] = finding.Place.Start,
            ["length"] = finding.Place.Length,
            ["why"] = finding.Why,
            ["fix"] = finding.Fix,
            ["word"] = finding.Word,
            ["list"] = finding.ListId,
            ["version"] = finding.ListVersion,
        })]),
        ["lists"] = new JsonArray([.. report.Lists.Select(list => (JsonNode)new JsonObject { ["id"] = list.Id, ["version"] = list.Version })]),
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
