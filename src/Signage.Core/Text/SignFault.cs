namespace Signage.Core.Text;

/// <summary>Why a sign may not stand in words that are put on a panel, in a name or in an id.</summary>
public enum SignFault
{
    /// <summary>Half of a surrogate pair: no sign at all.</summary>
    LoneSurrogate,

    /// <summary>A control sign (Unicode category Cc), tabs and line ends among them. The line feed may be allowed.</summary>
    Control,

    /// <summary>Turns the direction of reading, so that the eye reads another order than the program.</summary>
    Direction,

    /// <summary>Nobody sees it: zero width, a filler, a joiner, a format sign, or a line or paragraph separator.</summary>
    Unseen,

    /// <summary>Chooses another form of the sign before it, which a panel's font does not know.</summary>
    Variation,

    /// <summary>A tag sign: an unseen copy of ASCII.</summary>
    Tag,

    /// <summary>For private use: every font draws something else, or nothing.</summary>
    PrivateUse,

    /// <summary>A code point that is none of Unicode's signs and never will be.</summary>
    Noncharacter,

    /// <summary>A code point that the Unicode data of this program does not know.</summary>
    Unassigned,

    /// <summary>Stands where a sign was lost or a thing was cut out: U+FFFC and U+FFFD.</summary>
    Replacement,

    /// <summary>One combining mark too many on one sign.</summary>
    Stack,
}
