namespace Signage.Trust.Screening;

/// <summary>A finding before its place is counted in signs; see <see cref="Finding"/>.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">What must become of it.</param>
/// <param name="Start">UTF-16 units before it.</param>
/// <param name="Length">UTF-16 units of it.</param>
/// <param name="Why">Why.</param>
/// <param name="Fix">What to write instead.</param>
/// <param name="List">The list or rule.</param>
/// <param name="Word">The list's entry.</param>
internal sealed record RawFinding(FindingKind Kind, FindingSeverity Severity, int Start, int Length, string Why, string? Fix, ListVersion List, string? Word = null);
