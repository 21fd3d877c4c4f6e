using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Arguments;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Sheets.Agenda;

namespace Signage.Cli.Verbs;

/// <summary><c>signage plan</c>: what plays at a moment, why, until when, and who lost; and what it will look like.</summary>
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
        var file = WordOptions.Path("--out", Words.OptionPlanFile, "FILE.{ics,png,gif}");
        var gaps = new Option<bool>("--gaps") { Description = Words.OptionGaps };
        var conflicts = new Option<bool>("--conflicts") { Description = Words.OptionConflicts };
        foreach (var option in new Option[] { data, at, panel, days, gaps, conflicts, file })
        {
            Add(option);
        }

        var call = new SiteCall(rooms, data);
        var picture = new PlanPicture(rooms, call);
        var looks = new PlanLooks(rooms.Output);
        SetAction((parsed, cancellationToken) =>
        {
            var from = parsed.GetValue(at) ?? rooms.Rooms.Time.GetUtcNow();
            var request = SiteRequests.Plan(from, parsed.GetValue(panel), parsed.GetValue(days));
            if (parsed.GetValue(gaps) || parsed.GetValue(conflicts))
            {
                return parsed.GetValue(file) is not null || (parsed.GetValue(gaps) && parsed.GetValue(conflicts)) ? throw new UsageError(Words.LooksAlone)
                    : parsed.GetValue(gaps) ? call.AskAsync(parsed, SiteRequests.Look("plan.gaps", request), looks.Gaps, cancellationToken)
                    : call.AskAsync(parsed, SiteRequests.Look("plan.conflicts", request), looks.Conflicts, cancellationToken);
            }

            return Check(parsed.GetValue(file), parsed.GetValue(panel), parsed.GetValue(days)) switch
            {
                null => call.AskAsync(parsed, request, Draw, cancellationToken),
                var path when Ending(path) == ".ICS" => call.ExportAsync(
                    parsed, request, path, (to, answer) => Write(to, answer, from.AddDays(parsed.GetValue(days) ?? 1), rooms.Rooms.Time.GetUtcNow()), cancellationToken),
                var path => picture.DrawAsync(parsed, from, parsed.GetValue(panel), path, cancellationToken),
            };
        });

        void Draw(JsonObject answer)
        {
            SiteTable.Draw(
                rooms.Output,
                answer["decisions"],
                (Words.LabelPanel, row => row["panel"]),
                (Words.LabelFrom, row => row["at"]),
                (Words.LabelUntil, PlanCells.Until),
                (Words.LabelShows, PlanCells.Shown),
                (Words.LabelWhy, PlanCells.Why),
                (Words.LabelLost, row => row["lost"]),
                (Words.LabelPolicies, row => row["policies"]));
            var rows = (answer["decisions"] as JsonArray ?? []).OfType<JsonObject>().ToArray();

            // A sentence for each panel at one moment; for days the table is enough.
            if (rows.DistinctBy(row => row["panel"]?.ToString()).Count() == rows.Length)
            {
                rooms.Output.Notes(new JsonArray([.. rows.Select(row => row["sentence"]).OfType<JsonNode>().Select(told => told.DeepClone())]));
            }

            rooms.Output.Notes(new JsonArray([.. (answer["decisions"] as JsonArray ?? [])
                .SelectMany(row => row?["notLit"] as JsonArray ?? []).Select(note => note!.ToString()).Distinct().Select(note => (JsonNode)note)]));

            // What the gate says is told once, and so is what only the drawing finds.
            rooms.Output.Notes(new JsonArray([.. rows.Where(row => row["dark"] is null && row["notLit"] is not JsonArray { Count: > 0 })
                .Select(row => row["refusal"]).OfType<JsonNode>().Select(told => told.DeepClone())]));
        }
    }

    // Before anybody is asked: a wrong name is a wrong command line.
    private static string? Check(string? file, string? panel, int? days) => Ending(file) switch
    {
        "" when file is null => null,
        ".ICS" => file,
        ".PNG" or ".GIF" when days is not null => throw new UsageError(Words.PictureOfDays),
        ".GIF" when panel is null => throw new UsageError(Words.GifNeedsPanel),
        ".PNG" or ".GIF" => file,
        _ => throw new UsageError(Words.NotAPlanFile.With(file)),
    };

    private static string Ending(string? file) => Path.GetExtension(file ?? "").ToUpperInvariant();

    private static string Write(string path, JsonObject answer, DateTimeOffset until, DateTimeOffset now)
    {
        var events = PlanAgenda.Of(SheetFiles.Objects(answer["decisions"]), until);
        File.WriteAllText(path, AgendaFile.Text(events, now));
        return Words.Exported.With(path, events.Count);
    }
}
