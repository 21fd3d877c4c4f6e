using Signage.Trust.Screening.Lists;

namespace Signage.Trust.Screening.Search;

/// <summary>One thing to search for, with the entry that asks for it. Immutable.</summary>
/// <param name="List">The list.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Kind">How the pattern stands for the entry.</param>
/// <param name="Written">What is searched for, as the list writes it.</param>
/// <param name="Signs">Its folded letters.</param>
internal sealed record WordPattern(WordList List, WordEntry Entry, PatternKind Kind, string Written, int[] Signs);
