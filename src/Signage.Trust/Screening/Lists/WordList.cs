namespace Signage.Trust.Screening.Lists;

/// <summary>A list of words with one purpose. Immutable.</summary>
/// <param name="Id">Its id: small letters, digits and hyphens.</param>
/// <param name="Version">Its version, as its keeper counts.</param>
/// <param name="Date">The day of that version.</param>
/// <param name="Kind">What the words are for.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Entries">The words.</param>
public sealed record WordList(string Id, string Version, DateOnly Date, WordListKind Kind, string Title, IReadOnlyList<WordEntry> Entries);
