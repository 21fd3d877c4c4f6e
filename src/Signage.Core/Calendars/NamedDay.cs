namespace Signage.Core.Calendars;

/// <summary>A day that people call by a name, such as 中华慈善日.</summary>
/// <param name="Name">The Chinese name, which rules use.</param>
/// <param name="English">The same for technicians.</param>
/// <param name="Rule">When it is. It names no other day by its name.</param>
public sealed record NamedDay(string Name, string English, DayRule Rule);
