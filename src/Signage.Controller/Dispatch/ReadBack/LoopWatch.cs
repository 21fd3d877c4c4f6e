namespace Signage.Controller.Dispatch.ReadBack;

/// <summary>What is known of a loop that cannot be followed.</summary>
internal enum LoopMotion
{
    /// <summary>It shows one picture only, or another picture of it was seen not long ago.</summary>
    Goes,

    /// <summary>Nobody has seen it turn a page for some time.</summary>
    Unproven,

    /// <summary>It stands: the same picture was there at moments at which a loop that goes on has to show another.</summary>
    Stands,
}

/// <summary>
/// Whether a loop goes on, where nobody can say which page is due: from reads at known times of the line. A picture is away for some time in every loop. The
/// moments at which it was seen in a row are laid on one loop; when they leave no gap as long as the picture has to be away, it was never away, and the loop
/// stands. That it goes is only known while another picture was seen not longer ago than one loop and one question. Used by one worker; waits for nothing.
/// </summary>
internal sealed class LoopWatch
{
    // A cheap clock goes wrong by less; what a card does between two pages is counted in too. Moments too far apart to be laid on one loop prove nothing.
    private const double Drift = 0.03;

    // The golden section: steps of it never fall together, however long a loop is, and leave the smallest gaps.
    private const double Step = 0.618;
    private const int MostSteps = 24;
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly List<(TimeSpan From, TimeSpan To)> _seen = [];
    private IReadOnlyList<LoopSpan> _stretches = [];
    private TimeSpan? _turned;
    private int _steps;

    /// <summary>A loop begins: what was seen of another says nothing about it.</summary>
    public void Forget()
    {
        _seen.Clear();
        (_stretches, _turned, _steps) = ([], null, 0);
    }

    /// <summary>A picture of the loop was seen.</summary>
    /// <param name="match">Where in the loop it stands.</param>
    /// <param name="asked">When it was asked for.</param>
    /// <param name="answered">When it had come.</param>
    /// <param name="every">How often it is asked for.</param>
    /// <returns>What is known, and when to ask next.</returns>
    public (LoopMotion Motion, TimeSpan AskIn) Saw(PixelMatch match, TimeSpan asked, TimeSpan answered, TimeSpan every)
    {
        var hadAnother = _stretches.Count > 0 && !LoopSpan.Meet(_stretches, match.Stretches);
        if (hadAnother)
        {
            _seen.Clear();
            (_stretches, _turned, _steps) = (match.Stretches, asked, 0);
        }

        _stretches = LoopSpan.Together(_stretches, match.Stretches);
        _seen.Add((asked, answered));
        var away = LoopSpan.LongestBetween(_stretches, match.Loop);
        if (away <= TimeSpan.Zero)
        {
            return (LoopMotion.Goes, every);
        }

        _seen.RemoveAll(one => asked - one.From > away / (2 * Drift));
        var stands = LongestGap(match.Loop) + (Drift * (answered - _seen[0].From)) + Slack < away;
        var goes = _turned is { } turned && asked - turned <= every + match.Loop + Slack;
        return (stands ? LoopMotion.Stands : goes ? LoopMotion.Goes : LoopMotion.Unproven, hadAnother || _steps++ >= MostSteps ? every : Next(match.Loop, every));
    }

    /// <summary>Sooner than usual, and never in step with the loop.</summary>
    private static TimeSpan Next(TimeSpan loop, TimeSpan every)
    {
        var wait = Step * (loop < every ? loop : every);
        return wait >= Shortest ? wait : wait + (loop * Math.Ceiling((Shortest - wait) / loop));
    }

    /// <summary>The longest time of one loop in which the picture may not have been seen. A read was taken some time between question and answer.</summary>
    private TimeSpan LongestGap(TimeSpan loop)
    {
        var laid = _seen.Select(one => (From: new TimeSpan(one.From.Ticks % loop.Ticks), Width: one.To - one.From)).OrderBy(one => one.From).ToArray();
        var longest = TimeSpan.Zero;
        for (var i = 0; i < laid.Length; i++)
        {
            var next = laid[(i + 1) % laid.Length];
            var gap = next.From + next.Width - laid[i].From + (i == laid.Length - 1 ? loop : TimeSpan.Zero);
            longest = gap > longest ? gap : longest;
        }

        return longest;
    }
}
