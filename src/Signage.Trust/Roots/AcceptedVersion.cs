namespace Signage.Trust.Roots;

/// <summary>The newest statement of a series that was accepted.</summary>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">Its digest, see <see cref="Envelopes.VerifiedPayload.Digest"/>: two statements with one version are a lie.</param>
public sealed record AcceptedVersion(int Epoch, long Version, string Digest);
