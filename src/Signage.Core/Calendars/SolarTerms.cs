using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Signage.Core.Calendars;

/// <summary>Which days are solar terms, reckoned from the sun's longitude in China time (UTC+8), 1900–2100.</summary>
public static class SolarTerms
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const double Degrees = 15;
    private const int Terms = 24;

    // Longitude 285 degrees is the first of the year.
    private const int Turned = 19;
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    // A plan asks of the same days again and again, and the sun is reckoned from hundreds of waves: each year once, when it is first asked for.
    private static readonly ImmutableArray<Lazy<FrozenDictionary<DateOnly, SolarTerm>>> Years =
        [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).Select(year => new Lazy<FrozenDictionary<DateOnly, SolarTerm>>(() => Of(year)))];

    /// <summary>The term that falls on a day; null on an ordinary one, and outside 1900–2100.</summary>
    public static SolarTerm? On(DateOnly day) =>
        day.Year is >= FirstYear and <= LastYear && Years[day.Year - FirstYear].Value.TryGetValue(day, out var term) ? term : null;

    /// <summary>Its Chinese name: <c>清明</c>.</summary>
    public static string NameOf(SolarTerm term) => Words.SolarTerms.Split(' ')[(int)term];

    /// <summary>The term of a Chinese name; null when there is none of it.</summary>
    public static SolarTerm? Named(string name)
    {
        var place = Array.IndexOf(Words.SolarTerms.Split(' '), name);
        return place < 0 ? null : (SolarTerm)place;
    }

    private static FrozenDictionary<DateOnly, SolarTerm> Of(int year)
    {
        var terms = new Dictionary<DateOnly, SolarTerm>(Terms);
        var midnight = new DateTimeOffset(year, 1, 1, 0, 0, 0, ChinaTime);
        for (var before = StepAt(midnight); midnight.Year == year; midnight = midnight.AddDays(1))
        {
            var after = StepAt(midnight.AddDays(1));
            if (after != before)
            {
                terms.Add(DateOnly.FromDateTime(midnight.DateTime), (SolarTerm)((after - Turned + Terms) % Terms));
            }

            before = after;
        }

        return terms.ToFrozenDictionary();
    }

    // How many whole steps of 15 degrees the sun has made, 0–23.
    private static int StepAt(DateTimeOffset instant) => (int)(SunLongitude.At(instant) / Degrees) % Terms;
}
