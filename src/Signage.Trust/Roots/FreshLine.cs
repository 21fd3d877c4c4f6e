using Signage.Trust.Envelopes;

namespace Signage.Trust.Roots;

/// <summary>The newest statement of a series.</summary>
/// <param name="Type">The type of its envelope.</param>
/// <param name="Series">The series.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">Its digest, see <see cref="VerifiedPayload.Digest"/>.</param>
public sealed record FreshLine(EnvelopeType Type, string Series, long Version, string Digest);
