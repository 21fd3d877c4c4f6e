using System.Collections.Frozen;

namespace Signage.Core.Calendars;

/// <summary>All that day rules ask about: the notices of statutory holidays and the site's list of named days. Immutable; a new file makes a new one.</summary>
/// <param name="statutory">The statutory days.</param>
/// <param name="named">The named days, each name once.</param>
public sealed class SiteCalendar(StatutoryDays statutory, IEnumerable<NamedDay> named)
{
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

    /// <summary>True when some day goes by a name, in the list or in a notice.</summary>
    public bool Knows(string name) => _named.ContainsKey(name) || statutory.Names.Contains(name);

    /// <summary>What a day is.</summary>
    public DayFacts Of(DateOnly day) => new(
        day,
        LunarDays.Of(day),
        SolarTerms.On(day),
        statutory.KindOf(day),
        statutory.MissingNotice(day),
        [.. (statutory.Find(day) is { } notice ? [notice.Name] : Array.Empty<string>()).Concat(Named.Where(known => known.Rule.HoldsOn(day, this)).Select(known => known.Name)).Distinct()]);
}
