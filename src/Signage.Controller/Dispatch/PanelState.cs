using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Core.Truth;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.Dispatch;

/// <summary>Everything known of one panel now. Immutable; replaced whole.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Truth">应显, 已发, 实显.</param>
/// <param name="Desired">The show decided for now; null before the first round.</param>
/// <param name="Decision">The decision behind it.</param>
/// <param name="Outcome">How the last conversation ended; null before the first.</param>
/// <param name="Detail">One line on what is wrong: why words were refused, or why the card did not take them; null when nothing is.</param>
public sealed record PanelState(Panel Panel, PanelTruth Truth, Show? Desired, Decision? Decision, PanelOutcome? Outcome, string? Detail)
{
    /// <summary>Nothing is known yet.</summary>
    public static PanelState Fresh(Panel panel) => new(panel, PanelTruth.Unknown, null, null, null, null);

    /// <summary>True when the card acknowledged what is desired.</summary>
    public bool IsSent => Truth.Desired is { } desired && Truth.Sent == desired;

    /// <summary>True when nothing more will happen by itself: it is sent, or the card or the protocol refused it for good.</summary>
    public bool IsSettled => IsSent || Outcome is PanelOutcome.Rejected or PanelOutcome.Unsupported;
}
