using Signage.Core.Panels;

namespace Signage.Core.Planning;

/// <summary>排期: which programme plays on which panels, when and with what priority.</summary>
/// <param name="Id">Its id within the site; ties are ordered by it.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Panels">The panels; empty means every panel of the site.</param>
/// <param name="Daily">The range of the day.</param>
/// <param name="FirstDay">The first day, site time; null is open.</param>
/// <param name="LastDay">The last day on which the range may start; null is open.</param>
/// <param name="Priority">Who wins.</param>
public sealed record Slot(
    string Id,
    string ProgrammeId,
    IReadOnlyList<PanelId> Panels,
    DailyRange Daily,
    DateOnly? FirstDay = null,
    DateOnly? LastDay = null,
    Priority Priority = Priority.Community);
