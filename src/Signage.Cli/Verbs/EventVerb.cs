using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Signage.Cli.Arguments;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage event</c>: what plays before, during and after an event, in one entry.</summary>
internal sealed partial class EventVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public EventVerb(VerbRooms rooms)
        : base("event", Words.VerbEvent, Words.ExampleEvent)
    {
        Add(new EventAddVerb(rooms));
        Add(new EventListVerb(rooms));
        Add(new EventRemoveVerb(rooms));
    }

    private sealed partial class EventAddVerb : Verb
    {
        public EventAddVerb(VerbRooms rooms)
            : base("add", Words.VerbEventAdd, Words.ExampleEvent)
        {
            var data = SiteOptions.Data();
            var id = new Argument<string>("ID") { Description = Words.ArgumentEventId };
            var begins = WordOptions.Instant("--begins", Words.OptionEventBegins);
            var ends = WordOptions.Instant("--ends", Words.OptionEventEnds);
            (begins.Required, ends.Required) = (true, true);
            var before = new Option<string>("--before") { Description = Words.OptionEventBefore, HelpName = "PROGRAMME" };
            var beforeDays = WordOptions.Whole("--before-days", Words.OptionEventBeforeDays, "N", PhasedEvent.LeastDays, PhasedEvent.MostDays);
            var during = new Option<string>("--during") { Description = Words.OptionEventDuring, HelpName = "PROGRAMME" };
            var after = new Option<string>("--after") { Description = Words.OptionEventAfter, HelpName = "PROGRAMME" };
            var afterDays = WordOptions.Whole("--after-days", Words.OptionEventAfterDays, "N", PhasedEvent.LeastDays, PhasedEvent.MostDays);
            var panels = new Option<PanelId[]>("--panels")
            {
                Description = Words.OptionPanels,
                HelpName = "ID …",
                AllowMultipleArgumentsPerToken = true,
                CustomParser = SiteWords.PanelIds,
            };
            var tags = SiteWords.Tags("--tags", Words.OptionTags);
            var times = SiteWords.Times("--times", Words.OptionTimes);
            var days = SiteWords.Days("--days", Words.OptionSlotDays);
            var priority = new Option<Priority?>("--priority")
            {
                Description = Words.OptionPriority.With(string.Join(", ", SiteWords.Priorities)),
                HelpName = "community",
                CustomParser = SiteWords.Priority,
            };
            var share = WordOptions.Whole("--share", Words.OptionShare, "N", Slot.LeastShare, Slot.MostShare);
            var joins = new Option<bool>("--joins") { Description = Words.OptionJoins };
            Add(id);
            foreach (var option in new Option[] { begins, ends, before, beforeDays, during, after, afterDays, panels, tags, times, days, priority, share, joins, data })
            {
                Add(option);
            }

            var call = new SiteCall(rooms, data);
            SetAction(async (parsed, cancellationToken) =>
            {
                try
                {
                    return await call.AskAsync(parsed, SiteRequests.AddEvent(Members(parsed)), answer => Tell(parsed, answer), cancellationToken).ConfigureAwait(false);
                }
                catch (UserError refused) when (Place().Replace(refused.Message, "") is var told && told != refused.Message)
                {
                    throw new UserError(told, refused);
                }
            });

            JsonObject Members(ParseResult parsed) => new()
            {
                ["id"] = parsed.GetRequiredValue(id),
                ["begins"] = SiteWords.Written(parsed.GetValue(begins)),
                ["ends"] = SiteWords.Written(parsed.GetValue(ends)),
                ["before"] = parsed.GetValue(before),
                ["beforeDays"] = Together(parsed.GetValue(beforeDays), parsed.GetValue(before), "--before PROGRAMME --before-days N"),
                ["during"] = parsed.GetValue(during) ?? Phase(parsed.GetValue(before) ?? parsed.GetValue(after)),
                ["after"] = parsed.GetValue(after),
                ["afterDays"] = Together(parsed.GetValue(afterDays), parsed.GetValue(after), "--after PROGRAMME --after-days N"),
                ["panels"] = new JsonArray([.. (parsed.GetValue(panels) ?? []).Select(panel => JsonValue.Create(panel.Value))]),
                ["tags"] = SiteRequests.Tags(parsed.GetValue(tags)),
                ["times"] = parsed.GetValue(times)?.ToString(),
                ["days"] = parsed.GetValue(days)?.ToString(),
                ["priority"] = parsed.GetValue(priority) is { } chosen ? SiteWords.Word(chosen) : null,
                ["share"] = parsed.GetValue(share),
                ["joins"] = parsed.GetValue(joins) ? true : null,
            };

            void Tell(ParseResult parsed, JsonObject answer)
            {
                rooms.Output.Line(Words.EventStored.With(parsed.GetRequiredValue(id), Listed(answer["slots"])));
                rooms.Output.Notes(answer["notes"]);
            }
        }

        // A person wrote an event and no list of slots; each refusal names its slot anyway.
        [GeneratedRegex(@"\bslots\[[0-9]{1,6}\]: ")]
        private static partial Regex Place();

        private static int? Together(int? days, string? programme, string words) => programme is null == days is null ? days : throw new UsageError(Words.RequiredMissing.With(words));

        // Nothing during an event is fine where there is something before or after it.
        private static string? Phase(string? other) => other is not null ? null : throw new UsageError(Words.RequiredMissing.With("--before PROGRAMME --before-days N / --during PROGRAMME / --after PROGRAMME --after-days N"));
    }

    private sealed class EventListVerb : Verb
    {
        public EventListVerb(VerbRooms rooms)
            : base("list", Words.VerbEventList, "signage event list")
        {
            var data = SiteOptions.Data();
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.Plain("event.list"),
                answer => SiteTable.Draw(
                    rooms.Output,
                    Rows(answer["events"]),
                    (Words.LabelEvent, row => row["event"]),
                    (Words.LabelPhase, row => Word((string?)row["phase"])),
                    (Words.LabelProgramme, row => row["programme"]),
                    (Words.LabelFrom, row => row["begins"]),
                    (Words.LabelUntil, row => row["ends"]),
                    (Words.LabelDaily, row => row["times"]),
                    (Words.LabelPanels, Meant),
                    (Words.LabelPriority, row => row["priority"])),
                cancellationToken));
        }

        // The name of an event once, before the first of its phases.
        private static JsonArray Rows(JsonNode? events) => [.. SheetFiles.Objects(events).SelectMany(one => SheetFiles.Objects(one["phases"]).Select((phase, at) =>
        {
            var row = (JsonObject)phase.DeepClone();
            row["event"] = at == 0 ? one["id"]?.DeepClone() : null;
            return (JsonNode)row;
        }))];

        private static JsonNode? Meant(JsonObject row)
        {
            string[] named = [.. Texts(row["panels"]), .. Texts(row["tags"]).Select(tag => Words.TaggedPanels.With(tag))];
            return named.Length > 0 ? string.Join(", ", named) : Words.AllPanels;
        }

        private static string? Word(string? phase) => phase switch
        {
            "before" => Words.PhaseBefore,
            "during" => Words.PhaseDuring,
            "after" => Words.PhaseAfter,
            _ => phase,
        };
    }

    private sealed class EventRemoveVerb : Verb
    {
        public EventRemoveVerb(VerbRooms rooms)
            : base("remove", Words.VerbEventRemove, Words.ExampleEventRemove)
        {
            var data = SiteOptions.Data();
            var id = new Argument<string>("ID") { Description = Words.ArgumentEventId };
            Add(id);
            Add(data);
            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.RemoveEvent(parsed.GetRequiredValue(id)),
                answer => rooms.Output.Line(Words.EventRemoved.With(parsed.GetRequiredValue(id), Listed(answer["slots"]))),
                cancellationToken));
        }
    }

    private static string Listed(JsonNode? slots) => string.Join(", ", Texts(slots));

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(text => $"{text}");
}
