using Microsoft.Extensions.Logging;
using Signage.Core.Panels;
using Signage.Core.Planning;
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
    /// <summary>The show for a decision.</summary>
    /// <returns>What may be lit, and why it is not what was decided; null when it is.</returns>
    public (Approved<Show> Show, string? Refusal) Pass(Decision decision, Panel panel, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var (show, refusal) = Try(decision.Loop, panel, profile);
        if (show is not null)
        {
            return (show, null);
        }

        if (decision.Basis.Count > 0 && !decision.Basis.SequenceEqual(decision.Loop) && Try(decision.Basis, panel, profile).Show is { } instead)
        {
            return (instead, Words.BaseInstead.With(refusal));
        }

        return (Dark(panel, profile), refusal);
    }

    /// <summary>A dark show, which always passes.</summary>
    public Approved<Show> Dark(Panel panel, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var dark = (RenderAnswer.Rendered)renderer.Render([], panel.Face, profile.ToAbilities());
        return ((GateAnswer.Passed)gate.Judge(dark.Show)).Show;
    }

    /// <summary>Exactly these items and nothing in their place: rendered for the panel and passed by the gate, or the reason why not.</summary>
    public (Approved<Show>? Show, string? Refusal) Try(IReadOnlyList<LoopItem> loop, Panel panel, DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(profile);
        try
        {
            return renderer.Render(loop, panel.Face, profile.ToAbilities()) switch
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
