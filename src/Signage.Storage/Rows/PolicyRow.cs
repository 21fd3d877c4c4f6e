using Signage.Core.Policies;

namespace Signage.Storage.Rows;

/// <summary>One policy.</summary>
internal sealed class PolicyRow
{
    public required string Id { get; init; }

    public required PolicyOwner Owner { get; init; }

    public required PolicyKind Kind { get; init; }

    /// <summary>Of a quiet or memorial policy only.</summary>
    public required bool IsStrict { get; init; }

    /// <summary>Of a brightness policy only.</summary>
    public required int? Percent { get; init; }

    /// <summary>Of a road policy only, as the next two.</summary>
    public required long? StayTicks { get; init; }

    public required long? StepTicks { get; init; }

    public required bool MayMove { get; init; }

    public required string Times { get; init; }

    /// <summary>The day rule as text; null for every day.</summary>
    public required string? Days { get; init; }

    /// <summary>Ids of panels with spaces between them; null for none.</summary>
    public required string? Panels { get; init; }

    /// <summary>Tags with spaces between them; null for none.</summary>
    public required string? Tags { get; init; }

    public required string? AddedBy { get; init; }

    public required DateTimeOffset? AddedAt { get; init; }
}
