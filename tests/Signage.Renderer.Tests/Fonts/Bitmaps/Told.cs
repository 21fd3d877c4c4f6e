using System.Globalization;
using System.Text;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>Fonts as lines that can be compared: code point, advance, left, top, box, and the pixels row by row in hex.</summary>
internal static class Told
{
    public static BitmapFont Font(byte[] file) => Assert.IsType<BitmapFontAnswer.Read>(BitmapFontFile.Read(file)).Font;

    public static string Refused(byte[] file) => Assert.IsType<BitmapFontAnswer.Refused>(BitmapFontFile.Read(file)).Reason;

    public static string[] Lines(BitmapFont font) => [.. font.Glyphs.Select(glyph => Line(font, glyph.Key, glyph.Value)).Order(StringComparer.Ordinal)];

    private static string Line(BitmapFont font, int code, BitmapGlyph glyph)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{code:X4} {glyph.Advance} {glyph.Left} {glyph.Top} {glyph.Width}x{glyph.Height} ");
        for (var y = 0; y < glyph.Height; y++)
        {
            var row = new byte[(glyph.Width + 7) / 8];
            for (var x = 0; x < glyph.Width; x++)
            {
                row[x >> 3] |= font.IsLit(glyph, x, y) ? (byte)(0x80 >> (x & 7)) : (byte)0;
            }

            line.Append(Convert.ToHexString(row));
        }

        return line.ToString();
    }
}
