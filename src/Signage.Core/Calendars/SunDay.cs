namespace Signage.Core.Calendars;

/// <summary>When the sun rises and sets on one day, to the whole minute, as printed tables tell it.</summary>
/// <param name="Sunrise">The upper rim comes over a level horizon.</param>
/// <param name="Sunset">It goes below. Never before the sunrise.</param>
public readonly record struct SunDay(DateTimeOffset Sunrise, DateTimeOffset Sunset);
