using Microsoft.EntityFrameworkCore;
using Signage.Core.Planning;
using Signage.Core.Text;
using Signage.Storage.Database;
using Signage.Storage.Mapping;

namespace Signage.Storage.Writing;

/// <summary>Many slots at once, inside a transaction that somebody else holds: what they name is read once, and rows go past the change tracker.</summary>
internal static class SlotBulk
{
    /// <summary>The most refusals that are told.</summary>
    public const int MostRefusals = 20;

    /// <summary>Adds all of them, or none and every refusal with its place.</summary>
    public static async Task<StoreAnswer> AddAsync(SiteDbContext context, IReadOnlyList<Slot> slots, bool isCheck, CancellationToken cancellationToken)
    {
        var taken = await SetAsync(context.Slots.Select(row => row.Id), cancellationToken).ConfigureAwait(false);
        var programmes = await SetAsync(context.Programmes.Select(row => row.Id), cancellationToken).ConfigureAwait(false);
        var panels = await SetAsync(context.Panels.Select(row => row.Id), cancellationToken).ConfigureAwait(false);
        var (refusals, more, seen) = (new List<string>(), 0, new HashSet<string>(StringComparer.Ordinal));
        var forms = new ReadableForms();
        for (var at = 0; at < slots.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Refusal(slots[at]) is not { } refusal)
            {
                continue;
            }

            more += refusals.Count == MostRefusals ? 1 : 0;
            if (refusals.Count < MostRefusals)
            {
                refusals.Add($"slots[{at}]: {refusal}");
            }
        }

        if (refusals.Count > 0)
        {
            return new StoreAnswer.Refused(string.Join("; ", more == 0 ? refusals : refusals.Append(Words.MoreRefusals.With(more))));
        }

        if (!isCheck)
        {
            RowsInBulk.Insert(context, slots.Select(slot => slot.ToRow()), cancellationToken);
        }

        return new StoreAnswer.Stored();

        string? Refusal(Slot slot) =>
            StoreChecks.OfItself(slot, forms)
            ?? (!seen.Add(slot.Id) ? Words.SlotTwice.With(slot.Id) : taken.Contains(slot.Id) ? Words.SlotTaken.With(slot.Id) : null)
            ?? StoreChecks.WithoutProgramme(slot, programmes.Contains)
            ?? StoreChecks.WrongPanels(slot, panels);
    }

    private static async Task<HashSet<string>> SetAsync(IQueryable<string> ids, CancellationToken cancellationToken) =>
        (await ids.ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
}
