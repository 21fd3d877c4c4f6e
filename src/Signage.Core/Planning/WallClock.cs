namespace Signage.Core.Planning;

/// <summary>Wall-clock times of a zone turned into instants, daylight-saving gaps and repeats included.</summary>
internal static class WallClock
{
    /// <summary>
    /// Every instant at which the zone's clocks show this time: two where the hour repeats. Where the hour is skipped, the instant of the
    /// skip, because from then on the clocks show a later time.
    /// </summary>
    public static IEnumerable<DateTimeOffset> Instants(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            // Read with the offset from before the gap, the skipped time lies behind it; what lies between is found by halving.
            var before = zone.GetUtcOffset(new DateTimeOffset(Shift(local, -1), TimeSpan.Zero).ToUniversalTime());
            var after = At(local, before);
            if (NextTransition(after - TimeSpan.FromDays(1), after + TimeSpan.FromDays(1), zone) is { } skip)
            {
                yield return skip;
            }

            yield return after;
            yield break;
        }

        if (!zone.IsAmbiguousTime(local))
        {
            yield return At(local, zone.GetUtcOffset(local));
            yield break;
        }

        foreach (var offset in zone.GetAmbiguousTimeOffsets(local))
        {
            yield return At(local, offset);
        }
    }

    /// <summary>The first instant in the range at which the zone's offset differs from the one at its start; null when it stays.</summary>
    public static DateTimeOffset? NextTransition(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(from);
        if (zone.GetUtcOffset(to) == offset)
        {
            return null;
        }

        var (low, high) = (from.UtcTicks, to.UtcTicks);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == offset)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return new DateTimeOffset(high, TimeSpan.Zero);
    }

    /// <summary>What the zone's clocks show at an instant that is given in ticks, and may lie before the first or after the last one there is.</summary>
    public static long Reading(long ticks, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(Instant(ticks), zone).DateTime.Ticks;

    private static DateTimeOffset At(DateTime local, TimeSpan offset) => Instant(local.Ticks - offset.Ticks);

    private static DateTimeOffset Instant(long ticks) => new(Math.Clamp(ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    private static DateTime Shift(DateTime local, int days) =>
        new(Math.Clamp(local.Ticks + (days * TimeSpan.TicksPerDay), DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
}
