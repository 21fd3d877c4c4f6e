using Signage.Controller.Blanking;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Controller.Scheduling;
using Signage.Core.Planning;
using Signage.Core.Review;
using Signage.Core.Shows;
using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;

namespace Signage.Controller.BasePages;

/// <summary>
/// Leaves one approved page, or nothing, in the flash of a panel's card: what it shows after a power cut until the site sends again. Asks the card first
/// what it holds, removes nothing that nobody agreed to, writes nothing that is there already, counts before it writes, and keeps to a few writings a day.
/// </summary>
/// <param name="book">The programmes of the site.</param>
/// <param name="fleet">Reaches cards.</param>
/// <param name="door">The way through the gate.</param>
/// <param name="ledger">Counts.</param>
/// <param name="blanks">Says which panels must be dark.</param>
public sealed class BasePageKeeper(SiteBook book, PanelFleet fleet, ShowDoor door, FlashLedger ledger, IBlankSwitch blanks) : IDisposable
{
    // One after the other: two wishes at once would both find the flash as it was.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>True when the card model of a panel says that it stores programmes; of any other there is nothing to tell.</summary>
    public bool Stores(Core.Panels.Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return fleet.Rules.Profile(panel) is { Capabilities.Keep: true };
    }

    /// <summary>Everything that speaks against a wish, asked of the card too; null when nothing does. Writes nothing.</summary>
    public async Task<string?> ComplaintAsync(BasePageWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return (await PrepareAsync(wish, FlashRecord.None, cancellationToken).ConfigureAwait(false)).Refusal;
    }

    /// <summary>What the card of a panel says that its flash holds; null when it cannot tell, or does not answer.</summary>
    public async Task<StoredProgrammes?> ListAsync(Core.Panels.Panel panel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return Stores(panel)
            ? (await fleet.AskAsync(panel, new PanelCommand.ListStored(), cancellationToken).ConfigureAwait(false)).Reading?.Stored
            : null;
    }

    /// <summary>Sees to it that the flash holds what is wished. A writing that has begun is not given up when the caller does.</summary>
    public async Task<BasePageAnswer> KeepAsync(BasePageWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var record = await ledger.ReadAsync(wish.Panel.Id, cancellationToken).ConfigureAwait(false);
            var ready = await PrepareAsync(wish, record, cancellationToken).ConfigureAwait(false);
            if (ready.Refusal is { } reason)
            {
                return new BasePageAnswer.Refused(reason);
            }

            return Holds(wish, record, ready) ? new BasePageAnswer.Unchanged(record) : await WriteAsync(wish, record, ready).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async Task<Readiness> PrepareAsync(BasePageWish wish, FlashRecord record, CancellationToken cancellationToken)
    {
        var panel = wish.Panel;
        if (fleet.Rules.Complaint(panel) is { } complaint)
        {
            return Readiness.No(complaint);
        }

        if (!fleet.Rules.Profile(panel)!.Capabilities.Keep)
        {
            return Readiness.No(Words.NoFlash.With(panel.Id, panel.ProfileId));
        }

        if (blanks.Covers(panel.Id))
        {
            return Readiness.No(Words.BlankedNoStore.With(panel.Id));
        }

        var (page, refusal) = Page(wish);
        if (refusal is not null)
        {
            return Readiness.No($"{panel.Id}: {refusal}");
        }

        var told = await fleet.AskAsync(panel, new PanelCommand.ListStored(), cancellationToken).ConfigureAwait(false);
        if (told.Outcome != PanelOutcome.Accepted)
        {
            return Readiness.No($"{panel.Id}: {OutcomeWords.Of(told)}");
        }

        var ready = new Readiness(page, told.Reading?.Stored, null);
        string[] foreign = [.. (ready.Stored?.Programmes ?? []).Where(stored => !IsOurs(stored, record)).Select(stored => stored.Name)];
        return foreign.Length > 0 && !wish.MayRemove && !Holds(wish, record, ready) ? Readiness.No(Words.WouldRemove.With(panel.Id, string.Join(", ", foreign)))
            : wish.ProgrammeId is null && ready.Stored is not { Complete: true } ? Readiness.No(Words.FlashUnknown.With(panel.Id))
            : ready;
    }

    private (Approved<Show>? Page, string? Refusal) Page(BasePageWish wish)
    {
        if (wish.ProgrammeId is not { } item)
        {
            return (null, null);
        }

        return book.Now.Plan.Programmes.FirstOrDefault(programme => programme.Id == item) is not { } programme ? (null, Words.NoSuchProgramme.With(item))
            : programme.Items is not [var only] ? (null, Words.NotOneSlogan.With(item, programme.Items.Count))
            : door.Try([new LoopItem(only, programme.Style, "base-page")], wish.Panel, fleet.Rules.Profile(wish.Panel)!);
    }

    /// <summary>The card's own word counts for more than what the site remembers of it; where the card cannot tell, the memory is all there is.</summary>
    private static bool Holds(BasePageWish wish, FlashRecord record, Readiness ready) => wish.ProgrammeId is null
        ? ready.Stored is { Complete: true, Programmes.Count: 0 }
        : record.Holds is { Digest: { } left } && left == ready.Page!.Value.Digest
            && (ready.Stored is not { Complete: true } told || told.Programmes is [var only] && IsOurs(only, record));

    // Somebody else may have written to the same place since; then the card names another content.
    private static bool IsOurs(StoredProgramme stored, FlashRecord record) =>
        stored.IsBase && record.Holds is { ProgrammeId: not null } left && (stored.Mark is null || left.Mark is null || stored.Mark == left.Mark);

    private async Task<BasePageAnswer> WriteAsync(BasePageWish wish, FlashRecord record, Readiness ready)
    {
        var id = wish.Panel.Id;
        if (!record.MayWriteOn(ledger.Today))
        {
            return new BasePageAnswer.Refused(Words.FlashLimit.With(id, record.WritesOn(ledger.Today), FlashRecord.MostADay, record.Writes));
        }

        var (begun, refusal) = await ledger.BeginAsync(id, record, CancellationToken.None).ConfigureAwait(false);
        if (begun is null)
        {
            return new BasePageAnswer.Refused(refusal!);
        }

        var removes = ready.Stored?.Names ?? [];
        var done = await (ready.Page is { } page
            ? fleet.StoreAsync(wish.Panel, page, removes, CancellationToken.None)
            : fleet.ClearAsync(wish.Panel, removes, CancellationToken.None)).ConfigureAwait(false);
        if (done.Outcome != PanelOutcome.Accepted)
        {
            return new BasePageAnswer.Failed(begun, $"{id}: {OutcomeWords.Of(done)}");
        }

        var left = ready.Page is { } lit ? new FlashPage(wish.ProgrammeId, lit.Value.Digest, done.Reading?.Left?.Mark, default) : null;
        return new BasePageAnswer.Stored(await ledger.LeaveAsync(id, begun, left).ConfigureAwait(false), ready.Stored is { Complete: true } ? removes : null);
    }

    private sealed record Readiness(Approved<Show>? Page, StoredProgrammes? Stored, string? Refusal)
    {
        public static Readiness No(string reason) => new(null, null, reason);
    }
}
