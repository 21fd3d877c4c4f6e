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
/// <param name="Outcome">How the last conversation about the desired show ended; null before the first.</param>
/// <param name="Refusal">Why the decided words may not be lit, so that the panel is dark; null when they may.</param>
/// <param name="Trouble">Why the panel cannot be reached or did not take the show; null when all is well.</param>
public sealed record PanelState(
    Panel Panel, PanelTruth Truth, Show? Desired, Decision? Decision, PanelOutcome? Outcome, string? Refusal, string? Trouble)
{
    /// <summary>Nothing is known yet.</summary>
    public static PanelState Fresh(Panel panel) => new(panel, PanelTruth.Unknown, null, null, null, null, null);

    /// <summary>One line on what is wrong, both kinds together; null when nothing is.</summary>
    public string? Detail => Refusal is null || Trouble is null ? Refusal ?? Trouble : $"{Refusal}; {Trouble}";

    /// <summary>True when the card acknowledged what is desired.</summary>
    public bool IsSent => Truth.Desired is { } desired && Truth.Sent == desired;

    /// <summary>True when nothing more will happen by itself: it is sent, or the card or the protocol refused it for good.</summary>
    public bool IsSettled => IsSent || Outcome is PanelOutcome.Rejected or PanelOutcome.Unsupported;
}
