using System.Globalization;

namespace Soak.Tests;

/// <summary>
/// How long a soak takes: <c>SIGNAGE_SOAK_MINUTES=120</c> of real time, then <c>SIGNAGE_SOAK_STEPPED_HOURS=24</c> of stepped site time. Without them the short
/// form, two minutes at most with everything around it.
/// </summary>
/// <param name="Real">Real time.</param>
/// <param name="Stepped">Site time that is stepped through afterwards.</param>
internal sealed record SoakLength(TimeSpan Real, TimeSpan Stepped)
{
    /// <summary>From one change of programmes to the next in the first part, unless what happens on the way takes longer.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    /// <summary>What the environment asks for.</summary>
    public static SoakLength Asked => new(TimeSpan.FromMinutes(Number("SIGNAGE_SOAK_MINUTES", 1.25)), TimeSpan.FromHours(Number("SIGNAGE_SOAK_STEPPED_HOURS", 4)));

    private static double Number(string name, double otherwise) =>
        double.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
