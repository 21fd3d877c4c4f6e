namespace Signage.Core.Text;

/// <summary>One sign that may not stand where it stands. Immutable.</summary>
/// <param name="Element">Which sign of the text it is or belongs to, as people count: text elements, from 0.</param>
/// <param name="Index">Where it is in the string: UTF-16 units, from 0.</param>
/// <param name="Length">How many UTF-16 units it takes: 1 or 2.</param>
/// <param name="CodePoint">The code point, 0 to 10FFFF hex; of a lone surrogate, the half itself.</param>
/// <param name="Fault">Why it is refused.</param>
public sealed record RefusedSign(int Element, int Index, int Length, int CodePoint, SignFault Fault)
{
    /// <summary>The code point as people write it, such as <c>U+200B</c>.</summary>
    public string Code => $"U+{CodePoint:X4}";

    /// <summary>What it is, in words for a person, such as 零宽空格. Never the sign itself.</summary>
    public string Name => SignNames.Of(CodePoint, Fault);

    /// <summary>One line for a person: the place (counted from 1), the code point and the name.</summary>
    public override string ToString() => Words.SignRefused.With((long)Element + 1, Code, Name);
}
