using System.Globalization;
using System.Text.Json;

namespace Signage.Protocols.Vendors.Colorlight.Wire;

/// <summary>
/// Reads the player's answers. Whatever comes, nothing is thrown: what is no JSON, too long or of another shape reads as null. Numbers may be
/// written as texts, as the vendor's own samples do.
/// </summary>
internal static class PlayerReplies
{
    /// <summary>Longest answer that is read; a list of some hundred programmes stays below.</summary>
    public const int LongestAnswer = 64 * 1024;

    private const int LongestText = 64;
    private const int MostNames = 512;

    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <summary>What the player is and plays: <c>/api/info.json</c>.</summary>
    public static PlayerInfo? Info(ReadOnlyMemory<byte> body) => Read(body, root =>
        Object(root, "info") is { } info && (Text(info, "vername") ?? Text(info, "model")) is not null
            ? new PlayerInfo(Text(info, "model"), Text(info, "vername"), Text(info, "serialno"))
            {
                UpMilliseconds = Number(info, "up"),
                MemoryFree = Object(info, "mem") is { } memory ? Number(memory, "free") : null,
                StorageFree = Object(info, "storage") is { } storage ? Number(storage, "free") : null,
                Playing = Object(info, "playing") is { } playing ? Text(playing, "name") : null,
                Source = Object(info, "playing") is { } from ? Text(from, "source") : null,
            }
            : null);

    /// <summary>The pixels that the player drives: <c>/api/dimension.json</c>, the pair called real.</summary>
    public static PlayerDimension? Dimension(ReadOnlyMemory<byte> body) => Read(body, root =>
        Number(root, "real_width") is >= 1 and <= 8192 and var width && Number(root, "real_height") is >= 1 and <= 8192 and var height
            ? new PlayerDimension((int)width, (int)height)
            : null);

    /// <summary>A single 0 or 1: <c>/api/powerstatus.json</c>, <c>/api/screenstatus.json</c>.</summary>
    public static bool? Switch(ReadOnlyMemory<byte> body, string name) =>
        Read<Switched>(body, root => Number(root, name) is (0 or 1) and var value ? new Switched(value == 1) : null)?.On;

    /// <summary>How bright it is: <c>/api/brightnessandcolortemp.json</c>.</summary>
    public static PlayerBrightness? Brightness(ReadOnlyMemory<byte> body) => Read(body, root =>
        Number(root, "brightness") is >= 0 and <= 255 and var level ? new PlayerBrightness((int)level, Number(root, "colortemp") ?? Number(root, "colortemperature")) : null);

    /// <summary>What time it has: <c>/api/rtc.json</c>.</summary>
    public static PlayerTime? Clock(ReadOnlyMemory<byte> body) => Read(body, root =>
        DateTime.TryParseExact(Text(root, "time"), "yyyy-M-d H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            ? new PlayerTime(wall, root.TryGetProperty("timezone", out var zone) && zone.ValueKind is JsonValueKind.Number && zone.TryGetDecimal(out var hours) ? hours : null)
            : null);

    /// <summary>The programmes that came over the local network: <c>/api/vsns.json</c>.</summary>
    public static IReadOnlyList<string>? LanPrograms(ReadOnlyMemory<byte> body) => Read(body, root =>
    {
        if (!root.TryGetProperty("contents", out var contents) || contents.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var names = new List<string>();
        foreach (var source in contents.EnumerateArray())
        {
            if (source.ValueKind != JsonValueKind.Object || Text(source, "type") != "lan"
                || !source.TryGetProperty("content", out var held) || held.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            names.AddRange(held.EnumerateArray()
                .Where(one => one.ValueKind == JsonValueKind.Object)
                .Select(one => Text(one, "name"))
                .OfType<string>()
                .Take(MostNames - names.Count));
        }

        return (IReadOnlyList<string>)names;
    });

    private static T? Read<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T?> take)
        where T : class
    {
        if (body.Length > LongestAnswer)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body, Shallow);
            return document.RootElement.ValueKind == JsonValueKind.Object ? take(document.RootElement) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // No JSON, or a text in it that is no Unicode.
            return null;
        }
    }

    private static JsonElement? Object(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static long? Number(JsonElement of, string name) => !of.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? written
        : null;

    // It is shown to people and written into logs: no line breaks, and not without end.
    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text
            ? new string([.. text.Where(letter => !char.IsControl(letter))])
            : null;

    private sealed record Switched(bool On);
}

/// <summary>What a player says of itself.</summary>
/// <param name="Model">Such as <c>c4</c>; null when it does not say.</param>
/// <param name="Version">Of its program; null when it does not say.</param>
/// <param name="Serial">Its serial number; null when it does not say.</param>
internal sealed record PlayerInfo(string? Model, string? Version, string? Serial)
{
    public long? UpMilliseconds { get; init; }

    public long? MemoryFree { get; init; }

    public long? StorageFree { get; init; }

    /// <summary>The file of the programme that it plays; empty when it plays none.</summary>
    public string? Playing { get; init; }

    /// <summary>Where that programme came from: lan, usb, internet …</summary>
    public string? Source { get; init; }
}

/// <summary>The pixels that a player drives.</summary>
internal sealed record PlayerDimension(int Width, int Height);

/// <summary>How bright a player is.</summary>
/// <param name="Level">0 to 255.</param>
/// <param name="ColourTemperature">Kelvin; null when it does not say.</param>
internal sealed record PlayerBrightness(int Level, long? ColourTemperature);

/// <summary>What time a player has.</summary>
/// <param name="Wall">As it would be read from a wall beside it.</param>
/// <param name="Zone">Hours ahead of universal time; null when it does not say.</param>
internal sealed record PlayerTime(DateTime Wall, decimal? Zone);
