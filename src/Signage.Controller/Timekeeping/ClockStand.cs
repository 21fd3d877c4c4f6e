namespace Signage.Controller.Timekeeping;

/// <summary>What is believed of the clock of the site.</summary>
/// <param name="IsTrusted">False when nobody knows what time it is: then only what is open at any time plays, for as long as its lease.</param>
/// <param name="Notes">What a person should know of it, a line each; empty when there is nothing to say.</param>
public sealed record ClockStand(bool IsTrusted, IReadOnlyList<string> Notes)
{
    /// <summary>Trusted, and nothing to say.</summary>
    public static ClockStand Sound { get; } = new(true, []);

    /// <summary>How much longer what is open at any time may be lit; null while the clock is believed, zero when nothing may.</summary>
    public TimeSpan? Lease { get; init; }
}
