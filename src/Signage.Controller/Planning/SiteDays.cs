namespace Signage.Controller.Planning;

/// <summary>Now and today at the site.</summary>
/// <param name="time">The clock of the site.</param>
/// <param name="zone">Where its days begin.</param>
public sealed class SiteDays(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>This instant.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Today, as a calendar on the wall of the site says.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, zone).DateTime);
}
