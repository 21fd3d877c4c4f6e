using System.Text.Json;
using Signage.Core.Frames;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>What a clock tells of itself: docs/protocols/awtrix.md, section 4. Bounded, and never throws whatever the bytes.</summary>
internal static class AwtrixReports
{
    /// <summary>Pixels across.</summary>
    public const int Width = 32;

    /// <summary>Pixels down.</summary>
    public const int Height = 8;

    /// <summary>Longest report, in bytes: 256 colours of eight digits take 2,306, everything else is made in 1,024 bytes of memory.</summary>
    public const int Longest = 4096;

    /// <summary>The names of the apps in the order of their places; null when it is no such report.</summary>
    public static IReadOnlyList<string>? Loop(ReadOnlyMemory<byte> payload) => Read(payload, root =>
        root.ValueKind != JsonValueKind.Object ? null
        : Members(root).Select(member => member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out var place) ? (member.Name, Place: place) : (member.Name, Place: -1)).ToArray() is var apps
            && apps.All(app => app.Place >= 0)
            ? (IReadOnlyList<string>)[.. apps.OrderBy(app => app.Place).Select(app => app.Name)]
            : null);

    /// <summary>The colours of all pixels as a picture; null when it is no such report.</summary>
    public static PixelFrame? Screen(ReadOnlyMemory<byte> payload) => Read(payload, root =>
        root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == Width * Height
        && root.EnumerateArray().Select(Colour).ToArray() is var colours && Array.TrueForAll(colours, colour => colour >= 0)
            ? AwtrixBitmap.ToPicture(colours, new PixelSize(Width, Height))
            : null);

    /// <summary>The members of an object, text by name, in order; null when it is none. What is neither text, number nor truth is left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? Values(ReadOnlyMemory<byte> payload) => Read(payload, root =>
        root.ValueKind != JsonValueKind.Object ? null
        : (IReadOnlyList<KeyValuePair<string, string>>)[.. Members(root)
            .Where(member => member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            .Select(member => KeyValuePair.Create(member.Name, member.Value.ToString()))]);

    private static int Colour(JsonElement cell) =>
        cell.ValueKind == JsonValueKind.Number && cell.TryGetInt32(out var colour) && colour is >= 0 and <= 0xFFFFFF ? colour : -1;

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement root) => root.EnumerateObject().Select(member => (member.Name, member.Value));

    private static T? Read<T>(ReadOnlyMemory<byte> payload, Func<JsonElement, T?> meaning)
        where T : class
    {
        if (payload.Length > Longest)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(payload);
            return meaning(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Half a pair in a name is found only when it is read as text.
            return null;
        }
    }
}
