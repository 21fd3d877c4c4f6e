using Signage.Core.Planning;

namespace Signage.Storage.Rows;

/// <summary>One slot; no panel rows means every panel of the site.</summary>
internal sealed class SlotRow
{
    public required string Id { get; init; }

    /// <summary>Null only for a slot that blanks and therefore needs no programme.</summary>
    public required string? ProgrammeId { get; init; }

    /// <summary>First moment of the day; midnight where <see cref="Times"/> says it.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>First moment outside; midnight where <see cref="Times"/> says it.</summary>
    public required TimeOnly Until { get; init; }

    /// <summary>Several ranges or edges by the sun, as text; null for one range by the clock, as in databases from before there was anything else.</summary>
    public required string? Times { get; init; }

    public required DateOnly? FirstDay { get; init; }

    public required DateOnly? LastDay { get; init; }

    /// <summary>The day rule as text; null for every day, as in databases from before there were rules.</summary>
    public required string? Days { get; init; }

    public required Priority Priority { get; init; }

    /// <summary>Tags with spaces between them; null for none.</summary>
    public required string? Tags { get; init; }

    public required int Share { get; init; }

    public required bool Joins { get; init; }

    /// <summary>Closed before this instant, whatever the ranges say.</summary>
    public required DateTimeOffset? Begins { get; init; }

    /// <summary>Closed from this instant on.</summary>
    public required DateTimeOffset? Ends { get; init; }

    public required List<SlotPanelRow> Panels { get; init; }
}
