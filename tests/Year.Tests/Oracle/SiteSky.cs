using Signage.Core.Calendars;

namespace Year.Tests.Oracle;

/// <summary>The clock on the wall of a site and the sun over it.</summary>
/// <param name="Zone">Where the wall is.</param>
/// <param name="Sun">The sun; null where nobody told the site its place.</param>
internal sealed record SiteSky(TimeZoneInfo Zone, SiteSun? Sun)
{
    /// <summary>What the clock shows.</summary>
    public DateTime Reading(DateTimeOffset instant) => DateTime.SpecifyKind(instant.UtcDateTime + Zone.GetUtcOffset(instant), DateTimeKind.Unspecified);

    /// <summary>Sunrise and sunset of a day; null without a place.</summary>
    public SunDay? Of(DateOnly day) => Sun?.Around(Noon(day));

    private DateTimeOffset Noon(DateOnly day)
    {
        // No zone puts its clocks at noon: the offset of the morning before is good enough to find the one of noon.
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        var near = new DateTimeOffset(noon, TimeSpan.Zero);
        return new DateTimeOffset(noon, Zone.GetUtcOffset(near - Zone.GetUtcOffset(near)));
    }
}
