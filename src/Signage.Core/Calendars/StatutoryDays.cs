using System.Collections.Frozen;

namespace Signage.Core.Calendars;

/// <summary>
/// The statutory holidays and make-up days of all years whose notice is there. Immutable. A year without its notice falls back to weekdays, and says so
/// (<see cref="MissingNotice"/>).
/// </summary>
/// <param name="days">Each day at most once, in any order.</param>
public sealed class StatutoryDays(IEnumerable<StatutoryDay> days)
{
    // The earliest New Year holiday on record began on 29 December; such days stand in the notice of the year that begins.
    private const int LastDaysOfDecember = 28;

    private readonly FrozenDictionary<DateOnly, StatutoryDay> _days = days.ToFrozenDictionary(day => day.Date);

    /// <summary>No notice at all: every day is what its weekday says.</summary>
    public static StatutoryDays None { get; } = new([]);

    /// <summary>The years whose notice is there, in order.</summary>
    public IReadOnlyList<int> Years { get; } = [.. days.Select(day => day.Date).Where(IsOfItsOwnYear).Select(day => day.Year).Distinct().Order()];

    /// <summary>All names of holidays, those that fell together apart.</summary>
    public IReadOnlySet<string> Names { get; } = days.SelectMany(day => day.Name.Split('、')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The year whose notice is missing to be sure of a day; null when all that decide are there: that of its year and, at the end of December, that of
    /// the next one too.
    /// </summary>
    public int? MissingNotice(DateOnly day) => !HasNotice(day.Year) ? day.Year : IsOfItsOwnYear(day) || HasNotice(day.Year + 1) ? null : day.Year + 1;

    /// <summary>The first of some days that is not sure because a notice is missing, and of which year; null when all are sure.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="days">How many, it included.</param>
    public (DateOnly Day, int Year)? FirstUncertain(DateOnly from, int days)
    {
        for (var number = from.DayNumber; number < Math.Min(from.DayNumber + days, DateOnly.MaxValue.DayNumber + 1); number++)
        {
            if (MissingNotice(DateOnly.FromDayNumber(number)) is { } year)
            {
                return (DateOnly.FromDayNumber(number), year);
            }
        }

        return null;
    }

    /// <summary>What a notice says about a day; null when it says nothing.</summary>
    public StatutoryDay? Find(DateOnly day) => _days.GetValueOrDefault(day);

    /// <summary>Whether people work on a day: as the notice says, else as the weekday says.</summary>
    public DayKind KindOf(DateOnly day) => Find(day)?.Kind ?? (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Rest : DayKind.Work);

    /// <summary>True when the day belongs to the rest days around a holiday: from the first to the last one, weekends that join it included.</summary>
    /// <param name="day">The day.</param>
    /// <param name="holiday">The holiday's name: <c>春节</c>.</param>
    public bool IsIn(DateOnly day, string holiday)
    {
        if (KindOf(day) != DayKind.Rest)
        {
            return false;
        }

        return Run(day, -1).Concat(Run(day, +1)).Any(rest => Find(rest) is { Kind: DayKind.Rest } found && found.Name.Split('、').Contains(holiday));
    }

    private static bool IsOfItsOwnYear(DateOnly day) => day.Month < 12 || day.Day < LastDaysOfDecember;

    private bool HasNotice(int year) => Years.Contains(year);

    // The rest days from a day on, itself first, in one direction.
    private IEnumerable<DateOnly> Run(DateOnly day, int step)
    {
        for (var number = day.DayNumber; number >= 0 && number <= DateOnly.MaxValue.DayNumber; number += step)
        {
            var at = DateOnly.FromDayNumber(number);
            if (KindOf(at) != DayKind.Rest)
            {
                yield break;
            }

            yield return at;
        }
    }
}
