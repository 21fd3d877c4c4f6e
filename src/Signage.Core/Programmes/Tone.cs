namespace Signage.Core.Programmes;

/// <summary>基调: in which mood a programme speaks, as its author says. The numbers stand in databases and never change.</summary>
public enum Tone
{
    /// <summary>普通: neither of the others. What nobody marked.</summary>
    Plain = 0,

    /// <summary>喜庆: festive words, that are not lit while people mourn.</summary>
    Joyful = 1,

    /// <summary>肃穆: words of mourning and remembrance.</summary>
    Solemn = 2,
}
