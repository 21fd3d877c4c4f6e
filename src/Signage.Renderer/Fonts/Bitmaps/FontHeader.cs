using System.Globalization;
using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>What a font says of itself.</summary>
/// <param name="Name">Its family and size.</param>
/// <param name="Charset">What its codes mean.</param>
/// <param name="PixelSize">The size that it is made for, in rows.</param>
internal sealed record FontHeader(string Name, FontCharset Charset, int PixelSize)
{
    // The fourteen fields of an X logical font name; the first of them stands behind the leading hyphen.
    private const int FieldsOfName = 15;
    private const int FamilyField = 2;
    private const int PixelField = 7;
    private const int LongestName = 60;

    /// <summary>
    /// Reads it from a font's properties and its name, if that is one of the X Logical Font Description. The character set of the name goes first: X goes by it, and the property of
    /// WenQuanYi's fonts is mistyped.
    /// </summary>
    /// <param name="properties">The properties that were asked for.</param>
    /// <param name="fontName">The name of the font; empty when it has none.</param>
    /// <param name="size">The size where neither says one; null for none.</param>
    /// <exception cref="FormatException">The character set is not known, or the size is missing or none.</exception>
    public static FontHeader Of(FontProperties properties, string fontName, int? size)
    {
        var fields = fontName.Split('-');
        var named = fields.Length == FieldsOfName ? fields : null;
        string[] charsets = [named is null ? "" : $"{named[^2]}-{named[^1]}", properties.Registry is null ? "" : $"{properties.Registry}-{properties.Encoding}"];
        var rows = properties.PixelSize ?? (named is not null && int.TryParse(named[PixelField], NumberStyles.None, CultureInfo.InvariantCulture, out var field) ? field : size);
        var family = properties.Family is { Length: > 0 } given ? given : named?[FamilyField] ?? fontName;
        var known = charsets.Select(FontCharset.Of).FirstOrDefault(charset => charset is not null)
            ?? throw new FormatException(Words.FontCharsetUnknown.With(Shown(charsets.FirstOrDefault(charset => charset.Length > 0, ""))));
        return rows switch
        {
            null => throw new FormatException(Words.FontWithoutSize),
            < 1 or > BitmapFontLimits.LargestBox => throw new FormatException(Words.FontOutOfRange.With("PIXEL_SIZE", rows, 1, BitmapFontLimits.LargestBox)),
            _ => new FontHeader($"{Shown(family)} {rows}px", known, rows.Value),
        };
    }

    /// <summary>A word of a file as it may be shown: one short line.</summary>
    public static string Shown(string word)
    {
        var clean = string.Concat(word.Take(LongestName).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)).Trim();
        return word.Length > LongestName ? $"{clean}…" : clean;
    }
}
