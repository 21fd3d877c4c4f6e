using Signage.Core.Calendars;

namespace Signage.Cli.Json;

/// <summary>One day in <c>calendar --json</c>.</summary>
/// <param name="Date">The day, <c>2026-02-17</c>.</param>
/// <param name="Lunar">Its lunar date; null where the table ends.</param>
/// <param name="SolarTerm">The solar term on it, in Chinese; null on most days.</param>
/// <param name="Kind"><c>work</c> or <c>rest</c>.</param>
/// <param name="Names">What it is called.</param>
/// <param name="Certain">False when the notice that decides is not there.</param>
internal sealed record CalendarRow(DateOnly Date, LunarRow? Lunar, string? SolarTerm, string Kind, IReadOnlyList<string> Names, bool Certain)
{
    /// <summary>The row of a day.</summary>
    public static CalendarRow Of(DayFacts facts) => new(
        facts.Date,
        facts.Lunar is { } lunar ? new LunarRow(lunar.Year, lunar.Month, lunar.Leap, lunar.Day) : null,
        facts.Term is { } term ? SolarTerms.NameOf(term) : null,
        facts.Kind == DayKind.Work ? "work" : "rest",
        facts.Names,
        facts.MissingNotice is null);
}

/// <summary>A lunar date.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month.</param>
/// <param name="Leap">A leap month.</param>
/// <param name="Day">The day.</param>
internal sealed record LunarRow(int Year, int Month, bool Leap, int Day);
