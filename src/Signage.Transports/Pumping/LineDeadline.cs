namespace Signage.Transports.Pumping;

/// <summary>A moment on the clock of a line, immune to changes of the wall clock.</summary>
internal readonly record struct LineDeadline(long Timestamp)
{
    /// <summary>Nothing was sent yet.</summary>
    public static LineDeadline Never { get; } = new(long.MaxValue);

    public static LineDeadline In(TimeSpan wait, TimeProvider time) => new LineDeadline(time.GetTimestamp()).Plus(wait, time);

    public static LineDeadline Later(LineDeadline one, LineDeadline other) => one.Timestamp >= other.Timestamp ? one : other;

    // Rounded up: a deadline that fires a tick early would cut off an answer that came exactly in time.
    public LineDeadline Plus(TimeSpan wait, TimeProvider time) =>
        new(Timestamp + (long)Math.Ceiling(wait.TotalSeconds * time.TimestampFrequency));

    public TimeSpan Left(TimeProvider time)
    {
        var now = time.GetTimestamp();
        return now >= Timestamp ? TimeSpan.Zero : time.GetElapsedTime(now, Timestamp);
    }
}
