namespace Signage.Trust.Screening;

/// <summary>What a screening must know about the text and the site. Immutable.</summary>
public sealed record ScreenContext
{
    /// <summary>A text of one line, of no particular place, for no particular panel.</summary>
    public static ScreenContext Plain { get; } = new();

    /// <summary>The site's own places as the lists of places write them, such as 遂宁; other listed places are found then. Empty: places are not looked at.</summary>
    public IReadOnlyCollection<string> OwnPlaces { get; init; } = [];

    /// <summary>True where line feeds may part lines; otherwise they are refused signs.</summary>
    public bool SeveralLines { get; init; }

    /// <summary>The panels that are to show the text.</summary>
    public IReadOnlyList<IPanelSigns> Panels { get; init; } = [];
}
