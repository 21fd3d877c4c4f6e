using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Signage.Trust.Screening.Folding;

/// <summary>
/// Folds one sign: compatibility forms (full width, circled, mathematical, radicals, compatibility ideographs) to what they stand for, marks off letters, capitals to
/// small letters, odd and traditional forms to the simplified sign, look-alikes to one of them. Immutable; made once and used by everybody.
/// </summary>
public sealed class SignFolding
{
    private const int Bmp = 0x10000;
    private static readonly FoldedSign[] Nothing = [new(' ', ' ', SignRole.Between, 0, 0)];

    private readonly FrozenDictionary<int, int> _usual;
    private readonly FrozenDictionary<int, int> _alike;
    private readonly FoldedSign[]?[] _known = new FoldedSign[]?[Bmp];

    private SignFolding()
    {
        var pairs = SignTables.Pairs("variants.txt").Concat(SignTables.Pairs("simplified.txt"))
            .Where(pair => pair.Odd != pair.Usual)
            .DistinctBy(pair => pair.Odd)
            .ToDictionary(pair => pair.Odd.Value, pair => pair.Usual.Value);

        // The usual sign of one table can be the odd one of the other: ⺯ to 糸, and that to 丝.
        _usual = pairs.ToFrozenDictionary(pair => pair.Key, pair => pairs.GetValueOrDefault(pair.Value, pair.Value));
        _alike = SignTables.Groups("look-alikes.txt")
            .SelectMany(group => group.SelectMany(sign => Forms(sign)).Distinct().Select(sign => (Sign: sign, Stands: group[0].Value)))
            .DistinctBy(pair => pair.Sign)
            .ToFrozenDictionary(pair => pair.Sign, pair => pair.Stands);
        for (var code = 0; code < Bmp; code++)
        {
            _known[code] = Rune.IsValid(code) ? Compute(new Rune(code)) : Nothing;
        }
    }

    /// <summary>The folds that are built in.</summary>
    public static SignFolding BuiltIn { get; } = new();

    /// <summary>What one sign folds to, without its place; empty for a mark that only changes the letter before it.</summary>
    public ReadOnlySpan<FoldedSign> Fold(Rune sign) => sign.IsBmp ? _known[sign.Value] : Compute(sign);

    private FoldedSign[] Compute(Rune sign)
    {
        var category = Rune.GetUnicodeCategory(sign);
        if (IsMark(category))
        {
            return [];
        }

        if (category is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Format or UnicodeCategory.Control)
        {
            return Nothing;
        }

        List<FoldedSign> folded = [];
        foreach (var part in Decomposed(EnclosedSigns.Inner(sign) ?? sign, category))
        {
            if (Part(part) is { } one)
            {
                // A flag or a letter in a box may be meant as the letter, or as a picture between two signs.
                folded.Add(one.Role == SignRole.Letter && !IsLetter(sign, category) ? one with { Role = SignRole.Either } : one);
            }
        }

        return folded.Count == 0 ? Nothing : [.. folded];
    }

    private FoldedSign? Part(Rune part)
    {
        var category = Rune.GetUnicodeCategory(part);
        if (IsMark(category))
        {
            return null;
        }

        var small = Rune.ToLowerInvariant(DigitOf(part) ?? part).Value;
        var plain = _usual.GetValueOrDefault(small, small);
        var isAlike = _alike.TryGetValue(part.Value, out var full) || _alike.TryGetValue(plain, out full);

        // What a sign stands for counts: a radical of the supplement is a symbol by category, and its ideograph a letter.
        var isLetter = IsLetter(new Rune(plain), Rune.GetUnicodeCategory(new Rune(plain)));

        // The long mark of Japanese (ー) is a letter by category and a dash to the eye.
        var role = isLetter && !(isAlike && category == UnicodeCategory.ModifierLetter) ? SignRole.Letter : isAlike ? SignRole.Either : SignRole.Between;
        return new FoldedSign(isAlike ? full : plain, plain, role, 0, 0);
    }

    // Most signs of a text are ideographs or syllables that have no compatibility form, and asking ICU for each is what would take the time.
    private static StringRuneEnumerator Decomposed(Rune sign, UnicodeCategory category) =>
        sign.Value < 0x80 || sign.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7FF) || category == UnicodeCategory.Surrogate
            ? sign.ToString().EnumerateRunes()
            : sign.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes();

    // A member of a group counts in every form that a text may bring it in once it is decomposed; one that falls apart is no member.
    private static IEnumerable<int> Forms(Rune sign)
    {
        Rune[] parts = [.. Decomposed(sign, Rune.GetUnicodeCategory(sign))];
        return parts.Length == 1 ? [sign.Value, parts[0].Value] : [sign.Value];
    }

    // The digits of every script count as the usual ones.
    private static Rune? DigitOf(Rune sign) =>
        Rune.GetUnicodeCategory(sign) == UnicodeCategory.DecimalDigitNumber ? new Rune('0' + (int)Rune.GetNumericValue(sign)) : null;

    private static bool IsLetter(Rune sign, UnicodeCategory category) =>
        Rune.IsLetterOrDigit(sign) || category is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
