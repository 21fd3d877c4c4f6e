using Signage.Core.Planning;

namespace Signage.Storage.Rows;

/// <summary>One slot; no panel rows means every panel of the site.</summary>
internal sealed class SlotRow
{
    public required string Id { get; init; }

    /// <summary>Null only for a slot that blanks and therefore needs no programme.</summary>
    public required string? ProgrammeId { get; init; }

    public required TimeOnly From { get; init; }

    public required TimeOnly Until { get; init; }

    public required DateOnly? FirstDay { get; init; }

    public required DateOnly? LastDay { get; init; }

    /// <summary>The day rule as text; null for every day, as in databases from before there were rules.</summary>
    public required string? Days { get; init; }

    public required Priority Priority { get; init; }

    public required List<SlotPanelRow> Panels { get; init; }
}
