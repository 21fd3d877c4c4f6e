using System.Globalization;
using System.Text;

namespace Signage.Renderer.Fonts;

/// <summary>
/// Which glyphs may ever be lit. A bitmap font for all of Unicode has pictures of things that are no writing: dashed boxes with letters in
/// them for joiners, fillers and variation selectors, and marks that mean nothing in a cell of their own. A passer-by must never see one.
/// </summary>
internal static class LightableCharacters
{
    // Somebody else's "unknown character" and "here was a picture": the text was damaged before it came here.
    private const int ReplacementCharacter = 0xFFFD;
    private const int ObjectReplacement = 0xFFFC;

    /// <summary>True for a character that stands for itself in a cell.</summary>
    public static bool Accepts(Rune rune) => rune.Value is not (ReplacementCharacter or ObjectReplacement) && Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate => false,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark => false,
        UnicodeCategory.SpaceSeparator => IsSpace(rune),
        _ => true,
    };

    /// <summary>True when the bitmap shows the character: it is lit (or a space) and not one of the font's dashed boxes.</summary>
    public static bool Shows(Rune rune, ReadOnlySpan<ushort> rows) =>
        rows.ContainsAnyExcept((ushort)0) ? !IsDashedBox(rows) : IsSpace(rune);

    private static bool IsSpace(Rune rune) => rune.Value is ' ' or '　';

    private static bool IsDashedBox(ReadOnlySpan<ushort> rows) => rows[0] is 0xAAAA or 0x5555 && rows[^1] is 0xAAAA or 0x5555;
}
