using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Arguments;
using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage slot</c>: when programmes play at the running site.</summary>
internal sealed class SlotVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public SlotVerb(VerbRooms rooms)
        : base("slot", Words.VerbSlot, SlotAddVerb.ExampleLine)
    {
        Add(new SlotAddVerb(rooms));
        Add(new SlotImportVerb(rooms));
        Add(new SlotExportVerb(rooms));
        Add(new SlotListVerb(rooms));
        Add(new SlotRemoveVerb(rooms));
    }

    private sealed class SlotRemoveVerb : Verb
    {
        public SlotRemoveVerb(VerbRooms rooms)
            : base("remove", Words.VerbSlotRemove, "signage slot remove morning")
        {
            var data = SiteOptions.Data();
            var id = new Argument<string>("ID") { Description = Words.ArgumentSlotId };
            Add(id);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.RemoveSlot(parsed.GetRequiredValue(id)),
                _ => rooms.Output.Line(Words.SlotRemoved.With(parsed.GetRequiredValue(id))),
                cancellationToken));
        }
    }

    private sealed class SlotListVerb : Verb
    {
        public SlotListVerb(VerbRooms rooms)
            : base("list", Words.VerbSlotList, "signage slot list")
        {
            var data = SiteOptions.Data();
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.Plain("slot.list"),
                answer => SiteTable.Draw(
                    rooms.Output,
                    answer["details"] ?? Named(answer["slots"]),
                    (Words.LabelSlot, row => row["id"]),
                    (Words.LabelProgramme, row => row["programme"]),
                    (Words.LabelPanels, Meant),
                    (Words.LabelDaily, row => row["times"] ?? Span(row["from"], row["until"])),
                    (Words.LabelDays, row => Span(row["firstDay"] ?? row["begins"], row["lastDay"] ?? row["ends"])),
                    (Words.LabelDayRule, row => row["days"]),
                    (Words.LabelPriority, row => (bool?)row["joins"] == true ? Words.Joining.With(row["priority"]) : row["priority"]),
                    (Words.LabelShare, row => row["share"])),
                cancellationToken));
        }
    }

    private static JsonNode? Meant(JsonObject row)
    {
        string[] named = [.. Texts(row["panels"]), .. Texts(row["tags"]).Select(tag => Words.TaggedPanels.With(tag))];
        return named.Length > 0 ? string.Join(", ", named) : row["panels"] is null ? null : Words.AllPanels;
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(text => text?.ToString() ?? "");

    // A site that tells no more of its slots than their ids.
    private static JsonArray Named(JsonNode? slots) =>
        [.. (slots as JsonArray)?.Select(slot => new JsonObject { ["id"] = slot?.ToString() }) ?? []];

    // What darkens shows nothing, so only it may name no programme.
    private static string? Nothing(Priority? priority) => priority == Priority.Blank ? null : throw new UsageError(Words.RequiredMissing.With("--programme ID"));

    // No time at all is the whole day, as it is in tables and files; one time of a range alone says nothing.
    private static DailyTimes? Chosen(TimeOnly? from, TimeOnly? until, DailyTimes? times) =>
        times is not null && (from ?? until) is not null ? throw new UsageError(Words.TimesTwice)
        : times is null && (from ?? until) is null ? DailyTimes.WholeDay
        : times is null && (from is null || until is null) ? throw new UsageError(Words.RequiredMissing.With("--from 08:00 --until 20:00 / --times TIMES"))
        : times;

    private static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Span(JsonNode? from, JsonNode? until) => from is null && until is null ? "" : $"{from} – {until}";

    private sealed class SlotAddVerb : Verb
    {
        public const string ExampleLine = "signage slot add morning --programme charity-01 --panels gate-east --from 08:00 --until 20:00";

        public SlotAddVerb(VerbRooms rooms)
            : base("add", Words.VerbSlotAdd, ExampleLine)
        {
            var data = SiteOptions.Data();
            var id = new Argument<string>("ID") { Description = Words.ArgumentSlotId };
            var programme = new Option<string>("--programme") { Description = Words.OptionProgramme, HelpName = "ID" };
            var panels = new Option<PanelId[]>("--panels")
            {
                Description = Words.OptionPanels,
                HelpName = "ID …",
                AllowMultipleArgumentsPerToken = true,
                CustomParser = SiteWords.PanelIds,
            };
            var from = SiteWords.Time("--from", Words.OptionFrom);
            var until = SiteWords.Time("--until", Words.OptionUntil, isEnd: true);
            var times = SiteWords.Times("--times", Words.OptionTimes);
            var firstDay = SiteWords.Day("--first-day", Words.OptionFirstDay);
            var lastDay = SiteWords.Day("--last-day", Words.OptionLastDay);
            var days = SiteWords.Days("--days", Words.OptionSlotDays);
            var priority = new Option<Priority?>("--priority")
            {
                Description = Words.OptionPriority.With(string.Join(", ", SiteWords.Priorities)),
                HelpName = "community",
                CustomParser = SiteWords.Priority,
            };
            var tags = SiteWords.Tags("--tags", Words.OptionTags);
            var share = WordOptions.Whole("--share", Words.OptionShare, "N", Slot.LeastShare, Slot.MostShare);
            var joins = new Option<bool>("--joins") { Description = Words.OptionJoins };
            var begins = WordOptions.Instant("--begins", Words.OptionBegins);
            var ends = WordOptions.Instant("--ends", Words.OptionEnds);
            Add(id);
            foreach (var option in new Option[] { programme, panels, tags, from, until, times, firstDay, lastDay, days, begins, ends, priority, share, joins, data })
            {
                Add(option);
            }

            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.AddSlot(new JsonObject
                {
                    ["id"] = parsed.GetRequiredValue(id),
                    ["programme"] = parsed.GetValue(programme) ?? Nothing(parsed.GetValue(priority)),
                    ["panels"] = new JsonArray([.. (parsed.GetValue(panels) ?? []).Select(panel => JsonValue.Create(panel.Value))]),
                    ["from"] = Clock(parsed.GetValue(from)),
                    ["until"] = Clock(parsed.GetValue(until)),
                    ["times"] = Chosen(parsed.GetValue(from), parsed.GetValue(until), parsed.GetValue(times))?.ToString(),
                    ["firstDay"] = parsed.GetValue(firstDay)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["lastDay"] = parsed.GetValue(lastDay)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["days"] = parsed.GetValue(days)?.ToString(),
                    ["priority"] = parsed.GetValue(priority) is { } chosen ? SiteWords.Word(chosen) : null,
                    ["tags"] = SiteRequests.Tags(parsed.GetValue(tags)),
                    ["share"] = parsed.GetValue(share),
                    ["joins"] = parsed.GetValue(joins) ? true : null,
                    ["begins"] = SiteWords.Written(parsed.GetValue(begins)),
                    ["ends"] = SiteWords.Written(parsed.GetValue(ends)),
                }),
                answer =>
                {
                    rooms.Output.Line(Words.SlotStored.With(parsed.GetRequiredValue(id)));
                    rooms.Output.Notes(answer["notes"]);
                },
                cancellationToken));
        }
    }
}
