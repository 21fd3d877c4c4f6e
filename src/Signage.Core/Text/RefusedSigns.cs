using System.Globalization;
using System.Text;

namespace Signage.Core.Text;

/// <summary>
/// Which signs no text may hold that is shown, stored, imported, pushed or signed: those that nobody sees, that reorder what is read, or that mean something
/// else on every machine. One rule for every door, so that no door lets in what another refuses. What is refused is told, never dropped in silence.
/// </summary>
/// <remarks>
/// <para>Pure and free of ICU: categories come from the runtime's own Unicode data, so that the answer is the same on every machine with the same runtime. What a
/// newer Unicode adds is refused as unassigned until the runtime knows it.</para>
/// <para>Properties that .NET does not offer are listed here from the Unicode Character Database (PropList: Bidi_Control, Variation_Selector,
/// Noncharacter_Code_Point; DerivedCoreProperties: Default_Ignorable_Code_Point).</para>
/// </remarks>
public static class RefusedSigns
{
    /// <summary>The most combining marks on one sign. Two serve every spelling of pinyin (ǘ is u with two) and of Vietnamese.</summary>
    public const int MostMarks = 2;

    private const int PlaneEnd = 0xFFFE;

    /// <summary>The refused signs of a text, in order; empty when it may pass. Takes time in proportion to the text and never throws.</summary>
    /// <param name="text">The text.</param>
    /// <param name="severalLines">True where a line feed (U+000A) may part lines. A carriage return is refused all the same.</param>
    /// <param name="most">After how many to stop; 1 or more. A text of somebody who means no good has a million of them.</param>
    public static IReadOnlyList<RefusedSign> In(string text, bool severalLines = false, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var found = new List<RefusedSign>();
        for (int index = 0, marks = 0; index < text.Length && found.Count < most;)
        {
            var (rune, length) = Next(text, index);
            marks = rune is { } sign && IsMark(sign) ? marks + 1 : 0;
            if (Fault(rune, marks, severalLines) is { } fault)
            {
                found.Add(new RefusedSign(0, index, length, rune?.Value ?? text[index], fault));
            }

            index += length;
        }

        return found.Count == 0 ? found : Counted(text, found);
    }

    /// <summary>True when a text holds none of them; stops at the first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="severalLines">See <see cref="In"/>.</param>
    public static bool NoneIn(string text, bool severalLines = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int index = 0, marks = 0; index < text.Length;)
        {
            var (rune, length) = Next(text, index);
            marks = rune is { } sign && IsMark(sign) ? marks + 1 : 0;
            if (Fault(rune, marks, severalLines) is not null)
            {
                return false;
            }

            index += length;
        }

        return true;
    }

    /// <summary>Why one sign is refused wherever it stands; null when it is not. The line feed is a control here.</summary>
    public static SignFault? Of(Rune sign) => sign.Value switch
    {
        0xFFFC or 0xFFFD => SignFault.Replacement,
        >= 0xFDD0 and <= 0xFDEF => SignFault.Noncharacter,
        var code when (code & 0xFFFF) >= PlaneEnd => SignFault.Noncharacter,
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => SignFault.Direction,
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D) or 0x180F => SignFault.Variation,
        >= 0xE0000 and <= 0xE007F => SignFault.Tag,

        // They are letters, marks or symbols by category, and yet nothing is drawn: joiner, Hangul fillers, inherent vowels of Khmer, the blank of Braille.
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 => SignFault.Unseen,
        _ => OfCategory(Rune.GetUnicodeCategory(sign)),
    };

    private static SignFault? OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.Control => SignFault.Control,
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => SignFault.Unseen,
        UnicodeCategory.PrivateUse => SignFault.PrivateUse,
        UnicodeCategory.Surrogate => SignFault.LoneSurrogate,
        UnicodeCategory.OtherNotAssigned => SignFault.Unassigned,
        _ => null,
    };

    private static SignFault? Fault(Rune? rune, int marks, bool severalLines) =>
        rune is not { } sign ? SignFault.LoneSurrogate
        : severalLines && sign.Value == '\n' ? null
        : Of(sign) ?? (marks > MostMarks ? SignFault.Stack : null);

    private static (Rune? Rune, int Length) Next(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? (rune, rune.Utf16SequenceLength) : (null, 1);

    private static bool IsMark(Rune sign) => Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    // Both lists run the same way, so each is walked once.
    private static List<RefusedSign> Counted(string text, List<RefusedSign> found)
    {
        var (element, end) = (-1, 0);
        for (var at = 0; at < found.Count; at++)
        {
            while (end <= found[at].Index)
            {
                end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
                element++;
            }

            found[at] = found[at] with { Element = element };
        }

        return found;
    }
}
