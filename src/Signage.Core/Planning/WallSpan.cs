using Signage.Core.Calendars;

namespace Signage.Core.Planning;

/// <summary>A range on one day, in readings of the site's clocks (ticks since the first midnight there is): from the first moment inside to the first one outside.</summary>
/// <param name="From">First reading inside.</param>
/// <param name="Until">First reading outside.</param>
internal readonly record struct WallSpan(long From, long Until)
{
    /// <summary>True when a reading lies inside.</summary>
    public bool Has(long reading) => reading >= From && reading < Until;

    /// <summary>The range on a day; null where it has none: its end would not be later than its start, or it asks the sun and the site does not know its place.</summary>
    /// <param name="range">The range.</param>
    /// <param name="day">Number of the day.</param>
    /// <param name="sunOn">The sun of a day by its number, null for a site that does not know its place.</param>
    /// <param name="zone">The zone of the clocks.</param>
    public static WallSpan? Of(DailyRange range, int day, Func<int, SunDay?> sunOn, TimeZoneInfo zone)
    {
        if (Reading(range.From, day, sunOn, zone) is { } from && Reading(range.Until, range.PassesMidnight ? day + 1 : day, sunOn, zone) is { } until)
        {
            return until > from ? new WallSpan(from, until) : null;
        }

        return null;
    }

    private static long? Reading(DayEdge edge, int day, Func<int, SunDay?> sunOn, TimeZoneInfo zone)
    {
        // The sun of the day after the last one there is: nobody sees it.
        if (edge.Kind == EdgeKind.Clock || day > DateOnly.MaxValue.DayNumber)
        {
            return (day * TimeSpan.TicksPerDay) + (edge.Kind == EdgeKind.Clock ? edge.At : TimeSpan.Zero).Ticks;
        }

        return sunOn(day) is { } sun ? WallClock.Reading((edge.Kind == EdgeKind.Sunrise ? sun.Sunrise : sun.Sunset).UtcTicks + edge.At.Ticks, zone) : null;
    }
}
