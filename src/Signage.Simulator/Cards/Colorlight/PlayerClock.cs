using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Cards.Colorlight;

/// <summary>The player's calendar clock as its web server sets and tells it.</summary>
/// <param name="clock">The clock.</param>
internal sealed class PlayerClock(CardClock clock)
{
    private const string Form = "yyyy-M-d HH:mm:ss";

    private decimal _zone = 8;
    private (int Zone, int Time) _automatic = (1, 1);

    /// <summary>Sets it; false when the question is none.</summary>
    public bool Take(JsonElement? question)
    {
        if (question is not { } asked || PlayerAnswers.Number(asked, "isautotimezone", 0, 1) is not { } autoZone || PlayerAnswers.Number(asked, "isautotime", 0, 1) is not { } autoTime
            || !asked.TryGetProperty("timezone", out var zone) || zone.ValueKind != JsonValueKind.Number || !zone.TryGetDecimal(out var hours) || hours is < -12 or > 14
            || !asked.TryGetProperty("time", out var time) || time.ValueKind != JsonValueKind.String
            || !DateTime.TryParseExact(time.GetString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var set))
        {
            return false;
        }

        clock.SetWall(set);
        (_zone, _automatic) = (hours, (autoZone, autoTime));
        return true;
    }

    /// <summary>What it shows.</summary>
    public JsonObject Tell() => new()
    {
        ["time"] = clock.Wall.ToString(Form, CultureInfo.InvariantCulture),
        ["timezone"] = _zone,
        ["isautotimezone"] = _automatic.Zone,
        ["isautotime"] = _automatic.Time,
    };
}
