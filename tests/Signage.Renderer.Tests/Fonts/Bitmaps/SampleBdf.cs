using System.Globalization;
using System.Text;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>Small fonts written by hand.</summary>
internal static class SampleBdf
{
    /// <summary>Four characters of different boxes: 善, a letter that leans out on the left, a space, and one of seventeen columns.</summary>
    public const string Text = """
        STARTFONT 2.1
        COMMENT written by hand
        FONT -signage-sample-medium-r-normal--12-120-75-75-p-100-iso10646-1
        SIZE 12 75 75
        FONTBOUNDINGBOX 17 12 -1 -2
        STARTPROPERTIES 5
        PIXEL_SIZE 12
        CHARSET_REGISTRY "ISO10646"
        CHARSET_ENCODING "1"
        FONT_ASCENT 10
        FONT_DESCENT 2
        ENDPROPERTIES
        CHARS 4

        STARTCHAR shan
        ENCODING 21892
        SWIDTH 1000 0
        DWIDTH 12 0
        BBX 11 12 0 -2
        BITMAP
        1080
        0900
        7FC0
        0400
        3F80
        0400
        FFE0
        1100
        7FC0
        2080
        2080
        3F80
        ENDCHAR
        STARTCHAR j
        ENCODING 106
        SWIDTH 500 0
        DWIDTH 3 0
        BBX 4 9 -1 -2
        BITMAP
        10
        00
        10
        10
        10
        10
        10
        90
        60
        ENDCHAR
        STARTCHAR space
        ENCODING 32
        SWIDTH 500 0
        DWIDTH 6 0
        BBX 1 1 0 0
        BITMAP
        00
        ENDCHAR
        STARTCHAR long
        ENCODING 8212
        SWIDTH 1400 0
        DWIDTH 17 0
        BBX 17 1 0 4
        BITMAP
        FFFF80
        ENDCHAR
        ENDFONT

        """;

    public static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>A font in which every character is a frame as wide and high as the font, with the low bits of its code within.</summary>
    /// <param name="rows">Its rows; two of them below the baseline.</param>
    /// <param name="characters">What it has.</param>
    public static byte[] Frames(int rows, string characters)
    {
        var (font, stride) = (new StringBuilder(), (rows + 7) / 8);
        font.Append(CultureInfo.InvariantCulture, $"STARTFONT 2.1\nFONT frames\nSIZE {rows} 72 72\nFONTBOUNDINGBOX {rows} {rows} 0 -2\nSTARTPROPERTIES 4\nFAMILY_NAME \"frames\"\n");
        font.Append(CultureInfo.InvariantCulture, $"PIXEL_SIZE {rows}\nCHARSET_REGISTRY \"ISO10646\"\nCHARSET_ENCODING \"1\"\nENDPROPERTIES\nCHARS {characters.EnumerateRunes().Count()}\n");
        foreach (var rune in characters.EnumerateRunes())
        {
            font.Append(CultureInfo.InvariantCulture, $"STARTCHAR u{rune.Value}\nENCODING {rune.Value}\nDWIDTH {rows} 0\nBBX {rows} {rows} 0 -2\nBITMAP\n");
            for (var y = 0; y < rows; y++)
            {
                var row = new byte[stride];
                for (var x = 0; x < rows; x++)
                {
                    var lit = y == 0 || y == rows - 1 || x == 0 || x == rows - 1 || (y == 2 && x < rows - 2 && ((rune.Value >> (x & 15)) & 1) != 0);
                    row[x >> 3] |= lit ? (byte)(0x80 >> (x & 7)) : (byte)0;
                }

                font.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexString(row)}\n");
            }

            font.Append("ENDCHAR\n");
        }

        return Bytes(font.Append("ENDFONT\n").ToString());
    }
}
