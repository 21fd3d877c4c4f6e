using System.Globalization;
using Signage.Core.Text;

namespace Signage.Trust.Screening;

/// <summary>Counts where findings are in signs, as people count them, and puts them in order.</summary>
internal static class FindingPlaces
{
    /// <summary>The findings in order of place, the heavier first where they share one. Those beyond the bound fall away and one more says so.</summary>
    public static IReadOnlyList<Finding> Of(string text, IReadOnlyList<RawFinding> found)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var starts = StringInfo.ParseCombiningCharacters(text);

        // When there are too many, what refuses a text is told before what hints.
        var told = found.Count <= Screen.MostFindings ? found : [.. found.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Start).Take(Screen.MostFindings)];
        var placed = told
            .Select(finding => new Finding(
                finding.Kind, finding.Severity, Place(finding.Start, finding.Length, starts), finding.Why, finding.Fix, finding.List.Id, finding.List.Version, finding.Word))
            .OrderBy(finding => finding.Place.Start).ThenByDescending(finding => finding.Severity);
        return told.Count == found.Count ? [.. placed] : [.. placed, new Finding(
            FindingKind.TooMuch, FindingSeverity.Refused, default, Words.FindingTooMany.With(Screen.MostFindings), null, BuiltInRules.Signs.Id, BuiltInRules.Signs.Version)];
    }

    private static FindingPlace Place(int start, int length, int[] starts)
    {
        var (first, last) = (ElementAt(start, starts), ElementAt(start + Math.Max(length, 1) - 1, starts));
        return new FindingPlace(start, length, first, length == 0 ? 0 : last - first + 1);
    }

    private static int ElementAt(int index, int[] starts)
    {
        var at = Array.BinarySearch(starts, index);
        return at >= 0 ? at : Math.Max(~at - 1, 0);
    }
}
