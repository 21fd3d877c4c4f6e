namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>What came of reading a font file.</summary>
public abstract record BitmapFontAnswer
{
    private BitmapFontAnswer()
    {
    }

    /// <summary>It is whole.</summary>
    /// <param name="Font">The font.</param>
    public sealed record Read(BitmapFont Font) : BitmapFontAnswer;

    /// <summary>It has a mistake, so nothing of it is used.</summary>
    /// <param name="Reason">The first mistake in one line, with the line (BDF) or the byte (PCF) at which it stands, unpacked.</param>
    public sealed record Refused(string Reason) : BitmapFontAnswer;
}
