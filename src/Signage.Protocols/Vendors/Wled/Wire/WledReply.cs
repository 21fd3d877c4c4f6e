using System.Globalization;
using System.Text.Json;
using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Profiles;

namespace Signage.Protocols.Vendors.Wled.Wire;

/// <summary>Reads the JSON that a controller answers. Never throws: what makes no sense is null.</summary>
internal static class WledReply
{
    /// <summary>Longest answer that is believed, in bytes; a state with the most segments and its info stays far below.</summary>
    public const int Longest = 64 * 1024;

    private const int LongestValue = 120;
    private const int LongestSide = 8192;

    private static readonly (string Member, string Name)[] Told =
        [("brand", "brand"), ("product", "product"), ("ver", "version"), ("name", "name"), ("mac", "mac"), ("arch", "arch"), ("lip", "liveFrom")];

    /// <summary>True for the short answer of a change that was made.</summary>
    public static bool IsSuccess(ReadOnlyMemory<byte> body) =>
        Read(body, root => root.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.True ? "" : null) is not null;

    /// <summary>The error number of an answer; null when there is none.</summary>
    public static string? Error(ReadOnlyMemory<byte> body) => Read(body, root => Text(root, "error"));

    /// <summary>State and info; null when it is no WLED.</summary>
    public static PanelReading? StateAndInfo(ReadOnlyMemory<byte> body, BrightnessScale scale) => Read(body, root =>
        root.TryGetProperty("state", out var state) && root.TryGetProperty("info", out var about)
        && state.ValueKind == JsonValueKind.Object && about.ValueKind == JsonValueKind.Object && Info(about) is { } info
            ? info with
            {
                Values = [.. State(state), .. info.Values],
                PoweredOn = Flag(state, "on"),
                BrightnessPercent = Number(state, "bri") is { } level ? scale.Percent(level) : null,
                PlaysOurs = Flag(about, "live") is null ? null : WhyNotOurs(state, about) is null,
                WhyNotOurs = WhyNotOurs(state, about),
                HidesStream = Number(state, "lor") is { } way ? way != 0 : null,
            }
            : null);

    private static IEnumerable<KeyValuePair<string, string>> State(JsonElement state) =>
        new[] { ("on", "on"), ("bri", "brightness"), ("lor", "liveOverride"), ("ps", "preset") }
            .Select(pair => KeyValuePair.Create(pair.Item2, Text(state, pair.Item1)))
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));

    // How a controller names the way that our pictures come to it.
    private const string OurSource = "DDP";

    // An override comes first: as long as it holds, a stream that arrives is live all the same, and hidden.
    private static string? WhyNotOurs(JsonElement state, JsonElement info) =>
        Flag(info, "live") is not { } live ? null
        : Number(state, "lor") is { } way and not 0 ? CardWords.Overridden.With(way)
        : !live ? CardWords.NoStream
        : Text(info, "lm") is not { Length: > 0 } source ? CardWords.HeldByJson
        : source == OurSource ? null
        : CardWords.OtherStream.With(source);

    private static PanelReading? Info(JsonElement info)
    {
        if (!info.TryGetProperty("leds", out var leds) || leds.ValueKind != JsonValueKind.Object || Text(info, "ver") is null)
        {
            return null;
        }

        var values = new List<KeyValuePair<string, string>>();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                values.Add(KeyValuePair.Create(name, value));
            }
        }

        Add("live", Text(info, "live"));
        Add("liveSource", Text(info, "lm"));
        Add("fps", Text(leds, "fps"));
        Add("leds", Text(leds, "count"));
        foreach (var (member, name) in Told)
        {
            Add(name, Text(info, member));
        }

        return new PanelReading(values) { Face = Face(leds) };
    }

    // Only a controller that is set up as a matrix says what its face is; a strip has no sides.
    private static PanelFace? Face(JsonElement leds) =>
        leds.TryGetProperty("matrix", out var matrix) && matrix.ValueKind == JsonValueKind.Object
        && Number(matrix, "w") is { } width and >= 1 and <= LongestSide && Number(matrix, "h") is { } height and >= 1 and <= LongestSide
            ? new PanelFace(new PixelSize(width, height), ColourAbility.Full)
            : null;

    private static bool? Flag(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static int? Number(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    // What a stranger in the network says must not move the cursor of a technician's terminal.
    private static string? Text(JsonElement owner, string member) => owner.TryGetProperty(member, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => new string([.. value.GetString()!.Take(LongestValue).Where(letter => !char.IsControl(letter))]),
        JsonValueKind.Number => value.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    } : null;

    private static T? Read<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T?> read)
        where T : class
    {
        if (body.Length > Longest)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is what a text with half a surrogate pair ends in.
            return null;
        }
    }
}
