namespace Signage.Controller.Timekeeping;

/// <summary>What the machine itself says of its clock.</summary>
/// <param name="IsSynchronized">True when a time service keeps it.</param>
/// <param name="Offset">How far off the time service found it, not yet worked off; positive when the clock is slow.</param>
public sealed record ClockReport(bool IsSynchronized, TimeSpan Offset);
