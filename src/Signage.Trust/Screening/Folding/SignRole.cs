namespace Signage.Trust.Screening.Folding;

/// <summary>What a folded sign can be in a word.</summary>
public enum SignRole
{
    /// <summary>A letter, a digit or an ideograph: part of a word.</summary>
    Letter,

    /// <summary>A space, a mark of punctuation, a symbol, an emoji or something unseen: stands between the signs of a word and is stepped over.</summary>
    Between,

    /// <summary>Drawn like a letter and yet none, such as a dash for 一 or a circle for 〇: read both ways.</summary>
    Either,
}
