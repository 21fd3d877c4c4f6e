using Signage.Core.Calendars;

namespace Signage.Core.Planning;

/// <summary>A range on one day, in readings of the site's clocks (ticks since the first midnight there is): from the first moment inside to the first one outside.</summary>
/// <param name="From">First reading inside.</param>
/// <param name="Until">First reading outside.</param>
internal readonly record struct WallSpan(long From, long Until)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>True when a reading lies inside.</summary>
    public bool Has(long reading) => reading >= From && reading < Until;

    /// <summary>The range on a day; null where it has none: its end would not be later than its start, or it asks the sun and the site does not know its place.</summary>
    public static WallSpan? Of(DailyRange range, DateOnly day, Plan plan)
    {
        if (Reading(range.From, day.DayNumber, plan) is { } from && Reading(range.Until, range.PassesMidnight ? day.DayNumber + 1 : day.DayNumber, plan) is { } until)
        {
            return until > from ? new WallSpan(from, until) : null;
        }

        return null;
    }

    private static long? Reading(DayEdge edge, int day, Plan plan)
    {
        // The sun of the day after the last one there is: nobody sees it.
        if (edge.Kind == EdgeKind.Clock || day > DateOnly.MaxValue.DayNumber)
        {
            return (day * TimeSpan.TicksPerDay) + (edge.Kind == EdgeKind.Clock ? edge.At : TimeSpan.Zero).Ticks;
        }

        if (plan.Sun is not { } sun)
        {
            return null;
        }

        var noon = WallClock.Instants(DateOnly.FromDayNumber(day).ToDateTime(Noon), plan.Zone).First();
        var around = sun.Around(noon);
        return WallClock.Reading((edge.Kind == EdgeKind.Sunrise ? around.Sunrise : around.Sunset).UtcTicks + edge.At.Ticks, plan.Zone);
    }
}
