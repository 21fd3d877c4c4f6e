namespace Signage.Trust.Keys;

/// <summary>Why a sealed key does not open.</summary>
public enum SealedKeyFault
{
    /// <summary>The bytes are no sealed key, or one of another version, or cut short.</summary>
    NoSealedKey,

    /// <summary>It asks for something that is not done: an unknown profile or derivation, too few or too many rounds, a point off the curve. No work was spent.</summary>
    BadParameters,

    /// <summary>The secret is wrong, or the blob was changed: the two look the same.</summary>
    WrongSecret,

    /// <summary>It opens, and holds another key than it says.</summary>
    OtherKey,
}
