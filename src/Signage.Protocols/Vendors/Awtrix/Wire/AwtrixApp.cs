using System.Buffers;
using System.Text.Json;

namespace Signage.Protocols.Vendors.Awtrix.Wire;

/// <summary>An app of the loop, or a notification over it, with the keys that a still picture needs: docs/protocols/awtrix.md, section 3.</summary>
internal sealed record AwtrixApp
{
    /// <summary>The colour behind everything, <c>#RRGGBB</c>; null leaves the key out, and the clock takes black.</summary>
    public string? Background { get; init; }

    /// <summary>What is drawn; null for nothing.</summary>
    public AwtrixBitmap? Bitmap { get; init; }

    /// <summary>How long it stands, whole seconds; null leaves it to the clock.</summary>
    public int? Duration { get; init; }

    /// <summary>Seconds without news after which the clock takes it away, as far as it does: section 5; null for never.</summary>
    public int? Lifetime { get; init; }

    /// <summary>Lets no text scroll; null leaves the key out.</summary>
    public bool? NoScroll { get; init; }

    /// <summary>A notification that stands until somebody dismisses it; null leaves the key out.</summary>
    public bool? Hold { get; init; }

    /// <summary>False takes the place of the notification in front; null leaves the key out.</summary>
    public bool? Stack { get; init; }

    /// <summary>The JSON of it, without a blank in it: the clock has little room.</summary>
    public byte[] Write()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            if (Background is not null)
            {
                json.WriteString("background", Background);
            }

            if (Bitmap is not null)
            {
                Write(json, Bitmap);
            }

            Write(json, "duration", Duration);
            Write(json, "lifetime", Lifetime);
            Write(json, "noScroll", NoScroll);
            Write(json, "hold", Hold);
            Write(json, "stack", Stack);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, AwtrixBitmap bitmap)
    {
        json.WriteStartArray("draw");
        json.WriteStartObject();
        json.WriteStartArray("db");
        foreach (var side in (int[])[bitmap.X, bitmap.Y, bitmap.Width, bitmap.Height])
        {
            json.WriteNumberValue(side);
        }

        json.WriteStartArray();
        foreach (var colour in bitmap.Colours)
        {
            json.WriteNumberValue(colour);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string key, int? value)
    {
        if (value is { } some)
        {
            json.WriteNumber(key, some);
        }
    }

    private static void Write(Utf8JsonWriter json, string key, bool? value)
    {
        if (value is { } some)
        {
            json.WriteBoolean(key, some);
        }
    }
}
