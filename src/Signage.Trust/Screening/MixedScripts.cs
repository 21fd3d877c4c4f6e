using System.Numerics;
using System.Text;

namespace Signage.Trust.Screening;

/// <summary>
/// Words that mix scripts whose letters are drawn alike: Latin, Greek and Cyrillic in one word, and Japanese or Bopomofo letters that touch Chinese signs. Chinese beside
/// Latin is usual (5G网络) and no finding.
/// </summary>
internal static class MixedScripts
{
    // Flags, so that one number says which scripts a word has.
    [Flags]
    private enum Script
    {
        None = 0,
        Latin = 1,
        Greek = 2,
        Cyrillic = 4,
        Armenian = 8,
        Cherokee = 16,
        Digit = 32,
        Phonetic = 64,
        Han = 128,
    }

    private const Script Alphabets = Script.Latin | Script.Greek | Script.Cyrillic | Script.Armenian | Script.Cherokee;

    /// <summary>The findings of one text: one for each word.</summary>
    public static IEnumerable<RawFinding> In(string text)
    {
        var (start, scripts, before) = (0, Script.None, Script.None);
        for (var index = 0; index < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, index, out var rune);
            var script = isRune ? Of(rune) : Script.None;
            if (!IsSameWord(scripts, script))
            {
                if (IsMixed(scripts, before, script))
                {
                    yield return Finding(start, index);
                }

                (start, scripts, before) = (index, Script.None, scripts);
            }

            scripts |= script;
            index += isRune ? rune.Utf16SequenceLength : 1;
        }

        if (IsMixed(scripts, before, Script.None))
        {
            yield return Finding(start, text.Length);
        }
    }

    private static RawFinding Finding(int start, int end) =>
        new(FindingKind.MixedScripts, FindingSeverity.MustDecide, start, end - start, Words.FindingMixedScripts, null, BuiltInRules.Signs);

    private static bool IsSameWord(Script word, Script next) => (word & (Alphabets | Script.Digit)) != 0 ? (next & (Alphabets | Script.Digit)) != 0 : word == next;

    private static bool IsMixed(Script word, Script before, Script next) =>
        (word & Script.Phonetic) != 0 ? ((before | next) & Script.Han) != 0 : BitOperations.PopCount((uint)(word & Alphabets)) > 1;

    // By blocks, from the code charts of Unicode 16: .NET does not tell the script of a sign. The micro sign and mu are units (μm) more often than letters.
    private static Script Of(Rune sign) => sign.Value switch
    {
        0x00B5 or 0x03BC => Script.Digit,
        >= '0' and <= '9' => Script.Digit,
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
            or (>= 0x00C0 and <= 0x02AF and not 0x00D7 and not 0x00F7) or (>= 0x1E00 and <= 0x1EFF) or (>= 0xFF21 and <= 0xFF3A) or (>= 0xFF41 and <= 0xFF5A) => Script.Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) => Script.Cyrillic,
        >= 0x0530 and <= 0x058F => Script.Armenian,
        (>= 0x13A0 and <= 0x13FF) or (>= 0xAB70 and <= 0xABBF) => Script.Cherokee,
        (>= 0x3041 and <= 0x30FF and not 0x30FB and not 0x30A0) or (>= 0x3105 and <= 0x312F)
            or (>= 0x31A0 and <= 0x31BF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9D) => Script.Phonetic,
        0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => Script.Han,
        _ => Script.None,
    };
}
