namespace Signage.Core.Planning;

/// <summary>时段: the ranges of every day in which something is open. Where two of them meet or overlap it is open in both: together they are one. A value.</summary>
public sealed class DailyTimes : IEquatable<DailyTimes>
{
    /// <summary>The most ranges of a day.</summary>
    public const int Most = 12;

    /// <summary>Makes them.</summary>
    /// <param name="ranges">One to <see cref="Most"/>.</param>
    public DailyTimes(params IReadOnlyList<DailyRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        ArgumentOutOfRangeException.ThrowIfZero(ranges.Count, nameof(ranges));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ranges.Count, Most, nameof(ranges));
        Ranges = [.. ranges];
        AsksTheSun = Ranges.Any(range => range.AsksTheSun);
    }

    /// <summary>From midnight to midnight.</summary>
    public static DailyTimes WholeDay { get; } = new(DailyRange.WholeDay);

    /// <summary>The ranges in the order in which they were written.</summary>
    public IReadOnlyList<DailyRange> Ranges { get; }

    /// <summary>True when some range needs a site that knows its place.</summary>
    public bool AsksTheSun { get; }

    /// <summary>The two times of the clock that are all there is to it; null when there are several ranges or the sun is asked. Midnight ends as 00:00.</summary>
    public (TimeOnly From, TimeOnly Until)? OneByTheClock =>
        Ranges is [{ AsksTheSun: false } only] ? (TimeOfDay(only.From), TimeOfDay(only.Until)) : null;

    /// <summary>A single range.</summary>
    public static implicit operator DailyTimes(DailyRange range) => new(range);

    /// <summary>Reads times, see <see cref="DailyTimesText"/>.</summary>
    /// <exception cref="FormatException">They are none.</exception>
    public static DailyTimes Parse(string text) => DailyTimesText.Parse(text);

    /// <inheritdoc/>
    public bool Equals(DailyTimes? other) => other is not null && Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DailyTimes);

    /// <inheritdoc/>
    public override int GetHashCode() => Ranges.Aggregate(0, HashCode.Combine);

    /// <summary>The times as <see cref="DailyTimesText"/> writes them.</summary>
    public override string ToString() => DailyTimesText.Write(this);

    private static TimeOnly TimeOfDay(DayEdge edge) => new(edge.At.Ticks % TimeSpan.TicksPerDay);
}
