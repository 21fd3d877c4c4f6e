using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Arguments;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage plan</c>: what plays at a moment, why, until when, and who lost.</summary>
internal sealed class PlanVerb : Verb
{
    private static readonly string[] Members = ["panel", "at", "until", "items", "why", "lost"];

    private readonly VerbRooms _rooms;

    /// <summary>Makes the verb.</summary>
    public PlanVerb(VerbRooms rooms)
        : base("plan", Words.VerbPlan, "signage plan --at 2026-11-23T08:00:00+08:00 --panel gate-east")
    {
        _rooms = rooms;
        var data = SiteOptions.Data();
        var at = WordOptions.Instant("--at", Words.OptionAt);
        var panel = new Option<string?>("--panel") { Description = Words.OptionPanel, HelpName = "ID" };
        var days = new Option<int?>("--days") { Description = Words.OptionDays, HelpName = "N" };
        foreach (var option in new Option[] { data, at, panel, days })
        {
            Add(option);
        }

        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 366)
            {
                result.AddError(Words.NotDays);
            }
        });
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.Plan(parsed.GetValue(at) ?? rooms.Rooms.Time.GetUtcNow(), parsed.GetValue(panel), parsed.GetValue(days)),
            Tell,
            cancellationToken));
    }

    private void Tell(JsonObject answer)
    {
        var table = new Table().AddColumns(
            Words.LabelPanel, Words.LabelFrom, Words.LabelUntil, Words.LabelShows, Words.LabelWhy, Words.LabelLost);
        foreach (var row in answer["decisions"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            table.AddRow([.. Members.Select(name => Markup.Escape(Text(row[name])))]);
        }

        _rooms.Output.Draw(table);
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join('\n', list.Select(item => item?.ToString())),
        _ => value.ToString(),
    };
}
