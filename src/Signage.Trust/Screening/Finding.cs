namespace Signage.Trust.Screening;

/// <summary>One thing that a screening found. Immutable; what a reviewer decides about it is kept elsewhere.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">What must become of it.</param>
/// <param name="Place">Where it is in the text as it came.</param>
/// <param name="Why">Why, in one line for a person. It names code points and list entries; of the text it repeats only visible signs.</param>
/// <param name="Fix">What to write in that place instead; "" to leave it out; null when the program knows nothing better.</param>
/// <param name="ListId">The list that says so, such as <c>forbidden-ads</c>, or the id of a built-in rule.</param>
/// <param name="ListVersion">The list's version.</param>
/// <param name="Word">The list's entry; null for a rule without entries.</param>
public sealed record Finding(
    FindingKind Kind, FindingSeverity Severity, FindingPlace Place, string Why, string? Fix, string ListId, string ListVersion, string? Word = null);
