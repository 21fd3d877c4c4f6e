using Signage.Core.Panels;

namespace Signage.Core.Planning;

/// <summary>排期: which programme plays on which panels, when and with what priority.</summary>
/// <param name="Id">Its id within the site; ties are ordered by it.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Panels">The panels; empty means every panel of the site.</param>
/// <param name="Time">When.</param>
/// <param name="Priority">Who wins.</param>
public sealed record Slot(
    string Id,
    string ProgrammeId,
    IReadOnlyList<PanelId> Panels,
    SlotTime Time,
    Priority Priority = Priority.Community);
