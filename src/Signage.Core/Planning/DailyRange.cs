namespace Signage.Core.Planning;

/// <summary>
/// A range of every day in site time, from one edge up to, not including, another; it belongs to the day on which it starts. By the clock, an end at or
/// before the start lies on the next day, so 22:00–06:00 is one night and 08:00–08:00 a whole day. Where the sun is one of the edges, noon decides: what begins at
/// noon, later or at sunset and ends at noon, earlier or at sunrise ends on the next day; everything else ends on the same one, and there is no range on a day on
/// which its end would not be later than its start.
/// </summary>
public sealed record DailyRange
{
    /// <summary>Makes a range.</summary>
    /// <param name="from">First moment inside; not <see cref="DayEdge.EndOfDay"/>.</param>
    /// <param name="until">First moment outside; midnight is the end of the day.</param>
    public DailyRange(DayEdge from, DayEdge until)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(from, DayEdge.EndOfDay);
        (From, Until) = (from, until == TimeOnly.MinValue ? DayEdge.EndOfDay : until);
    }

    /// <summary>First moment inside.</summary>
    public DayEdge From { get; }

    /// <summary>First moment outside; <see cref="DayEdge.EndOfDay"/> for midnight.</summary>
    public DayEdge Until { get; }

    /// <summary>From midnight to midnight.</summary>
    public static DailyRange WholeDay { get; } = new(TimeOnly.MinValue, TimeOnly.MinValue);

    /// <summary>True when the range ends on the day after it starts.</summary>
    public bool PassesMidnight => Until.IsOnTheDayAfter(From);

    /// <summary>True when it needs a site that knows its place.</summary>
    public bool AsksTheSun => From.AsksTheSun || Until.AsksTheSun;

    /// <summary>The range as <c>08:00-12:30</c>.</summary>
    public override string ToString() => $"{From}-{Until}";
}
