namespace Signage.Core.Shows;

/// <summary>
/// A moment as it is stamped into a stream of pictures: 1/65,536 seconds in the low 32 bits of NTP time, so it comes round after 18.2 hours.
/// Both ends reckon with the stamp, never with the clock it came from; so the picture for a stamp is one picture.
/// </summary>
/// <param name="Value">Sixteen bits of seconds and sixteen of their fraction.</param>
public readonly record struct FrameStamp(uint Value)
{
    private const long UnitsASecond = 65_536;
    private static readonly DateTimeOffset NtpEpoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The stamp of an instant, rounded down.</summary>
    public static FrameStamp Of(DateTimeOffset instant) =>
        new(unchecked((uint)(Int128.Max(0, (instant - NtpEpoch).Ticks) * UnitsASecond / TimeSpan.TicksPerSecond)));

    /// <summary>The stamp of a moment some time later, rounded down.</summary>
    public FrameStamp After(TimeSpan time) => new(unchecked(Value + (uint)Units(time)));

    /// <summary>A time rounded down to whole units of a stamp: what both ends understand by it.</summary>
    public static TimeSpan Round(TimeSpan time) => new((long)(Units(time) * TimeSpan.TicksPerSecond / UnitsASecond));

    private static Int128 Units(TimeSpan time) => (Int128)time.Ticks * UnitsASecond / TimeSpan.TicksPerSecond;

    /// <summary>The time from an earlier stamp to this one, less than 18.2 hours, rounded down to whole ticks.</summary>
    public TimeSpan Since(FrameStamp earlier) => new((long)(unchecked(Value - earlier.Value) * (Int128)TimeSpan.TicksPerSecond / UnitsASecond));
}
