using Signage.Core.Calendars;

namespace Signage.Core.Planning;

/// <summary>
/// A stretch of time and the days of the site's clocks that matter to it, for everybody who asks about the same stretch: where the clocks jump, and on which
/// days a rule holds, are found out once. Not for several threads.
/// </summary>
internal sealed class WindowDays
{
    // How far ranges leave the day that they belong to. By the clock only over the next midnight. By the sun, in a zone of another part of the world,
    // a sunrise may come up to a day and a sunset two days away from the noon of its day; with clocks that jump these days are more than enough.
    private const int BeforeByClock = 1;
    private const int BeforeBySun = 3;
    private const int AfterBySun = 2;
    private static readonly TimeOnly Noon = new(12, 0);

    // Farther than any zone is from universal time.
    private static readonly long BeyondTime = TimeSpan.FromDays(2).Ticks;
    private readonly Plan _plan;
    private readonly int _from;
    private readonly int _until;
    private readonly int _first;
    private readonly int _last;
    private readonly Dictionary<DayRule, bool[]> _holds = [];
    private readonly Dictionary<int, SunDay?> _suns = [];

    /// <summary>Makes them.</summary>
    /// <param name="plan">Whose zone, calendar and sun are meant.</param>
    /// <param name="from">The first instant of the stretch.</param>
    /// <param name="until">The first instant after it.</param>
    public WindowDays(Plan plan, DateTimeOffset from, DateTimeOffset until)
    {
        (_plan, From, Until) = (plan, from.UtcTicks, Math.Max(from.UtcTicks, until.UtcTicks));
        Pieces = [.. Cut(From, Until, plan.Zone)];
        (_from, _until) = ((int)(Pieces.Min(piece => piece.From + piece.Offset) / TimeSpan.TicksPerDay), (int)(Pieces.Max(piece => piece.Until + piece.Offset) / TimeSpan.TicksPerDay));
        (_first, _last) = (Known(_from - BeforeBySun), Known(_until + AfterBySun));
    }

    /// <summary>The first tick of the stretch.</summary>
    public long From { get; }

    /// <summary>The first tick after it.</summary>
    public long Until { get; }

    /// <summary>The stretch cut where the clocks jump: within a piece they show universal time and an offset.</summary>
    public IReadOnlyList<(long From, long Until, long Offset)> Pieces { get; }

    /// <summary>The ranges, in readings of the clocks, that a time opens on the days that may reach into the stretch; in order, and apart from each other.</summary>
    public List<WallSpan> Readings(SlotTime time)
    {
        var (first, last) = time.Daily.AsksTheSun
            ? (_first, _last)
            : (Known(_from - BeforeByClock), Known(_until));
        (first, last) = (Math.Max(first, time.FirstDay?.DayNumber ?? first), Math.Min(last, time.LastDay?.DayNumber ?? last));
        var holds = time.Days is DayRule.Always || first > last ? null : Holds(time.Days);
        var spans = new List<WallSpan>();
        for (var day = first; day <= last; day++)
        {
            if (holds is not null && !holds[day - _first])
            {
                continue;
            }

            foreach (var range in time.Daily.Ranges)
            {
                if (WallSpan.Of(range, day, SunOn, _plan.Zone) is { } span)
                {
                    spans.Add(span);
                }
            }
        }

        return Endless(Joined(spans));
    }

    // Where a zone would show a day before the first or after the last one there is, its clocks stand still: what is open at the end stays open.
    private static List<WallSpan> Endless(List<WallSpan> spans)
    {
        if (spans.Count > 0 && spans[0].From <= 0)
        {
            spans[0] = spans[0] with { From = -BeyondTime };
        }

        if (spans.Count > 0 && spans[^1].Until > DateTime.MaxValue.Ticks)
        {
            spans[^1] = spans[^1] with { Until = DateTime.MaxValue.Ticks + BeyondTime };
        }

        return spans;
    }

    private static int Known(int day) => Math.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);

    private SunDay? SunOn(int day)
    {
        if (!_suns.TryGetValue(day, out var sun))
        {
            _suns[day] = sun = _plan.Sun?.Around(WallClock.Instants(DateOnly.FromDayNumber(day).ToDateTime(Noon), _plan.Zone).First());
        }

        return sun;
    }

    private bool[] Holds(DayRule rule)
    {
        if (!_holds.TryGetValue(rule, out var holds))
        {
            _holds[rule] = holds = new bool[_last - _first + 1];
            for (var day = _first; day <= _last; day++)
            {
                holds[day - _first] = rule.HoldsOn(DateOnly.FromDayNumber(day), _plan.Calendar);
            }
        }

        return holds;
    }

    // What begins where another ends, or before, is the same stretch for whoever looks at the panel.
    private static List<WallSpan> Joined(List<WallSpan> spans)
    {
        if (!IsInOrder(spans))
        {
            spans.Sort(static (one, other) => one.From.CompareTo(other.From));
        }

        var kept = 0;
        for (var at = 1; at < spans.Count; at++)
        {
            if (spans[at].From <= spans[kept].Until)
            {
                spans[kept] = new WallSpan(spans[kept].From, Math.Max(spans[kept].Until, spans[at].Until));
            }
            else
            {
                spans[++kept] = spans[at];
            }
        }

        if (spans.Count > 0)
        {
            spans.RemoveRange(kept + 1, spans.Count - kept - 1);
        }

        return spans;
    }

    private static bool IsInOrder(List<WallSpan> spans)
    {
        for (var at = 1; at < spans.Count; at++)
        {
            if (spans[at].From < spans[at - 1].From)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<(long From, long Until, long Offset)> Cut(long from, long until, TimeZoneInfo zone)
    {
        // Clocks that jump twice within the look ahead would be one jump, or none, to a comparison of its ends.
        var look = TimeSpan.FromDays(7).Ticks;
        var piece = from;
        for (var at = from; at < until;)
        {
            var next = Math.Min(until, at + look);
            if (WallClock.NextTransition(Instant(at), Instant(next), zone) is { } jump && jump.UtcTicks < until)
            {
                yield return (piece, jump.UtcTicks, Offset(piece, zone));
                (piece, next) = (jump.UtcTicks, jump.UtcTicks);
            }

            at = next;
        }

        yield return (piece, until, Offset(piece, zone));
    }

    private static long Offset(long ticks, TimeZoneInfo zone) => zone.GetUtcOffset(Instant(ticks)).Ticks;

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
