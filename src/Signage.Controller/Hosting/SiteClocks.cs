using Signage.Controller.Timekeeping;

namespace Signage.Controller.Hosting;

/// <summary>Two of the three clocks (the third is in the card).</summary>
/// <param name="Site">Decides what plays; tests and the demo may step it.</param>
/// <param name="Line">Waits for answers and between tries; real outside unit tests.</param>
public sealed record SiteClocks(TimeProvider Site, TimeProvider Line)
{
    /// <summary>What the machine says of its clock; null where it says nothing, and where the clock of the site is not that of a machine.</summary>
    public Func<ClockReport?> Kept { get; init; } = static () => null;
}
