namespace Signage.Controller.Timekeeping;

/// <summary>What a clock on the wall of the site shows, for clocks that are set by it. Thread-safe.</summary>
/// <param name="trust">Judges the clock: one that nobody believes is not passed on.</param>
/// <param name="time">The clock.</param>
/// <param name="zone">Where the wall stands.</param>
public sealed class SiteWall(ClockTrust trust, TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The time; null while nobody knows what time it is. Judged at this very moment, because rounds look once a second.</summary>
    public DateTimeOffset? Now => time.GetUtcNow() is var now && trust.Judge(now).IsTrusted ? TimeZoneInfo.ConvertTime(now, zone) : null;
}
