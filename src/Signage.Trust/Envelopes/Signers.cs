using System.Collections.Frozen;
using Signage.Trust.Keys;

namespace Signage.Trust.Envelopes;

/// <summary>
/// Whose signatures count under an envelope, and how many people it takes. The profile stands here, taken from the root of trust: an envelope cannot choose it.
/// Immutable.
/// </summary>
public sealed class Signers
{
    private readonly FrozenDictionary<KeyId, Signer> _byKey;

    /// <summary>Names the signers.</summary>
    /// <param name="profile">The algorithms; keys of another profile are refused.</param>
    /// <param name="threshold">How many different people have to have signed; at least 1.</param>
    /// <param name="all">Their keys, each once.</param>
    /// <exception cref="ArgumentException">A key is of another profile or stands there twice: then one person might count as two.</exception>
    public Signers(SigningProfile profile, int threshold, IEnumerable<Signer> all)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        (Profile, Threshold) = (profile, threshold);
        _byKey = all.ToDictionary(signer => signer.Key.Profile == profile
            ? signer.Key.Id
            : throw new ArgumentException($"A key of {signer.Person} is of another profile.", nameof(all))).ToFrozenDictionary();
    }

    /// <summary>The algorithms.</summary>
    public SigningProfile Profile { get; }

    /// <summary>How many different people it takes.</summary>
    public int Threshold { get; }

    /// <summary>Whose key this may be; null when it is nobody's that matters here.</summary>
    public Signer? Find(KeyId key) => _byKey.GetValueOrDefault(key);
}
