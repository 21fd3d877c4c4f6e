namespace Signage.Trust.Screening.Near;

/// <summary>Words that are right as they stand. Immutable.</summary>
/// <param name="Written">The words.</param>
/// <param name="Signs">Their letters, without what stands between; look-alikes kept apart.</param>
/// <param name="Kind">Where they come from.</param>
/// <param name="Source">The list.</param>
internal sealed record KnownWord(string Written, int[] Signs, KnownWordKind Kind, ListVersion Source);
