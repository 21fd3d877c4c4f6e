namespace Signage.Core.Calendars;

/// <summary>What a day is, for people who ask why something plays.</summary>
/// <param name="Date">The day.</param>
/// <param name="Lunar">Its lunar date; null where the table ends.</param>
/// <param name="Term">The solar term that falls on it; null on most days.</param>
/// <param name="Kind">Work or rest.</param>
/// <param name="MissingNotice">The year whose notice is missing, so that <paramref name="Kind"/> is only what the weekday says; null when it is certain.</param>
/// <param name="Names">What it is called, the notice's words first.</param>
public sealed record DayFacts(DateOnly Date, LunarDate? Lunar, SolarTerm? Term, DayKind Kind, int? MissingNotice, IReadOnlyList<string> Names);
