using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Signage.Core.Policies;

/// <summary>
/// All policies of a site. Those of the centre and the site's own bind together, and of several the strictest counts: so whatever the site adds, it never
/// loosens what the centre asks for. Immutable; an edit makes a new book.
/// </summary>
public sealed class PolicyBook
{
    private readonly Plan _frame;
    private readonly Dictionary<string, Policy> _byId;

    /// <summary>Makes a book.</summary>
    /// <param name="policies">The policies, each id once.</param>
    /// <param name="frame">Zone, calendar, sun and tags of the site; its slots do not matter.</param>
    public PolicyBook(IReadOnlyList<Policy> policies, Plan frame)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(frame);
        (Policies, _frame) = (policies, frame);
        _byId = policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        Index = new PlanIndex(frame with { Programmes = [], Slots = [.. policies.Select(policy => policy.Hours)] });
    }

    /// <summary>The policies.</summary>
    public IReadOnlyList<Policy> Policies { get; }

    /// <summary>Their times, put in order.</summary>
    internal PlanIndex Index { get; }

    /// <summary>No policy.</summary>
    public static PolicyBook Empty(TimeZoneInfo zone) => new([], Plan.Empty(zone));

    /// <summary>What of it binds while nobody knows what time it is: only what binds at all times.</summary>
    public PolicyBook WithoutClock() => new([.. Policies.Where(policy => policy.AsksNoClock)], _frame);

    /// <summary>True when some policy, binding now or not, speaks of the brightness of a panel.</summary>
    public bool Dims(PanelId panel) => Policies.Count > 0 && Index.For(panel).Any(at => Of(at).Rule is PolicyRule.Brightness);

    /// <summary>What binds a panel at an instant. Whoever asks often takes a <see cref="PolicyWindow"/>.</summary>
    public PolicyVerdict At(DateTimeOffset instant, PanelId panel) => PolicyWindow.Ahead(this, instant).At(instant, panel);

    /// <summary>The policy behind one of the times of <see cref="Index"/>.</summary>
    internal Policy Of(int time) => _byId[Index.Slots[time].Id];
}
