using Signage.Core.Panels;

namespace Signage.Core.Blanking;

/// <summary>一键黑屏 as a page may show it, read at once. Immutable.</summary>
/// <param name="Number">The number of the latest press; 0 when nobody ever pressed.</param>
/// <param name="On">True while panels must be dark.</param>
/// <param name="IsWhole">True while all of the site must be dark, panels that are enrolled later included.</param>
/// <param name="Panels">The panels of the site, and those that are gone and still blanked, by id.</param>
/// <param name="By">Who pressed, or who released; empty when nobody ever pressed.</param>
/// <param name="At">When that was, site time.</param>
public sealed record BlankView(int Number, bool On, bool IsWhole, IReadOnlyList<BlankPanel> Panels, string By, DateTimeOffset At)
{
    /// <summary>Who of two people has asked for the release of this blank; null when nobody has, or what was said does not count any more.</summary>
    public FirstOfTwo? First { get; init; }

    /// <summary>Why what holds is not on the disk, in a line for a person; null when it is. It holds in either case, until the program ends.</summary>
    public string? Unwritten { get; init; }

    /// <summary>Site time.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When it was read, site time.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The number of the blank in force; null when nothing is blanked.</summary>
    public int? InForce => On ? Number : null;
}

/// <summary>A panel as far as a blank is concerned.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsCovered">True while it must be dark. Whether it is, its light says.</param>
public sealed record BlankPanel(PanelId Id, string Name, bool IsCovered);

/// <summary>The first of the two people whose word a release takes.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What others call the person.</param>
/// <param name="Until">Up to when the word holds, site time, if nobody steps the clock.</param>
public sealed record FirstOfTwo(string PersonId, string Name, DateTimeOffset Until);
