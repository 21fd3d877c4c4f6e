using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>What does the flash hold? Two questions, as the vendor's software asks them; a card may refuse both, and then it cannot tell.</summary>
internal sealed class Bx6Listing : IBx6Plan
{
    private readonly Bx6Exchange _size = new(Bx6FileQuestions.DirectorySize) { MayBeRefused = true };
    private readonly Bx6Exchange _block = new(Bx6FileQuestions.Directory) { MayBeRefused = true };

    /// <summary>The programme files that the card named; null when it cannot tell.</summary>
    public Bx6Directory? Directory => _block.Reply is { } reply ? Bx6Directory.Read(reply.Data) : null;

    /// <summary>The programmes that the card named; null when it cannot tell.</summary>
    public StoredProgrammes? Stored => Directory is { } directory
        ? new StoredProgrammes(
            [.. Numbers(directory).Distinct().Order().Select(number => Told(number, Files(directory, number)))], directory.IsLast)
        : null;

    /// <inheritdoc />
    public DialogueStep.Done Conclusion => Stored is { } stored
        ? new(PanelOutcome.Accepted, new PanelReading([new("programmes", string.Join(", ", stored.Names)), new("complete", stored.Complete ? "1" : "0")]) { Stored = stored })
        : new(PanelOutcome.Accepted, new PanelReading([]), CardWords.ListingRefused);

    /// <inheritdoc />
    public IEnumerable<Bx6Exchange> Questions() => [_size, _block];

    /// <summary>The files of programmes other than those of some numbers.</summary>
    public IEnumerable<string> FilesBut(params IReadOnlyList<int> numbers) => (Directory?.Entries ?? [])
        .Where(IsProgramme).Select(entry => entry.Name).Where(name => !numbers.Contains(Bx6Programme.NumberIn(name)!.Value));

    /// <summary>A programme as its files tell of it: the check values name its content.</summary>
    public static StoredProgramme Told(int number, IEnumerable<(string Name, uint Check)> files) => new(
        Bx6Programme.NameOf(number),
        number == Bx6Store.BaseNumber,
        string.Join(' ', files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name}:{file.Check:X8}")));

    private static IEnumerable<(string Name, uint Check)> Files(Bx6Directory directory, int number) =>
        directory.Entries.Where(entry => IsProgramme(entry) && Bx6Programme.NumberIn(entry.Name) == number).Select(entry => (entry.Name, entry.Check));

    private static IEnumerable<int> Numbers(Bx6Directory directory) =>
        directory.Entries.Where(IsProgramme).Select(entry => Bx6Programme.NumberIn(entry.Name)!.Value);

    // Fonts and settings are files as well; they are nobody's words.
    private static bool IsProgramme(Bx6DirectoryEntry entry) =>
        entry.Type is Bx6File.Programme or Bx6File.Pixels && Bx6Programme.NumberIn(entry.Name) is not null;
}
