using Signage.Core.Text;

namespace Signage.Core.Panels;

/// <summary>Panels that would overwrite each other.</summary>
public static class PanelPlaces
{
    /// <summary>
    /// Every conflict between the panels of a site, one line each, in the order of the panels; empty when there is none. A line may be shared by
    /// panels that each have an address of their own and the same speed; the second line of a card that has two by nobody.
    /// </summary>
    public static IReadOnlyList<string> Conflicts(IEnumerable<PanelPlace> places) => [.. Found(places).Select(conflict => conflict.Words)];

    /// <summary>What each panel has to do with, one line a panel; a panel that is in no conflict is absent.</summary>
    public static IReadOnlyDictionary<PanelId, string> ByPanel(IEnumerable<PanelPlace> places) => Found(places)
        .SelectMany(conflict => conflict.Places.Select(place => (place.Panel, conflict.Words)))
        .GroupBy(one => one.Panel)
        .ToDictionary(one => one.Key, one => string.Join("; ", one.Select(pair => pair.Words)));

    private static IEnumerable<(IEnumerable<PanelPlace> Places, string Words)> Found(IEnumerable<PanelPlace> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        PanelPlace[] all = [.. places];
        return all.GroupBy(place => place.Line, StringComparer.Ordinal)
            .Where(line => line.Count() > 1)
            .SelectMany(line => OnOneLine(line.Key, [.. line]))
            .Concat(WithOneControl(all));
    }

    /// <summary>Whoever answers there is one card, and answers for one panel only.</summary>
    private static IEnumerable<(IEnumerable<PanelPlace> Places, string Words)> WithOneControl(PanelPlace[] places)
    {
        foreach (var control in places.Select(place => place.Control).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            PanelPlace[] same = [.. places.Where(place => place.Control == control || place.Line == control)];
            if (same.Select(place => place.Line).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                yield return (same, Words.SameControl.With(Names(same), control));
            }
        }
    }

    private static IEnumerable<(IEnumerable<PanelPlace> Places, string Words)> OnOneLine(string line, PanelPlace[] places)
    {
        foreach (var same in places.Where(place => place.Address is not null).GroupBy(place => place.Address, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return (same, Words.SameAddress.With(Names(same), line, same.Key));
        }

        var open = places.Where(place => place.Address is null).ToArray();
        if (open.Length > 0)
        {
            yield return (open, places.All(place => place.HasAddresses)
                ? Words.AddressMissing.With(Names(open), line, places.Length)
                : Words.OneCardOnly.With(Names(places), line));
        }

        var speeds = places.Where(place => place.Baud is not null).Select(place => place.Baud).Distinct().ToArray();
        if (speeds.Length > 1)
        {
            yield return (places, Words.SpeedsDiffer.With(Names(places), line, string.Join(", ", speeds)));
        }
    }

    private static string Names(IEnumerable<PanelPlace> places) => string.Join(", ", places.Select(place => place.Panel.Value));
}
