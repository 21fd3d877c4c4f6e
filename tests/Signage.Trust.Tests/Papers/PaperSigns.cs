using System.Globalization;
using System.Text;

namespace Signage.Trust.Tests.Papers;

/// <summary>The signs that are in no lit words, by the list in docs/trust.md.</summary>
internal static class PaperSigns
{
    private static readonly UnicodeCategory[] Refused =
    [
        UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator, UnicodeCategory.PrivateUse, UnicodeCategory.OtherNotAssigned,
    ];

    public static bool AreLetIn(string text)
    {
        var marks = 0;
        foreach (var sign in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(sign);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > 2 || Refused.Contains(category) || IsListed(sign.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsListed(int sign) =>
        sign is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFC or 0xFFFD
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
