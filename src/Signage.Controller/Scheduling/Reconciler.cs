using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;

namespace Signage.Controller.Scheduling;

/// <summary>
/// One round: for every panel decide, render, ask the gate, and post what is not on its way yet. Idempotent: twice or late does no harm, and a
/// round without a change causes no traffic. Words that cannot be rendered or are not approved leave the panel dark, with the reason.
/// </summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="renderer">Makes shows.</param>
/// <param name="gate">The door to the panels.</param>
/// <param name="fleet">Takes approved shows.</param>
/// <param name="board">Where states stand.</param>
public sealed class Reconciler(SiteBook book, IShowRenderer renderer, Gate gate, PanelFleet fleet, PanelBoard board)
{
    /// <summary>Runs a round.</summary>
    /// <param name="now">Site time.</param>
    /// <returns>The next instant at which the plan may change; null when there is none.</returns>
    public DateTimeOffset? Run(DateTimeOffset now)
    {
        var picture = book.Now;
        foreach (var panel in picture.Panels)
        {
            Settle(panel, Arbiter.Decide(picture.Plan, now, panel.Id));
        }

        return Arbiter.NextBoundary(picture.Plan, now);
    }

    private void Settle(Panel panel, Decision decision)
    {
        var complaint = fleet.Complaint(panel);
        if (complaint is not null || fleet.Profile(panel) is not { } profile)
        {
            board.Change(panel, state => state with { Decision = decision, Trouble = complaint });
            return;
        }

        var (approved, reason) = Approve(decision.Loop, panel, profile);
        var (before, _) = board.Change(panel, state => Next(state, decision, approved.Value, reason));
        if (before.Truth.Desired == approved.Value.Digest && before.Desired is not null)
        {
            return;
        }

        if (fleet.Post(panel, approved) is { } unreachable)
        {
            // Not posted, so the next round must try again.
            board.Change(panel, state => state with { Desired = null, Truth = state.Truth with { Desired = null }, Trouble = unreachable });
        }
    }

    private static PanelState Next(PanelState state, Decision decision, Show show, string? refusal) =>
        state.Truth.Desired == show.Digest && state.Desired is not null
            ? state with { Decision = decision, Refusal = refusal }
            : new PanelState(state.Panel, state.Truth with { Desired = show.Digest }, show, decision, null, refusal, null);

    /// <summary>The approved show of a loop; a dark one with the reason when the loop may not be lit.</summary>
    private (Approved<Show> Show, string? Reason) Approve(IReadOnlyList<LoopItem> loop, Panel panel, DeviceProfile profile)
    {
        var abilities = profile.ToAbilities();
        var reason = renderer.Render(loop, panel.Face, abilities) switch
        {
            RenderAnswer.Refused refused => string.Join("; ", refused.Reasons),
            RenderAnswer.Rendered rendered => gate.Judge(rendered.Show) switch
            {
                GateAnswer.Passed passed => (object)passed.Show,
                GateAnswer.Refused refused => string.Join("; ", refused.Reasons),
                _ => "the gate gave no answer",
            },
            _ => "the renderer gave no answer",
        };
        if (reason is Approved<Show> lit)
        {
            return (lit, null);
        }

        var dark = (RenderAnswer.Rendered)renderer.Render([], panel.Face, abilities);
        return (((GateAnswer.Passed)gate.Judge(dark.Show)).Show, (string)reason);
    }
}
