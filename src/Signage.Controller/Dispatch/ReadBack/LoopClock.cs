namespace Signage.Controller.Dispatch.ReadBack;

/// <summary>When a card can have begun its loop: not before the show was sent, not after it was acknowledged. Moments are counted from the start of its worker.</summary>
/// <param name="Earliest">When the conversation began.</param>
/// <param name="Latest">When it had ended.</param>
internal readonly record struct LoopClock(TimeSpan Earliest, TimeSpan Latest)
{
    // A cheap clock goes wrong by less; what a card does between a command and its first picture is counted in too.
    private const double Drift = 0.001;
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(100);

    /// <summary>The times since its loop began between which a picture can have been taken.</summary>
    /// <param name="asked">When it was asked for.</param>
    /// <param name="answered">When it had come.</param>
    public (TimeSpan From, TimeSpan To) Window(TimeSpan asked, TimeSpan answered)
    {
        var (from, to) = (asked - Latest, answered - Earliest);
        var loose = Slack + (to * Drift);
        return (from > loose ? from - loose : TimeSpan.Zero, to + loose);
    }
}
