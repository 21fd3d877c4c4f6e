using System.Globalization;
using System.Text.Json;
using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>
/// What an app or a notification lights while it stands still. Texts, icons, charts and effects are not drawn as the clock would, but so that something is
/// seen. Drawing commands are read strictly: the clock would draw rubbish, or write beyond its memory, where this refuses.
/// </summary>
internal static class AwtrixDrawing
{
    private static readonly string[] Visible = ["text", "icon", "bar", "line", "progress", "effect", "overlay"];

    /// <summary>The pixels; null when a key is wrong.</summary>
    public static LedColour[]? Read(JsonElement app)
    {
        var cells = new LedColour[AwtrixMatrix.Cells];
        if (app.TryGetProperty("background", out var background))
        {
            if (Colour(background) is not { } behind)
            {
                return null;
            }

            Array.Fill(cells, behind);
        }

        if (app.TryGetProperty("draw", out var draw)
            && (draw.ValueKind != JsonValueKind.Array || !draw.EnumerateArray().All(command => Draw(cells, command))))
        {
            return null;
        }

        var seen = Visible.Count(key => app.TryGetProperty(key, out var value) && value.ToString() is { Length: > 0 } and not "clear");
        AwtrixMatrix.Letters(cells, seen * 4, AwtrixMatrix.Light(0xFFFFFF));
        return cells;
    }

    /// <summary>A colour, <c>"#RRGGBB"</c> or <c>[r,g,b]</c>; null when it is neither.</summary>
    public static LedColour? Colour(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return int.TryParse(value.GetString()!.Replace("#", "", StringComparison.Ordinal), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
                && number is >= 0 and <= 0xFFFFFF
                ? AwtrixMatrix.Light(number)
                : null;
        }

        return value.ValueKind == JsonValueKind.Array && Numbers(value, 255) is [var red, var green, var blue]
            ? new LedColour((byte)red, (byte)green, (byte)blue)
            : null;
    }

    private static bool Draw(LedColour[] cells, JsonElement command)
    {
        if (command.ValueKind != JsonValueKind.Object || command.EnumerateObject().ToArray() is not [var only] || only.Value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        JsonElement[] values = [.. only.Value.EnumerateArray()];
        return (only.Name, values.Length) switch
        {
            ("db", 5) => Bitmap(cells, values),
            ("dp", 3) => Shape(values, 2, (at, light) => AwtrixMatrix.Set(cells, at[0], at[1], light)),
            ("df", 5) => Shape(values, 4, (at, light) => AwtrixMatrix.Fill(cells, at[0], at[1], at[2], at[3], light)),
            ("dl", 5) or ("dr", 5) => Shape(values, 4, (at, light) => Ends(cells, at[0], at[1], light)),
            ("dc", 4) or ("dfc", 4) => Shape(values, 3, (at, light) => Ends(cells, at[0], at[1], light)),
            ("dt", 4) => values[2].ValueKind == JsonValueKind.String && Shape(values, 2, (_, light) => AwtrixMatrix.Letters(cells, 8, light)),
            _ => false,
        };
    }

    private static bool Bitmap(LedColour[] cells, JsonElement[] values)
    {
        if (values[..4].Select(value => Number(value, AwtrixMatrix.Cells)).ToArray() is not [{ } left, { } top, { } width, { } height]
            || values[4].ValueKind != JsonValueKind.Array || Numbers(values[4], 0xFFFFFF) is not { } colours || colours.Length != width * height)
        {
            return false;
        }

        for (var i = 0; i < colours.Length; i++)
        {
            AwtrixMatrix.Set(cells, left + (i % width), top + (i / width), AwtrixMatrix.Light(colours[i]));
        }

        return true;
    }

    private static bool Shape(JsonElement[] values, int places, Action<int[], LedColour> draw)
    {
        int?[] at = [.. values[..places].Select(value => Number(value, 1024))];
        if (at.Any(place => place is null) || Colour(values[^1]) is not { } light)
        {
            return false;
        }

        draw([.. at.Select(place => place!.Value)], light);
        return true;
    }

    // Lines and circles: their first point stands for them.
    private static void Ends(LedColour[] cells, int x, int y, LedColour light) => AwtrixMatrix.Set(cells, x, y, light);

    private static int? Number(JsonElement value, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 && number <= most ? number : null;

    private static int[]? Numbers(JsonElement array, int most)
    {
        int?[] numbers = [.. array.EnumerateArray().Select(value => Number(value, most))];
        return numbers.Any(number => number is null) ? null : [.. numbers.Select(number => number!.Value)];
    }
}
