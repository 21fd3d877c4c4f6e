using Signage.Core.Shows;

namespace Signage.Core.Truth;

/// <summary>实显: what is known of the glass.</summary>
/// <param name="Evidence">What the knowledge rests on.</param>
/// <param name="Digest">The show that was seen; only where the evidence is pixels or better.</param>
/// <param name="At">When it was seen; null while nothing is known.</param>
public sealed record Seen(Evidence Evidence, ShowDigest? Digest, DateTimeOffset? At)
{
    /// <summary>Nothing is known.</summary>
    public static Seen Nothing { get; } = new(Evidence.None, null, null);
}
