using Signage.Core.Calendars;

namespace Signage.Core.Alerts;

/// <summary>Where a site is, as far as warnings are concerned: its codes, its point, or both.</summary>
/// <param name="Codes">Codes of the place by their makers' names, as fine as they are known: the code of the community rather than that of its city.</param>
/// <param name="Place">Its point; null when the site does not know it.</param>
public sealed record SitePlaceArea(IReadOnlyList<AlertValue> Codes, SitePlace? Place = null)
{
    /// <summary>A site that does not know where it is; no warning concerns it.</summary>
    public static SitePlaceArea Nowhere { get; } = new([]);
}
