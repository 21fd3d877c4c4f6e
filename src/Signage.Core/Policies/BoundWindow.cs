using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Signage.Core.Policies;

/// <summary>Plan and policies over the same days, so that bound decisions are looked up. Not for several threads.</summary>
/// <param name="plan">Who is open when.</param>
/// <param name="policies">What binds when.</param>
public sealed class BoundWindow(PlanWindow plan, PolicyWindow policies)
{
    // Days of mourning are few: what is left of the plan then is worked out when somebody asks about one.
    private readonly Dictionary<Mourning, PlanWindow> _mourned = [];

    /// <summary>Who is open when.</summary>
    public PlanWindow Plan => plan;

    /// <summary>What binds when.</summary>
    public PolicyWindow Policies => policies;

    /// <summary>The first instant after the given one at which plan or policies may change anything; null for never.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset instant) => BoundDecision.Earlier(plan.NextChange(instant), policies.NextChange(instant));

    /// <summary>What may be lit on a panel at an instant inside both.</summary>
    public BoundDecision At(DateTimeOffset instant, Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return Bind(plan.Decide(instant, panel.Id), policies.At(instant, panel.Id), panel);
    }

    /// <summary>What a verdict leaves of a decision of the plan.</summary>
    public BoundDecision Bind(Decision wanted, PolicyVerdict verdict, Panel panel)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(panel);
        return new BoundDecision(wanted, verdict, verdict.MourningOn(panel.Face) is var mourning && mourning != Mourning.None ? Mourned(mourning).Decide(wanted.At, panel.Id) : null);
    }

    private PlanWindow Mourned(Mourning mourning) => _mourned.TryGetValue(mourning, out var known)
        ? known
        : _mourned[mourning] = PlanWindow.Over(new PlanIndex(MourningPlan.Of(plan.Index.Plan, mourning)), plan.From, plan.Until);
}
