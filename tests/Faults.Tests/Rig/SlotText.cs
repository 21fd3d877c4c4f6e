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
        new(id, item, [], new SlotTime(new DailyRange(new TimeOnly(from, 0), new TimeOnly(until % 24, 0))), priority);

    /// <summary>What plays when nothing else does.</summary>
    public static Slot Base(string item) => new("base", item, [], SlotTime.Always, Priority.Base);

    /// <summary>The slot, on the days from one to another only.</summary>
    public static Slot From(Slot slot, DateOnly? first, DateOnly? last) => slot with { Time = slot.Time with { FirstDay = first, LastDay = last } };

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
            ["times"] = slot.Time.Daily.ToString(),
            ["priority"] = slot.Priority.ToString().ToLowerInvariant(),
        };
        Say("firstDay", slot.Time.FirstDay);
        Say("lastDay", slot.Time.LastDay);
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
