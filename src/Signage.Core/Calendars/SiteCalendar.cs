using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Signage.Core.Calendars;

/// <summary>All that day rules ask about: the notices of statutory holidays and the site's list of named days. Immutable; a new file makes a new one.</summary>
/// <param name="statutory">The statutory days.</param>
/// <param name="named">The named days, each name once.</param>
public sealed class SiteCalendar(StatutoryDays statutory, IEnumerable<NamedDay> named)
{
    // Days of a name in a year, in order. A plan asks of the same names and years at every look ahead; each is reckoned once.
    private readonly ConcurrentDictionary<(string Name, int Year), int[]> _days = new();
    private readonly FrozenDictionary<string, NamedDay> _named = named.ToFrozenDictionary(day => day.Name, StringComparer.Ordinal);

    /// <summary>Weekdays only: no notice, no named day.</summary>
    public static SiteCalendar Bare { get; } = new(StatutoryDays.None, []);

    /// <summary>The statutory days.</summary>
    public StatutoryDays Statutory => statutory;

    /// <summary>The named days, in order of their names.</summary>
    public IReadOnlyList<NamedDay> Named { get; } = [.. named.OrderBy(day => day.Name, StringComparer.Ordinal)];

    /// <summary>
    /// True when a day goes by a name. Where the notices are there, a statutory holiday is all its rest days; where they are not, it is the day that
    /// the list names.
    /// </summary>
    public bool IsNamed(DateOnly day, string name) =>
        statutory.IsIn(day, name) || (_named.TryGetValue(name, out var known) && known.Rule.HoldsOn(day, this));

    /// <summary>True when one of the days from one number to another goes by a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="first">Number of the first day, see <see cref="DateOnly.DayNumber"/>; may lie before the first day there is.</param>
    /// <param name="last">Number of the last day; may lie after the last day there is.</param>
    public bool HasNamed(string name, int first, int last)
    {
        if (!Knows(name))
        {
            return false;
        }

        (first, last) = (Math.Max(first, DateOnly.MinValue.DayNumber), Math.Min(last, DateOnly.MaxValue.DayNumber));
        for (var year = DateOnly.FromDayNumber(first).Year; year <= DateOnly.FromDayNumber(last).Year; year++)
        {
            var days = _days.GetOrAdd((name, year), one => [.. DaysOf(one.Year).Where(number => IsNamed(DateOnly.FromDayNumber(number), one.Name))]);
            var place = Array.BinarySearch(days, first);
            place = place < 0 ? ~place : place;
            if (place < days.Length && days[place] <= last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when some day goes by a name, in the list or in a notice.</summary>
    public bool Knows(string name) => _named.ContainsKey(name) || statutory.Names.Contains(name);

    private static IEnumerable<int> DaysOf(int year) => Enumerable.Range(new DateOnly(year, 1, 1).DayNumber, DateTime.IsLeapYear(year) ? 366 : 365);

    /// <summary>What a day is.</summary>
    public DayFacts Of(DateOnly day) => new(
        day,
        LunarDays.Of(day),
        SolarTerms.On(day),
        statutory.KindOf(day),
        statutory.MissingNotice(day),
        [.. (statutory.Find(day) is { } notice ? [notice.Name] : Array.Empty<string>()).Concat(Named.Where(known => known.Rule.HoldsOn(day, this)).Select(known => known.Name)).Distinct()]);
}
