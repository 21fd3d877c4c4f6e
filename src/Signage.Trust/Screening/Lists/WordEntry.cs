namespace Signage.Trust.Screening.Lists;

/// <summary>One word of a list. Immutable.</summary>
/// <param name="Word">The word, in simplified signs as it is usually written.</param>
/// <param name="Pinyin">How it is read, a syllable for each sign with the tone as a digit or without, such as <c>du3 bo2</c>; "" when it is not to be found in pinyin.</param>
/// <param name="Also">Other words that count as this one.</param>
/// <param name="Except">Phrases that hold the word and are right.</param>
/// <param name="Note">Why it is on the list, for people; "" for none.</param>
/// <param name="Suggestion">What to write instead; null when the list knows nothing better.</param>
public sealed record WordEntry(
    string Word, string Pinyin = "", IReadOnlyList<string>? Also = null, IReadOnlyList<string>? Except = null, string Note = "", string? Suggestion = null)
{
    /// <summary>Other words that count as this one.</summary>
    public IReadOnlyList<string> Also { get; init; } = Also ?? [];

    /// <summary>Phrases that hold the word and are right.</summary>
    public IReadOnlyList<string> Except { get; init; } = Except ?? [];
}
