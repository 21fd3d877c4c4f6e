namespace Signage.Core.Ports;

/// <summary>A whole site as a page may show it, read at once. Immutable.</summary>
/// <param name="Panels">The panels, by id.</param>
/// <param name="Zone">Site time.</param>
/// <param name="BlankNumber">The number of the blank in force; null when nothing is blanked.</param>
public sealed record SiteView(IReadOnlyList<PanelView> Panels, TimeZoneInfo Zone, int? BlankNumber)
{
    /// <summary>What a person should know of the site as a whole, a line each; empty when there is nothing to say.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
