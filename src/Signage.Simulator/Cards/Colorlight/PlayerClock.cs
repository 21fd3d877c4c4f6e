using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>The player's calendar clock: set by hand, runs with the card's own time.</summary>
internal sealed class PlayerClock
{
    private const string Form = "yyyy-M-d HH:mm:ss";

    private DateTime _set = DateTime.UnixEpoch;
    private TimeSpan _at;
    private decimal _zone = 8;
    private (int Zone, int Time) _automatic = (1, 1);

    /// <summary>Sets it; false when the question is none.</summary>
    public bool Take(JsonElement? question, TimeSpan now)
    {
        if (question is not { } asked || PlayerAnswers.Number(asked, "isautotimezone", 0, 1) is not { } autoZone || PlayerAnswers.Number(asked, "isautotime", 0, 1) is not { } autoTime
            || !asked.TryGetProperty("timezone", out var zone) || zone.ValueKind != JsonValueKind.Number || !zone.TryGetDecimal(out var hours) || hours is < -12 or > 14
            || !asked.TryGetProperty("time", out var time) || time.ValueKind != JsonValueKind.String
            || !DateTime.TryParseExact(time.GetString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var set))
        {
            return false;
        }

        (_set, _at, _zone, _automatic) = (set, now, hours, (autoZone, autoTime));
        return true;
    }

    // It stops at the end of the calendar.
    private DateTime Reading(TimeSpan now) => now - _at is var passed && passed < DateTime.MaxValue - _set ? _set + passed : DateTime.MaxValue;

    /// <summary>What it shows.</summary>
    public JsonObject Tell(TimeSpan now) => new()
    {
        ["time"] = Reading(now).ToString(Form, CultureInfo.InvariantCulture),
        ["timezone"] = _zone,
        ["isautotimezone"] = _automatic.Zone,
        ["isautotime"] = _automatic.Time,
    };
}
