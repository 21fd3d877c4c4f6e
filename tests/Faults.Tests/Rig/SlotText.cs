using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Faults.Tests.Rig;

/// <summary>Slots and panels in the spellings of a test.</summary>
internal static class SlotText
{
    /// <summary>A slot of the day, by hours of site time.</summary>
    public static Slot Hours(string id, string item, int from, int until, Priority priority = Priority.Community) =>
        new(id, item, [], new DailyRange(new TimeOnly(from, 0), new TimeOnly(until % 24, 0)), Priority: priority);

    /// <summary>What plays when nothing else does.</summary>
    public static Slot Base(string item) => new("base", item, [], DailyRange.WholeDay, Priority: Priority.Base);

    /// <summary>For a history: everything that the slot says.</summary>
    public static string Of(Slot slot) => string.Create(
        CultureInfo.InvariantCulture,
        $"{slot.ProgrammeId} {slot.Daily.From:HH:mm:ss}-{slot.Daily.Until:HH:mm:ss} {slot.FirstDay:yyyy-MM-dd}..{slot.LastDay:yyyy-MM-dd} {slot.Priority} [{string.Join(',', slot.Panels)}]");

    /// <summary>For a history: everything that the panel is.</summary>
    public static string Of(Panel panel) => $"{panel.Name} {panel.ProfileId} {panel.Face} {panel.Endpoint.OriginalString}";

    /// <summary>The slot as it is written at the control socket, where what is not said is left out.</summary>
    public static JsonObject ToJson(Slot slot)
    {
        var written = new JsonObject
        {
            ["id"] = slot.Id,
            ["programme"] = slot.ProgrammeId,
            ["panels"] = new JsonArray([.. slot.Panels.Select(panel => (JsonNode)panel.Value)]),
            ["from"] = slot.Daily.From.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["until"] = slot.Daily.Until.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["priority"] = slot.Priority.ToString().ToLowerInvariant(),
        };
        Say("firstDay", slot.FirstDay);
        Say("lastDay", slot.LastDay);
        return written;

        void Say(string member, DateOnly? day)
        {
            if (day is { } some)
            {
                written[member] = some.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }
    }
}
