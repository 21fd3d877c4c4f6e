using System.Text;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Trust.Screening.Folding;
using Signage.Trust.Screening.Lists;
using Signage.Trust.Screening.Near;
using Signage.Trust.Screening.Search;

namespace Signage.Trust.Screening;

/// <summary>
/// Looks at texts before anybody can approve them: refused signs, normal form, words of lists as written and disguised, names that are almost right, mistaken signs,
/// mixed scripts, and what panels cannot show. Pure: lists and text in, findings out. Immutable, and safe for many threads; making one takes as long as its lists ask.
/// </summary>
public sealed class Screen
{
    /// <summary>The longest text that is looked at, in UTF-16 units; a longer one is refused unread.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>The most findings that are told of one text.</summary>
    public const int MostFindings = 1_000;

    private readonly WordFindings _words;
    private readonly MistakenSigns _mistaken;
    private readonly AlmostExact _almost;
    private readonly ListVersion[] _lists;

    /// <summary>Makes a screen.</summary>
    /// <param name="lists">The lists, each id once.</param>
    /// <param name="knownTexts">Texts that are known whole, such as the slogans of the pack: one sign that is mistaken in them is found.</param>
    /// <exception cref="InvalidOperationException">This machine cannot fold, so that the screening would be blind; see <see cref="FoldingSelfTest"/>.</exception>
    /// <exception cref="ArgumentException">Two lists have one id.</exception>
    public Screen(IReadOnlyList<WordList> lists, IEnumerable<string> knownTexts)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(knownTexts);
        if (FoldingSelfTest.Complaint() is { } blind)
        {
            throw new InvalidOperationException(blind);
        }

        _lists = [BuiltInRules.Signs, BuiltInRules.Mistaken, BuiltInRules.KnownTexts, BuiltInRules.Panels, .. lists.Select(list => new ListVersion(list.Id, list.Version))];
        if (_lists.GroupBy(list => list.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(Words.ScreenListsTwice.With(twice.Key), nameof(lists));
        }

        var known = new KnownWords(lists, knownTexts, SignFolding.BuiltIn);
        _words = new WordFindings(lists, SignFolding.BuiltIn);
        _mistaken = new MistakenSigns(known);
        _almost = new AlmostExact(known);
    }

    /// <summary>Looks at one text. Never throws for what stands in it; takes time in proportion to it.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="context">What to know about it.</param>
    public ScreeningReport Look(string text, ScreenContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        if (text.Length > LongestText)
        {
            return new ScreeningReport(null, [new Finding(
                FindingKind.TooMuch, FindingSeverity.Refused, default, Words.FindingTooLong.With(LongestText), null, BuiltInRules.Signs.Id, BuiltInRules.Signs.Version)], _lists);
        }

        var refused = RefusedSigns.In(text, context.SeveralLines, MostFindings + 1);
        var folded = FoldedText.Of(text, SignFolding.BuiltIn);

        // Whoever knows a panel is promised a text without refused signs.
        var unshowable = refused.Count == 0 ? context.Panels.SelectMany(panel => Unshowable(panel, text)) : [];
        IEnumerable<RawFinding>[] sources =
            [refused.Select(Refused), NotNormal(text), unshowable, _words.In(folded, context), _almost.In(folded), MixedScripts.In(text), _mistaken.In(folded)];
        RawFinding[] found = [.. sources.SelectMany(source => source.Take(MostFindings + 1))];
        return new ScreeningReport(CanBeNormal(text) ? RevisionDigest.Of(text) : null, FindingPlaces.Of(text, found), _lists);
    }

    private static RawFinding Refused(RefusedSign sign) =>
        new(FindingKind.RefusedSign, FindingSeverity.Refused, sign.Index, sign.Length, sign.ToString(), "", BuiltInRules.Signs);

    private static IEnumerable<RawFinding> Unshowable(IPanelSigns panel, string text) => panel.Unshowable(text).Select(sign => new RawFinding(
        FindingKind.NotShowable, FindingSeverity.Refused, sign.Start, sign.Length, Words.FindingNotShowable.With(panel.Name, sign.Why), null, BuiltInRules.Panels));

    private static IEnumerable<RawFinding> NotNormal(string text)
    {
        if (CanBeNormal(text) && !text.IsNormalized(NormalizationForm.FormC))
        {
            yield return new RawFinding(
                FindingKind.NotNormal, FindingSeverity.Refused, 0, text.Length, Words.ScreenNotNormal, text.Normalize(NormalizationForm.FormC), BuiltInRules.Signs);
        }
    }

    // Normalising throws for half a surrogate pair, and where ICU does it for U+FFFE too.
    private static bool CanBeNormal(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\uFFFE' || (char.IsSurrogate(text[index]) && !(index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))))
            {
                return false;
            }

            index += char.IsHighSurrogate(text[index]) ? 1 : 0;
        }

        return true;
    }
}
