using Signage.Core.Shows;

namespace Signage.Cli.Demo;

/// <summary>What came of comparing a panel's glass with the show that was approved for it.</summary>
/// <param name="Glass">Digest of the pages that the card decoded; null when it holds none.</param>
/// <param name="Samples">Moments of the card's own time at which the lit pixels were compared.</param>
/// <param name="Difference">Where they first differed, in one line; null when everything was equal.</param>
internal sealed record GlassSample(ShowDigest? Glass, int Samples, string? Difference)
{
    /// <summary>True when the pages and every sample were equal.</summary>
    public bool Equal => Difference is null;
}
