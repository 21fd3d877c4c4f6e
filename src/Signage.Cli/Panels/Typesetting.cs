using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Renderer.Shows;

namespace Signage.Cli.Panels;

/// <summary>One text of the command line, typeset.</summary>
internal static class Typesetting
{
    // The renderer names the programme of each complaint; a text of the command line has none worth naming.
    private const string Item = "command-line";

    /// <summary>Typesets a text.</summary>
    /// <exception cref="UserError">It cannot be set right; every reason is a line.</exception>
    public static RenderAnswer.Rendered Set(IDrawingRoom drawing, string text, ShowStyle style, PanelFace face, CardAbilities abilities) =>
        drawing.Render([new LoopItem(new Revision(Item, text), style, Item)], face, abilities) switch
        {
            RenderAnswer.Rendered rendered => rendered,
            RenderAnswer.Refused refused => throw new UserError([.. refused.Reasons.Select(reason => reason.StartsWith($"{Item}: ", StringComparison.Ordinal) ? reason[(Item.Length + 2)..] : reason)]),
            var other => throw new InvalidOperationException($"The renderer answered {other}."),
        };

    /// <summary>How long a page stands; null when nothing was asked for. What lies between two steps of the card is rounded, what it cannot do is not shortened in silence.</summary>
    /// <exception cref="UserError">The card cannot let a page stand so long, or so short.</exception>
    public static TimeSpan? Stay(double? seconds, DeviceProfile profile)
    {
        if (seconds is not { } wanted)
        {
            return null;
        }

        var (least, most) = (TimeSpan.FromMilliseconds(profile.Stay.UnitMilliseconds), profile.ToAbilities().LongestStay);
        var stay = TimeSpan.FromSeconds(wanted);
        return stay >= least && stay <= most ? stay : throw new UserError(Words.StayOutOfRange.With(wanted, profile.Id, least.TotalSeconds, most.TotalSeconds));
    }

    /// <summary>The time for one pixel that a speed level of the card means; null when no level was asked for.</summary>
    /// <exception cref="UserError">The card has no such level.</exception>
    public static TimeSpan? Step(int? speed, DeviceProfile profile)
    {
        if (speed is not { } wanted)
        {
            return null;
        }

        var level = profile.Speed.Levels.FirstOrDefault(known => known.Level == wanted)
            ?? throw new UserError(Words.NoSuchSpeed.With(
                wanted, profile.Id, profile.Speed.Levels.Min(known => known.Level), profile.Speed.Levels.Max(known => known.Level)));
        return TimeSpan.FromMicroseconds(level.StepMicroseconds);
    }
}
