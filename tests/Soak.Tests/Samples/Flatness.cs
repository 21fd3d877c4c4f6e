using System.Globalization;

namespace Soak.Tests.Samples;

/// <summary>
/// Judges whether a row of readings stays flat. The first third is warm-up: caches fill, pools grow, code is compiled. Of the rest the median of the last
/// third may lie above the median of the middle third by the budget and no more. Medians, because one reading may always catch a moment in which much is
/// under way; a leak lifts all of them.
/// </summary>
/// <param name="What">What is read, with its unit.</param>
/// <param name="Share">How much it may grow, as a share of the middle median.</param>
/// <param name="Allowance">How much more, in the unit of the readings.</param>
internal sealed record Flatness(string What, double Share, double Allowance)
{
    /// <summary>Fewer readings than this say nothing.</summary>
    public const int Fewest = 9;

    /// <summary>Judges readings in their order.</summary>
    public Verdict Judge(IReadOnlyList<double> readings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(readings.Count, Fewest);
        var third = readings.Count / 3;
        var (before, after) = (Median(readings.Skip(third).Take(readings.Count - (2 * third))), Median(readings.TakeLast(third)));
        var most = (before * (1 + Share)) + Allowance;
        return new Verdict(
            after <= most,
            string.Create(CultureInfo.InvariantCulture, $"{What}: median {before:0.###} in the middle third, {after:0.###} in the last, at most {most:0.###}, {readings.Count} readings"));
    }

    private static double Median(IEnumerable<double> readings)
    {
        double[] sorted = [.. readings.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>What came of judging a row.</summary>
/// <param name="IsFlat">True when it kept the budget.</param>
/// <param name="Words">The medians and the budget.</param>
internal sealed record Verdict(bool IsFlat, string Words);
