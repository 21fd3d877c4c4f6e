using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Arguments;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage plan</c>: what plays at a moment, why, until when, and who lost.</summary>
internal sealed class PlanVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PlanVerb(VerbRooms rooms)
        : base("plan", Words.VerbPlan, "signage plan --at 2026-11-23T08:00:00+08:00 --panel gate-east")
    {
        var data = SiteOptions.Data();
        var at = WordOptions.Instant("--at", Words.OptionAt);
        var panel = new Option<string?>("--panel") { Description = Words.OptionPanel, HelpName = "ID" };
        var days = WordOptions.Whole("--days", Words.OptionDays, "N", 1, 366);
        foreach (var option in new Option[] { data, at, panel, days })
        {
            Add(option);
        }

        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.Plan(parsed.GetValue(at) ?? rooms.Rooms.Time.GetUtcNow(), parsed.GetValue(panel), parsed.GetValue(days)),
            answer =>
            {
                SiteTable.Draw(
                    rooms.Output,
                    answer["decisions"],
                    (Words.LabelPanel, row => row["panel"]),
                    (Words.LabelFrom, row => row["at"]),
                    (Words.LabelUntil, row => row["until"]),
                    (Words.LabelShows, Shown),
                    (Words.LabelWhy, row => row["why"]),
                    (Words.LabelLost, row => row["lost"]));
                rooms.Output.Notes(new JsonArray([.. (answer["decisions"] as JsonArray ?? [])
                    .SelectMany(row => row?["notLit"] as JsonArray ?? []).Select(note => note!.ToString()).Distinct().Select(note => (JsonNode)note)]));
            },
            cancellationToken));
    }

    // Words that nobody approved are planned and stay unlit; a table that shows both alike promises too much.
    private static JsonArray Shown(JsonObject row)
    {
        var unlit = (row["unlit"] as JsonArray ?? []).Select(item => item?.ToString()).ToHashSet();
        return [.. (row["items"] as JsonArray ?? []).Select(item => item?.ToString() ?? "").Select(item => unlit.Contains(item) ? Words.NotLit.With(item) : item)];
    }
}
