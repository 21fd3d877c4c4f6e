using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>What a clock tells of itself, in the words of its firmware.</summary>
internal static class AwtrixReporting
{
    private const int LoopMemory = 1024;
    private const int BytesAValue = 16;

    /// <summary>The names of the apps and their places. What does not fit the memory for it is left out, without a word.</summary>
    public static string Loop(AwtrixLoop loop)
    {
        var left = LoopMemory;
        var members = new List<string>();
        foreach (var (place, app) in loop.Apps.Index())
        {
            left -= BytesAValue + app.Name.Length + 1;
            if (left >= 0)
            {
                members.Add($"{Text(app.Name)}:{place.ToString(CultureInfo.InvariantCulture)}");
            }
        }

        return $"{{{string.Join(',', members)}}}";
    }

    /// <summary>The colours of all pixels.</summary>
    public static string Screen(LedColour[] cells) =>
        $"[{string.Join(',', cells.Select(cell => AwtrixMatrix.Number(cell).ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>What it is and does.</summary>
    public static string Stats(AwtrixDevice device, int heard, TimeSpan now) => "{\"bat\":100,\"bat_raw\":665,\"type\":0,\"lux\":0,\"ldr_raw\":0,\"ram\":120000,"
        + $"\"bri\":{Number(device.Flash.Number("BRI"))},\"temp\":21,\"hum\":40,\"uptime\":{Number((int)now.TotalSeconds)},\"wifi_signal\":-60,"
        + $"\"messages\":{Number(heard)},\"version\":\"0.98\",\"indicator1\":{Flag(device.HasIndicator(0))},\"indicator2\":{Flag(device.HasIndicator(1))},"
        + $"\"indicator3\":{Flag(device.HasIndicator(2))},\"app\":{Text(device.Shows)},\"uid\":\"awtrix_simulated\",\"matrix\":{Flag(device.IsOn)},"
        + "\"ip_address\":\"127.0.0.1\"}";

    /// <summary>What it keeps.</summary>
    public static string Settings(AwtrixDevice device) =>
        $"{{\"MATP\":{Flag(device.IsOn)},{string.Join(',', device.Flash.Settings.Select(pair => $"\"{pair.Key}\":{AwtrixFlash.Json(pair.Value)}"))},\"OVERLAY\":{Text(device.Overlay)}}}";

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(string value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
