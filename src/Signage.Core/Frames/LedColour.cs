namespace Signage.Core.Frames;

/// <summary>The light of one LED pixel: red, green and blue, each 0 (dark) to 255.</summary>
/// <param name="R">Red, 0 to 255.</param>
/// <param name="G">Green, 0 to 255.</param>
/// <param name="B">Blue, 0 to 255.</param>
public readonly record struct LedColour(byte R, byte G, byte B)
{
    /// <summary>No light.</summary>
    public static LedColour Dark => new(0, 0, 0);

    /// <summary>Pure red, the colour of a charity slogan.</summary>
    public static LedColour Red => new(255, 0, 0);

    /// <summary>Pure green.</summary>
    public static LedColour Green => new(0, 255, 0);

    /// <summary>Pure blue.</summary>
    public static LedColour Blue => new(0, 0, 255);

    /// <summary>Red and green together.</summary>
    public static LedColour Yellow => new(255, 255, 0);

    /// <summary>All three together.</summary>
    public static LedColour White => new(255, 255, 255);

    /// <summary>All three, dimmed alike: the colour of mourning.</summary>
    public static LedColour Grey => new(160, 160, 160);

    /// <summary>True when any of the three is lit.</summary>
    public bool IsLit => (R | G | B) != 0;
}
