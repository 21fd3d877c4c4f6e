using Signage.Trust.Screening.Folding;

namespace Signage.Trust.Screening.Lists;

/// <summary>The lists that come with the program. They are small examples, and say so in their titles: a site adds its own.</summary>
public static class ShippedLists
{
    private static readonly string[] Files = ["forbidden-ads.json", "exact-phrases.json", "places-sichuan.json"];

    /// <summary>The lists.</summary>
    public static IReadOnlyList<WordList> All { get; } = [.. Files.Select(file =>
        WordListReader.Read(file, SignTables.Text(file)) is { List: { } list } ? list : throw new InvalidDataException(file))];
}
