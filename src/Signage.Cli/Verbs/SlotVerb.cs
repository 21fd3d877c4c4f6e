using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Words;
using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Signage.Cli.Verbs;

/// <summary><c>signage slot</c>: when programmes play at the running site.</summary>
internal sealed class SlotVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public SlotVerb(VerbRooms rooms)
        : base("slot", "排期 (slots of the running site)", SlotAddVerb.ExampleLine) => Add(new SlotAddVerb(rooms));

    private sealed class SlotAddVerb : Verb
    {
        public const string ExampleLine = "signage slot add morning --programme charity-01 --panels gate-east --from 08:00 --until 20:00";

        public SlotAddVerb(VerbRooms rooms)
            : base("add", "增加排期 (add a slot; done once it is stored)", ExampleLine)
        {
            var data = SiteOptions.Data();
            var id = new Argument<string>("ID") { Description = "排期编号 (id)" };
            var programme = new Option<string>("--programme") { Description = "节目 (programme, such as charity-01)", HelpName = "ID", Required = true };
            var panels = new Option<PanelId[]>("--panels")
            {
                Description = "屏幕 (panels; default: every panel)",
                HelpName = "ID …",
                AllowMultipleArgumentsPerToken = true,
                CustomParser = SiteWords.PanelIds,
            };
            var from = SiteWords.Time("--from", "开始 (from, site time)");
            var until = SiteWords.Time("--until", "结束 (until, site time; at or before --from is the next day)");
            var firstDay = SiteWords.Day("--first-day", "第一天 (first day; default: open)");
            var lastDay = SiteWords.Day("--last-day", "最后一天 (last day; default: open)");
            var priority = new Option<Priority?>("--priority")
            {
                Description = $"优先级 (priority: {string.Join(", ", SiteWords.Priorities)}; default: community)",
                HelpName = "community",
                CustomParser = SiteWords.Priority,
            };
            Add(id);
            foreach (var option in new Option[] { programme, panels, from, until, firstDay, lastDay, priority, data })
            {
                Add(option);
            }

            var call = new SiteCall(rooms, data);
            SetAction((parsed, cancellationToken) => call.AskAsync(
                parsed,
                SiteRequests.AddSlot(new JsonObject
                {
                    ["id"] = parsed.GetRequiredValue(id),
                    ["programme"] = parsed.GetRequiredValue(programme),
                    ["panels"] = new JsonArray([.. (parsed.GetValue(panels) ?? []).Select(panel => JsonValue.Create(panel.Value))]),
                    ["from"] = parsed.GetRequiredValue(from)!.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
                    ["until"] = parsed.GetRequiredValue(until)!.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
                    ["firstDay"] = parsed.GetValue(firstDay)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["lastDay"] = parsed.GetValue(lastDay)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["priority"] = parsed.GetValue(priority) is { } chosen ? SiteWords.Word(chosen) : null,
                }),
                _ => rooms.Output.Line($"已增加排期 {parsed.GetRequiredValue(id)} (slot stored)"),
                cancellationToken));
        }
    }
}
