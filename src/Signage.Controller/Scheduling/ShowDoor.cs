using Microsoft.Extensions.Logging;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;

namespace Signage.Controller.Scheduling;

/// <summary>
/// From a decision to a show that may be lit: rendered for the very panel and passed by the gate. Words that cannot be drawn or are not approved are
/// never lit: the site's base slots play in their place, and where those may not be lit either the panel is dark; the reason is told in both cases.
/// </summary>
/// <param name="renderer">Makes shows.</param>
/// <param name="gate">The door to the panels.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class ShowDoor(IShowRenderer renderer, Gate gate, ILogger log)
{
    /// <summary>The show for a decision that the policies have bound; what of it is lit moves no quicker than they let it.</summary>
    public DoorAnswer Pass(BoundDecision bound, Panel panel, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(bound);
        var (decision, motion) = (bound.Decision, bound.Verdict.Motion);
        if (PolicyWords.WhyDark(bound) is { } why)
        {
            return new DoorAnswer(Dark(panel, profile), null, why);
        }

        var ruling = PolicyWords.WhyPaused(bound);
        var (show, refusal) = Try(bound.IsSober ? Sober(decision.Loop, panel) : decision.Loop, panel, profile, motion);
        if (show is not null)
        {
            return new DoorAnswer(show, null, ruling);
        }

        // The base slots are no warning: they mourn in the place of one too.
        var basis = bound.Verdict.Mourning.Count > 0 ? Sober(decision.Basis, panel) : decision.Basis;
        if (decision.Basis.Count > 0 && !decision.Basis.SequenceEqual(decision.Loop) && Try(basis, panel, profile, motion).Show is { } instead)
        {
            return new DoorAnswer(instead, Words.BaseInstead.With(refusal), ruling);
        }

        return new DoorAnswer(Dark(panel, profile), refusal, ruling);
    }

    /// <summary>A dark show, which always passes.</summary>
    public Approved<Show> Dark(Panel panel, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var dark = (RenderAnswer.Rendered)renderer.Render([], panel.Face, profile.ToAbilities());
        return ((GateAnswer.Passed)gate.Judge(dark.Show)).Show;
    }

    private static LoopItem[] Sober(IReadOnlyList<LoopItem> loop, Panel panel) =>
        [.. loop.Select(item => item with { Style = item.Style with { Colour = panel.Face.Sober } })];

    /// <summary>Exactly these items and nothing in their place: rendered for the panel and passed by the gate, or the reason why not.</summary>
    public (Approved<Show>? Show, string? Refusal) Try(IReadOnlyList<LoopItem> loop, Panel panel, DeviceProfile profile) => Try(loop, panel, profile, null);

    private (Approved<Show>? Show, string? Refusal) Try(IReadOnlyList<LoopItem> loop, Panel panel, DeviceProfile profile, MotionLimit? motion)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(profile);
        try
        {
            var card = profile.ToAbilities();
            var may = card.Within(motion);
            var items = motion is null ? loop : [.. loop.Select(item => item with { Style = MotionLimit.Soften(item.Style, card, may) })];
            return renderer.Render(items, panel.Face, may) switch
            {
                RenderAnswer.Refused refused => (null, string.Join("; ", refused.Reasons)),
                RenderAnswer.Rendered rendered => gate.Judge(rendered.Show) switch
                {
                    GateAnswer.Passed passed => (passed.Show, null),
                    GateAnswer.Refused refused => (null, string.Join("; ", refused.Reasons)),
                    _ => (null, Words.NoGateAnswer),
                },
                _ => (null, Words.NoRendererAnswer),
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(log, panel.Id.Value, failure);
            return (null, Words.NotDrawn.With(failure.Message.ReplaceLineEndings(" ")));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3303, LogLevel.Error, "panel {Panel}: drawing failed")]
        public static partial void Failed(ILogger logger, string panel, Exception failure);
    }
}
