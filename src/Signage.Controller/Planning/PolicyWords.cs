using Signage.Core.Policies;
using Signage.Core.Text;

namespace Signage.Controller.Planning;

/// <summary>Policies as a person reads them.</summary>
internal static class PolicyWords
{
    /// <summary>Why a panel is dark although the plan wants something lit: each policy with its times. Null when none darkens it.</summary>
    public static string? WhyDark(BoundDecision bound) =>
        bound.Darkening.Count > 0 ? Words.PolicyDarkens.With(Named(bound.Darkening))
        : bound.Paused.Count > 0 && bound.Decision.Loop.Count == 0 ? WhyPaused(bound)
        : null;

    /// <summary>Which slots pause because people mourn, and by which policies. Null when none does.</summary>
    public static string? WhyPaused(BoundDecision bound) =>
        bound.Paused.Count == 0 ? null : Words.PolicyPauses.With(string.Join(", ", bound.Paused), Named(bound.Verdict.Mourning));

    /// <summary>What the plan says of a panel in a sentence, and when a policy darkens it, which one and what it keeps dark.</summary>
    public static string Sentence(BoundDecision bound, string panelName, TimeZoneInfo zone) => bound.Darkening.Count == 0
        ? bound.Paused.Count > 0 && bound.Decision.Level is null ? Words.PlanPaused.With(panelName, Named(bound.Verdict.Mourning), string.Join(", ", bound.Paused), DecisionWords.Until(bound.Decision, zone))
        : DecisionWords.Of(bound.Decision, panelName, zone) + (WhyPaused(bound) is { } paused ? $" {paused}" : "")
        : Words.PlanDarkByPolicy.With(panelName, Named(bound.Darkening), string.Join(", ", bound.Wanted.Why), DecisionWords.Until(bound.Decision, zone));

    /// <summary>What a policy asks for.</summary>
    public static string Rule(PolicyRule rule) => rule switch
    {
        PolicyRule.Memorial { IsStrict: true } => Words.PolicyMemorialStrict,
        PolicyRule.Memorial => Words.PolicyMemorial,
        PolicyRule.Quiet { IsStrict: true } => Words.PolicyQuietStrict,
        PolicyRule.Quiet => Words.PolicyQuiet,
        PolicyRule.Brightness brightness => Words.PolicyBrightness.With(brightness.Percent),
        PolicyRule.Road { Limit: { MayMove: true } limit } => Words.PolicyRoad.With(limit.LeastStay.TotalSeconds, limit.LeastStep.TotalMilliseconds),
        PolicyRule.Road { Limit: var limit } => Words.PolicyRoadStill.With(limit.LeastStay.TotalSeconds),
        _ => rule.Kind.ToString(),
    };

    private static string Named(IEnumerable<Policy> policies) => string.Join(", ", policies.Select(policy => $"{policy.Id} {policy.Time.Daily}"));
}
