using Signage.Trust.Roots;

namespace Signage.Trust.Sites;

/// <summary>What came of an envelope.</summary>
/// <param name="Answer">Accepted or refused.</param>
/// <param name="After">What the site believes from now on: the same as before unless something new was accepted. To be stored with the envelope and the effect in one step, and used after that.</param>
public sealed record TrustStep(TrustAnswer Answer, SiteTrust After);
