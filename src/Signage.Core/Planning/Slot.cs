using Signage.Core.Panels;

namespace Signage.Core.Planning;

/// <summary>排期: which programme plays on which panels, when and with what priority.</summary>
/// <param name="Id">Its id within the site; ties are ordered by it.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Panels">The panels; where <see cref="Tags"/> is empty too, every panel of the site.</param>
/// <param name="Time">When.</param>
/// <param name="Priority">Who wins.</param>
public sealed record Slot(
    string Id,
    string ProgrammeId,
    IReadOnlyList<PanelId> Panels,
    SlotTime Time,
    Priority Priority = Priority.Community)
{
    /// <summary>The least and the most of <see cref="Share"/>.</summary>
    public const int LeastShare = 1, MostShare = 12;

    /// <summary>标签: panels that carry one of these are meant too.</summary>
    public Tags Tags { get; init; } = Tags.None;

    /// <summary>比重: how often it has its turn in a round of the loop, 1 to 12, against the others that share it.</summary>
    public int Share { get; init; } = LeastShare;

    /// <summary>并播: true when those of the next lower priority that is there play beside it; false when it replaces them.</summary>
    public bool Joins { get; init; }
}
