using System.Text;

namespace Signage.Trust.Screening.Folding;

/// <summary>Letters and digits in black circles and squares and the letters of flags. Unicode gives them no decomposition, and yet they are read as what they hold.</summary>
internal static class EnclosedSigns
{
    // First sign of a run, how many, and what the first of them holds. Source: code charts of Unicode 16, blocks Enclosed Alphanumerics, Dingbats and Enclosed
    // Alphanumeric Supplement.
    private static readonly (int First, int Count, char Holds)[] Runs =
    [
        (0x1F150, 26, 'a'), (0x1F170, 26, 'a'), (0x1F1E6, 26, 'a'), (0x2776, 9, '1'), (0x2780, 9, '1'), (0x278A, 9, '1'), (0x24F5, 9, '1'), (0x24FF, 1, '0'), (0x1F10B, 1, '0'), (0x1F10C, 1, '0'),
    ];

    /// <summary>What a sign holds; null when it is none of these.</summary>
    public static Rune? Inner(Rune sign)
    {
        foreach (var (first, count, holds) in Runs)
        {
            if (sign.Value >= first && sign.Value < first + count)
            {
                return new Rune(holds + (sign.Value - first));
            }
        }

        return null;
    }
}
