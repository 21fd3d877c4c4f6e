namespace Signage.Core.Planning;

/// <summary>时刻: where a range of the day begins or ends, by the clock or by the sun.</summary>
public readonly record struct DayEdge
{
    /// <summary>The farthest from a sunrise or a sunset.</summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromMinutes(360);

    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    private DayEdge(EdgeKind kind, TimeSpan at) => (Kind, At) = (kind, at);

    /// <summary>By what it goes.</summary>
    public EdgeKind Kind { get; }

    /// <summary>By the clock, what it shows: 0 to 24 hours. By the sun, how long after it, negative before: up to <see cref="Farthest"/>.</summary>
    public TimeSpan At { get; }

    /// <summary>Midnight at the end of the day, 24:00.</summary>
    public static DayEdge EndOfDay { get; } = new(EdgeKind.Clock, TimeSpan.FromDays(1));

    /// <summary>True when it needs a site that knows its place.</summary>
    public bool AsksTheSun => Kind != EdgeKind.Clock;

    /// <summary>The edge at a time of the clock.</summary>
    public static DayEdge Clock(TimeOnly time) => new(EdgeKind.Clock, time.ToTimeSpan());

    /// <summary>The edge at sunrise.</summary>
    /// <param name="after">How long after it, negative before; at most <see cref="Farthest"/>.</param>
    public static DayEdge Sunrise(TimeSpan after = default) => Sun(EdgeKind.Sunrise, after);

    /// <summary>The edge at sunset.</summary>
    /// <param name="after">How long after it, negative before; at most <see cref="Farthest"/>.</param>
    public static DayEdge Sunset(TimeSpan after = default) => Sun(EdgeKind.Sunset, after);

    /// <summary>The edge at a time of the clock.</summary>
    public static implicit operator DayEdge(TimeOnly time) => Clock(time);

    /// <summary>The edge as <see cref="DailyTimesText"/> writes it.</summary>
    public override string ToString() => DailyTimesText.Write(this);

    /// <summary>True when a range that ends here ends on the day after one that begins there. Told by what is written, so that no season moves it to another day.</summary>
    internal bool IsOnTheDayAfter(DayEdge from) =>
        Kind == from.Kind ? At <= from.At
        : (from.Kind == EdgeKind.Sunset || (from.Kind == EdgeKind.Clock && from.At >= Noon)) && (Kind == EdgeKind.Sunrise || (Kind == EdgeKind.Clock && At <= Noon));

    private static DayEdge Sun(EdgeKind kind, TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(after.Duration(), Farthest, nameof(after));
        return new(kind, after);
    }
}
