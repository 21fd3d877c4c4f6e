using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Policies;
using Signage.Core.Shows;

namespace Signage.Controller.Scheduling;

/// <summary>
/// What panels would be sent at any instant, if nothing were edited until then: decided, drawn and judged by the very code of a round. Nothing is posted. What only
/// the moment itself knows is not in it: a blank switch that is thrown, a clock that is doubted, a card that refuses.
/// </summary>
/// <param name="door">Turns decisions into shows that may be lit.</param>
/// <param name="rules">Know which panels can be reached at all.</param>
public sealed class Foresight(ShowDoor door, PanelRules rules)
{
    /// <summary>Looks at panels.</summary>
    /// <param name="picture">What is enrolled and planned.</param>
    /// <param name="panels">Those of its panels that are asked for.</param>
    /// <param name="at">The instant.</param>
    public IReadOnlyList<ForeseenShow> Look(SitePicture picture, IReadOnlyList<Panel> panels, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var conflicts = Conflicts(picture);
        return [.. new Decisions().At(picture with { Panels = panels }, at).Select(decided => Show(decided.Panel, decided.Bound, conflicts))];
    }

    /// <summary>The panels of a site that would overwrite each other, and how: nothing is sent to them.</summary>
    public IReadOnlyDictionary<PanelId, string> Conflicts(SitePicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return rules.Conflicts(picture.Panels);
    }

    /// <summary>What would become of a decision.</summary>
    /// <param name="panel">The panel that it is for.</param>
    /// <param name="bound">The decision.</param>
    /// <param name="conflicts">See <see cref="Conflicts"/>.</param>
    public ForeseenShow Show(Panel panel, BoundDecision bound, IReadOnlyDictionary<PanelId, string> conflicts)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(conflicts);
        if ((rules.Complaint(panel) ?? conflicts.GetValueOrDefault(panel.Id)) is { } complaint)
        {
            return new ForeseenShow(panel, bound, null, complaint);
        }

        var answer = door.Pass(bound, panel, rules.Profile(panel)!);
        return new ForeseenShow(panel, bound, answer.Show.Value, answer.Refusal) { Ruling = answer.Ruling };
    }
}

/// <summary>What a panel would be sent.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Bound">What was decided.</param>
/// <param name="Show">What would be lit; null when nothing can be sent to the panel at all.</param>
/// <param name="Refusal">Why it is not what may be lit by the policies; null when it is.</param>
public sealed record ForeseenShow(Panel Panel, BoundDecision Bound, Show? Show, string? Refusal)
{
    /// <summary>What the policies take away of what is planned; null when they take nothing.</summary>
    public string? Ruling { get; init; }
}
