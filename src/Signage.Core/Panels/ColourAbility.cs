namespace Signage.Core.Panels;

/// <summary>Which colours the LEDs of a face can make.</summary>
public enum ColourAbility
{
    /// <summary>单色: one colour, nearly always red. Written <c>1</c>.</summary>
    Single,

    /// <summary>双色: red, green, and yellow from both. Written <c>2</c>.</summary>
    Dual,

    /// <summary>七彩: red, green and blue, each on or off. Written <c>3</c>.</summary>
    Seven,

    /// <summary>全彩: red, green and blue in 256 steps each. Written <c>rgb</c>.</summary>
    Full,
}
