namespace Signage.Trust.Screening;

/// <summary>A part of a text that some panel cannot show. Immutable.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units it takes.</param>
/// <param name="Why">Why, in words for a person, such as 字体没有这个字.</param>
public sealed record UnshowableSign(int Start, int Length, string Why);
