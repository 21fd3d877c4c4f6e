namespace Signage.Core.Planning;

/// <summary>
/// A range of every day in site time, from a wall-clock time up to, not including, another. An end at or before the start lies on the next
/// day, so 22:00–06:00 is one night and 00:00–00:00 a whole day; the range belongs to the day on which it starts.
/// </summary>
/// <param name="From">First moment inside.</param>
/// <param name="Until">First moment outside.</param>
public readonly record struct DailyRange(TimeOnly From, TimeOnly Until)
{
    /// <summary>From midnight to midnight.</summary>
    public static DailyRange WholeDay => new(TimeOnly.MinValue, TimeOnly.MinValue);

    /// <summary>True when the range ends on the day after it starts.</summary>
    public bool PassesMidnight => Until <= From;

    /// <summary>The range as <c>08:00-12:30</c>.</summary>
    public override string ToString() => $"{From:HH\\:mm}-{Until:HH\\:mm}";
}
