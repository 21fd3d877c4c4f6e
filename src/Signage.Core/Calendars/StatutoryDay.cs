namespace Signage.Core.Calendars;

/// <summary>法定节假日: one day that the State Council's notice of a year decides, against what its weekday would say or in agreement with it.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday, as the notice calls it; two that fall together stand side by side: <c>国庆节、中秋节</c>.</param>
/// <param name="Kind">Rest on the holiday, work on a day that makes up for it (调休).</param>
public sealed record StatutoryDay(DateOnly Date, string Name, DayKind Kind);
