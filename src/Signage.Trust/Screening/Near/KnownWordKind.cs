namespace Signage.Trust.Screening.Near;

/// <summary>Where words come from that are right as they stand.</summary>
internal enum KnownWordKind
{
    /// <summary>The built-in list of common words.</summary>
    Common,

    /// <summary>A text that is known whole, such as a slogan of the pack.</summary>
    Text,

    /// <summary>A list of names and phrases that must be written just so.</summary>
    Exact,
}
