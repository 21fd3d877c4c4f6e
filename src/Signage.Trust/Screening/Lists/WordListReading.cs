namespace Signage.Trust.Screening.Lists;

/// <summary>What came of reading a file of words: the list, or all that is wrong with it. Immutable.</summary>
/// <param name="List">The list; null when anything is wrong.</param>
/// <param name="Faults">What is wrong, in order of lines; empty when the list is good.</param>
public sealed record WordListReading(WordList? List, IReadOnlyList<WordListFault> Faults);
