using System.Text;
using System.Text.RegularExpressions;
using Signage.Core.Text;

namespace Signage.Core.Alerts;

/// <summary>Words of a sender made fit for a sign: normal form C, no markup, no pictographs, nothing unseen, white space folded. Nothing is added.</summary>
internal static partial class PlainText
{
    /// <summary>The words; "" when nothing is left.</summary>
    public static string Of(string? written)
    {
        var letters = new StringBuilder();
        foreach (var rune in Pictograph().Replace(Tag().Replace(written ?? "", " "), " ").EnumerateRunes())
        {
            // Half of a surrogate pair comes as the replacement character, which no sender writes.
            if (rune == Rune.ReplacementChar || IsForm(rune))
            {
                continue;
            }

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                letters.Append(' ');
            }
            else if (RefusedSigns.Of(rune) is null)
            {
                letters.Append(rune);
            }
        }

        var folded = Spaces().Replace(letters.ToString().Normalize(NormalizationForm.FormC), " ").Trim();
        return BetweenChinese().Replace(folded, "");
    }

    // What only says in which form the letter before it is to be drawn: variation selectors, and the cap of a key.
    private static bool IsForm(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x20E3;

    // U+1F000 to U+1FFFF, and symbols that are marked as a picture or joined to one. Those that say no (🚫 🛑 🔞 🈲 ❌ ⛔) stay: without them "🚫涉水" would say the
    // opposite. Where a font lacks them, their sentence falls away with them.
    [GeneratedRegex(@"(?![\u26D4\u2716\u274C\u274E]|\uD83C\uDE32|\uD83D[\uDC4E\uDCF5\uDD1E\uDE45\uDEAB\uDEAD-\uDEB1\uDEB3\uDEB7\uDED1])(?:[\uD83C-\uD83F][\uDC00-\uDFFF]|\p{So}\uFE0F|(?<=\u200D)\p{So})")]
    private static partial Regex Pictograph();

    // A line that a program broke within a Chinese sentence leaves no gap on the sign.
    [GeneratedRegex(@"(?<=[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF\u201C\u201D]) (?=[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF\u201C\u201D])")]
    private static partial Regex BetweenChinese();

    // A letter behind the bracket: 风速<5 is no markup.
    [GeneratedRegex("</?[A-Za-z][^<>]*>|<!--[^<>]*-->", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
