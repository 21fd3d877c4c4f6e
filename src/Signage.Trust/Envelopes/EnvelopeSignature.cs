using Signage.Trust.Keys;

namespace Signage.Trust.Envelopes;

/// <summary>One signature of an envelope.</summary>
/// <param name="Key">Which key is said to have made it. Not signed, so only a hint for finding the key; who signed is whoever's key fits.</param>
/// <param name="Bytes">The signature, 64 bytes: r and s, 32 each, big-endian.</param>
public sealed record EnvelopeSignature(KeyId Key, ReadOnlyMemory<byte> Bytes);
