namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>What a font file may hold at most. A file comes from anywhere: nothing in it decides how much memory it takes.</summary>
public static class BitmapFontLimits
{
    /// <summary>Bytes of a file, unpacked. The largest fonts of Debian (a whole Unicode plane, or 24 pixels) take a tenth of it.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    /// <summary>Characters of a font.</summary>
    public const int MostGlyphs = 200_000;

    /// <summary>Columns and rows of one character's pixels.</summary>
    public const int LargestBox = 128;

    /// <summary>How far a character's pixels may lie from where it is set, and how far the next one may stand, in pixels.</summary>
    public const int FarthestOffset = 255;
}
