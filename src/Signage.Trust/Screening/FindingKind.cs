namespace Signage.Trust.Screening;

/// <summary>What a finding is about.</summary>
public enum FindingKind
{
    /// <summary>A sign that no text may hold, see <see cref="Core.Text.RefusedSigns"/>.</summary>
    RefusedSign,

    /// <summary>The text is not in Unicode normal form C, so that what is approved and what is drawn could differ.</summary>
    NotNormal,

    /// <summary>The text is longer than <see cref="Screen.LongestText"/>, or has more findings than are told.</summary>
    TooMuch,

    /// <summary>A word of a forbidden list, as written or disguised.</summary>
    ForbiddenWord,

    /// <summary>Almost a name or phrase that must be written just so.</summary>
    NotExact,

    /// <summary>A place that is not the site's own.</summary>
    OtherPlace,

    /// <summary>A sign that is easily mistaken for another one (己 for 已), where the other makes words that are known.</summary>
    MistakenSign,

    /// <summary>Letters of two scripts in one word, such as a Cyrillic letter among Latin ones.</summary>
    MixedScripts,

    /// <summary>A panel cannot show it: no glyph, or no code in the card's own character set. Told by <see cref="IPanelSigns"/>.</summary>
    NotShowable,
}
