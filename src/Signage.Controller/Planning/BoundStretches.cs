using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;

namespace Signage.Controller.Planning;

/// <summary>A stretch of an agenda, cut where the policies begin or end to bind its panel.</summary>
internal static class BoundStretches
{
    /// <summary>The parts in order, without a gap. Where policies change nothing of what is said of them there is no cut.</summary>
    /// <param name="stretch">The stretch, inside the window.</param>
    /// <param name="window">Plan and policies. Within a stretch the same slots are open, so what mourning leaves of them is the same too.</param>
    /// <param name="panel">Whose stretch it is.</param>
    public static IEnumerable<BoundDecision> Of(AgendaStretch stretch, BoundWindow window, Panel panel)
    {
        var policies = window.Policies;
        var from = stretch.From;
        while (from < stretch.Until)
        {
            var verdict = policies.At(from, stretch.Decision.Panel);
            var until = stretch.Until;
            while (verdict.Until is { } edge && edge < stretch.Until)
            {
                var next = policies.At(edge, stretch.Decision.Panel);
                if (!next.Binding.SequenceEqual(verdict.Binding))
                {
                    until = edge;
                    break;
                }

                verdict = next;
            }

            yield return window.Bind(stretch.Decision with { At = from, Until = until }, new PolicyVerdict(verdict.Binding, until), panel);
            from = until;
        }
    }

    /// <summary>The part with the end that people are told: where the window ends, what is known beyond it.</summary>
    public static BoundDecision Whole(BoundDecision part, BoundWindow window, Panel panel)
    {
        if (part.Decision.Until != window.Plan.Until)
        {
            return part;
        }

        var last = window.At(window.Plan.Until.AddTicks(-1), panel).Decision;
        return window.Bind(part.Wanted with { Until = last.Until, AtLeast = last.AtLeast }, new PolicyVerdict(part.Verdict.Binding, until: null), panel);
    }
}
