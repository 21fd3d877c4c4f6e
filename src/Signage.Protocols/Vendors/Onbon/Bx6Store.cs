using Signage.Core.Text;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>
/// Stores one programme as the only one of a card, or none: docs/protocols/onbon-bx6.md, section 9. That a file may be deleted this way is not attested by
/// any recording, so the card's own directory has to confirm it before anything is written.
/// <code>
///   begin ──► directory ──others than those named──────────────► end ──► Rejected, nothing was changed
///                │ └──cannot tell, and all is to go─────────────► end ──► Rejected, nothing was changed
///                └──► delete … ──► directory ──still there──────► end ──► Rejected
///                                      └──► free space ──too little──► end ──► Rejected
///                                               └──► D file ──► P file ──► end ──► Accepted
/// </code>
/// </summary>
/// <param name="programme">What is stored; null stores nothing and removes all.</param>
/// <param name="removes">The programmes that may be removed.</param>
/// <param name="settings">How large a block is.</param>
internal sealed class Bx6Store(Bx6Programme? programme, IReadOnlyList<string> removes, Bx6Settings settings) : IBx6Plan
{
    /// <summary>The number of the programme that holds a base page, as recorded.</summary>
    public const int BaseNumber = 0;

    private readonly Bx6Listing _before = new();
    private string? _refusal;

    /// <inheritdoc />
    public DialogueStep.Done Conclusion => _refusal is { } reason
        ? new(PanelOutcome.Rejected, Detail: reason)
        : new(PanelOutcome.Accepted, new PanelReading([new("removed", string.Join(", ", Removed.Names))]) { Stored = Removed, Left = Left });

    // What stood where the new page stands now is gone as well.
    private StoredProgrammes Removed => _before.Stored ?? new StoredProgrammes([], false);

    private StoredProgramme? Left => programme is null ? null : Bx6Listing.Told(programme.Number, programme.Files().Select(file => (file.Name, file.Check)));

    /// <inheritdoc />
    public IEnumerable<Bx6Exchange> Questions()
    {
        yield return new Bx6Exchange(Bx6FileQuestions.Begin);
        foreach (var exchange in _before.Questions().Concat(Changes()))
        {
            yield return exchange;
        }

        yield return new Bx6Exchange(Bx6FileQuestions.End) { Writes = true };
    }

    /// <summary>The packets for a card that holds nothing but what is named, in the order in which they are sent.</summary>
    public IEnumerable<Bx6Question> ForAnEmptyCard() =>
    [
        Bx6FileQuestions.Begin, Bx6FileQuestions.DirectorySize, Bx6FileQuestions.Directory,
        .. removes.Select(Bx6FileQuestions.Delete),
        .. programme is null ? (Bx6Question[])[] : [Bx6FileQuestions.FreeSpace, .. programme.Files().SelectMany(Writing)],
        Bx6FileQuestions.End,
    ];

    private IEnumerable<Bx6Exchange> Changes()
    {
        int[] kept = programme is null ? [] : [programme.Number];
        if ((_refusal = Complaint(kept)) is not null)
        {
            yield break;
        }

        var doomed = _before.FilesBut(kept).ToArray();
        foreach (var name in doomed)
        {
            yield return new Bx6Exchange(Bx6FileQuestions.Delete(name)) { Writes = true };
        }

        if (doomed.Length > 0)
        {
            var after = new Bx6Listing();
            foreach (var exchange in after.Questions())
            {
                yield return exchange;
            }

            _refusal = after.Stored is null || after.FilesBut(kept).Any() ? CardWords.NotRemoved.With(string.Join(", ", after.Stored?.Names ?? [])) : null;
        }

        foreach (var exchange in programme is null || _refusal is not null ? [] : Files(programme))
        {
            yield return exchange;
        }
    }

    private IEnumerable<Bx6Exchange> Files(Bx6Programme stored)
    {
        var files = stored.Files();
        var space = new Bx6Exchange(Bx6FileQuestions.FreeSpace) { MayBeRefused = true };
        yield return space;
        var needed = files.Sum(file => (long)file.Content.Length);
        if (space.Reply is { } reply && FreeIn(reply) is { } free && free < needed)
        {
            _refusal = CardWords.NoRoom.With(needed, free);
            yield break;
        }

        foreach (var question in files.SelectMany(Writing))
        {
            yield return new Bx6Exchange(question) { Writes = true };
        }
    }

    private IEnumerable<Bx6Question> Writing(Bx6File file) => [Bx6FileQuestions.Start(file), .. Bx6FileQuestions.Blocks(file, settings.FileBlock)];

    private string? Complaint(int[] kept)
    {
        if (programme is null && _before.Stored is not { Complete: true })
        {
            return CardWords.CannotClear;
        }

        var others = (_before.Stored?.Programmes ?? [])
            .Where(stored => !kept.Contains(Bx6Programme.NumberIn(stored.Name)!.Value)).Select(stored => stored.Name).Except(removes).ToArray();
        return others.Length == 0 ? null : CardWords.OthersStored.With(string.Join(", ", others));
    }

    private static uint? FreeIn(Bx6Body reply)
    {
        var reader = new Bx6Reader(reply.Data);
        reader.Four();   // all of it
        var free = reader.Four();
        return reader.Short ? null : free;
    }
}
