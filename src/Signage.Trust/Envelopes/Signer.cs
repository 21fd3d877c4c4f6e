using Signage.Trust.Keys;

namespace Signage.Trust.Envelopes;

/// <summary>A key, and whose it is.</summary>
/// <param name="Key">The public key.</param>
/// <param name="Person">The id of the person. Several keys may be one person's, who still counts once.</param>
/// <param name="IsRevoked">True when the person's trust was withdrawn: the signature is looked at, so that people are told why, and does not count.</param>
public sealed record Signer(PublicKey Key, string Person, bool IsRevoked = false);
