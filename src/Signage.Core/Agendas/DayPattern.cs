using Signage.Core.Calendars;

namespace Signage.Core.Agendas;

/// <summary>Which days of a stretch of days a list of days are: all of them, its working days, certain days of the week, or just those.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Weekdays">The days of the week, Monday first; of <see cref="DayPatternKind.Weekly"/> only.</param>
public sealed record DayPattern(DayPatternKind Kind, IReadOnlyList<DayOfWeek> Weekdays)
{
    private const int Week = 7;

    /// <summary>Finds the pattern of days.</summary>
    /// <param name="days">The days, in order, each once; at least one.</param>
    /// <param name="calendar">Knows when people work.</param>
    public static DayPattern Of(IReadOnlyList<DateOnly> days, SiteCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(calendar);
        DateOnly[] all = [.. Enumerable.Range(0, days[^1].DayNumber - days[0].DayNumber + 1).Select(days[0].AddDays)];
        if (days.Count == all.Length)
        {
            return new DayPattern(days.Count == 1 ? DayPatternKind.Listed : DayPatternKind.Daily, []);
        }

        // In less than a week anything would be a pattern.
        if (all.Length <= Week)
        {
            return new DayPattern(DayPatternKind.Listed, []);
        }

        foreach (var (kind, wanted) in new[] { (DayPatternKind.Working, DayKind.Work), (DayPatternKind.Resting, DayKind.Rest) })
        {
            if (all.Where(day => calendar.Statutory.KindOf(day) == wanted).SequenceEqual(days))
            {
                return new DayPattern(kind, []);
            }
        }

        DayOfWeek[] weekdays = [.. days.Select(day => day.DayOfWeek).Distinct().OrderBy(day => ((int)day + Week - 1) % Week)];
        return all.Where(day => weekdays.Contains(day.DayOfWeek)).SequenceEqual(days)
            ? new DayPattern(DayPatternKind.Weekly, weekdays)
            : new DayPattern(DayPatternKind.Listed, []);
    }
}

/// <summary>Which days of a stretch of days are meant.</summary>
public enum DayPatternKind
{
    /// <summary>All of them.</summary>
    Daily,

    /// <summary>Those on which people work.</summary>
    Working,

    /// <summary>Those on which people rest.</summary>
    Resting,

    /// <summary>Certain days of the week.</summary>
    Weekly,

    /// <summary>None of these; the days themselves say it.</summary>
    Listed,
}
