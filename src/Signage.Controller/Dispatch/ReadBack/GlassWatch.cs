using Signage.Core.Frames;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch.ReadBack;

/// <summary>How a picture stands to the show.</summary>
internal enum GlassVerdict
{
    /// <summary>It is the show's, and the show goes on.</summary>
    Right,

    /// <summary>It is the show's, but nobody has seen the show go on.</summary>
    Unproven,

    /// <summary>It is not the show's.</summary>
    Wrong,

    /// <summary>It is the show's, and the show does not go on.</summary>
    Stands,

    /// <summary>The comparison had to end before it found anything.</summary>
    Unknown,
}

/// <summary>What came of holding a picture against a show.</summary>
/// <param name="Verdict">How it stands to the show.</param>
/// <param name="WrongPixels">Pixels that are off, against the most similar moment.</param>
/// <param name="AskIn">When to ask for the next picture.</param>
internal sealed record GlassFinding(GlassVerdict Verdict, int WrongPixels, TimeSpan AskIn);

/// <summary>Holds what a card hands back against the show that it plays. Used by one worker; moments are counted from the start of its work.</summary>
/// <param name="rules">How near is near enough, and how often.</param>
internal sealed class GlassWatch(ReadBackRules rules)
{
    private readonly LoopWatch _motion = new();
    private LoopClock _clock;

    /// <summary>A show begins to be sent.</summary>
    public void Sending(TimeSpan now)
    {
        _clock = _clock with { Earliest = now };
        _motion.Forget();
    }

    /// <summary>It was sent.</summary>
    public void Sent(TimeSpan now) => _clock = _clock with { Latest = now };

    /// <summary>Judges a picture.</summary>
    /// <param name="picture">What the card says it lights.</param>
    /// <param name="show">What it was sent.</param>
    /// <param name="asked">When it was asked for the picture.</param>
    /// <param name="answered">When it had come.</param>
    /// <param name="cancellationToken">Gives up, because something is more urgent.</param>
    public async Task<GlassFinding> JudgeAsync(PixelFrame picture, Show show, TimeSpan asked, TimeSpan answered, CancellationToken cancellationToken)
    {
        var every = TimeSpan.FromSeconds(rules.EverySeconds);
        var match = await PixelMatch.OfAsync(picture, show, rules, _clock.Window(asked, answered), cancellationToken).ConfigureAwait(false);
        if (!match.Matches)
        {
            return new GlassFinding(match.IsCutOff ? GlassVerdict.Unknown : GlassVerdict.Wrong, match.WrongPixels, every);
        }

        // Where the window is known it moves with the loop: a loop that stands falls out of it by itself.
        if (!rules.AnyMoment)
        {
            return new GlassFinding(GlassVerdict.Right, match.WrongPixels, every);
        }

        if (match.IsCutOff)
        {
            return new GlassFinding(GlassVerdict.Unproven, match.WrongPixels, every);
        }

        var (motion, askIn) = _motion.Saw(match, asked, answered, every);
        return new GlassFinding(
            motion switch
            {
                LoopMotion.Goes => GlassVerdict.Right,
                LoopMotion.Stands => GlassVerdict.Stands,
                _ => GlassVerdict.Unproven,
            },
            match.WrongPixels,
            askIn);
    }
}
