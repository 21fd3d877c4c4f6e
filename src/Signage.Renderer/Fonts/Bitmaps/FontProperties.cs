using System.Globalization;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>The few properties of a font that are of use here; the others are passed over.</summary>
internal sealed class FontProperties
{
    /// <summary>FAMILY_NAME.</summary>
    public string? Family { get; private set; }

    /// <summary>CHARSET_REGISTRY.</summary>
    public string? Registry { get; private set; }

    /// <summary>CHARSET_ENCODING.</summary>
    public string? Encoding { get; private set; }

    /// <summary>FONT, the whole name.</summary>
    public string? FontName { get; private set; }

    /// <summary>PIXEL_SIZE.</summary>
    public int? PixelSize { get; private set; }

    /// <summary>True for a property that is kept.</summary>
    public static bool Keeps(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("FAMILY_NAME"u8) || name.SequenceEqual("CHARSET_REGISTRY"u8) || name.SequenceEqual("CHARSET_ENCODING"u8)
        || name.SequenceEqual("FONT"u8) || name.SequenceEqual("PIXEL_SIZE"u8);

    /// <summary>Keeps a property.</summary>
    public void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        var text = System.Text.Encoding.UTF8.GetString(value);
        if (name.SequenceEqual("FAMILY_NAME"u8))
        {
            Family = text;
        }
        else if (name.SequenceEqual("CHARSET_REGISTRY"u8))
        {
            Registry = text;
        }
        else if (name.SequenceEqual("CHARSET_ENCODING"u8))
        {
            Encoding = text;
        }
        else if (name.SequenceEqual("FONT"u8))
        {
            FontName = text;
        }
    }

    /// <summary>Keeps a property that is a number.</summary>
    public void Take(ReadOnlySpan<byte> name, int value)
    {
        if (name.SequenceEqual("PIXEL_SIZE"u8))
        {
            PixelSize = value;
        }
        else if (name.SequenceEqual("CHARSET_ENCODING"u8))
        {
            // Some writers have the 1 of ISO10646-1 as a number.
            Encoding = value.ToString(CultureInfo.InvariantCulture);
        }
    }
}
