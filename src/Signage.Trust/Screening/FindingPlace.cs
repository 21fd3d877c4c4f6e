namespace Signage.Trust.Screening;

/// <summary>Where in a text something was found. Immutable.</summary>
/// <param name="Start">UTF-16 units before it.</param>
/// <param name="Length">UTF-16 units of it.</param>
/// <param name="Element">Text elements (what people count as signs) before it.</param>
/// <param name="Elements">Text elements that it touches.</param>
public readonly record struct FindingPlace(int Start, int Length, int Element, int Elements);
