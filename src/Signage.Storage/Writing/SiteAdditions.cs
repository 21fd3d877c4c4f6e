using System.Globalization;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Storage.Database;
using Signage.Storage.Mapping;
using Signage.Storage.Rows;

namespace Signage.Storage.Writing;

/// <summary>What is added to a site, each inside a transaction that somebody else holds.</summary>
internal static class SiteAdditions
{
    public static async Task<StoreAnswer> AddAsync(SiteDbContext context, Panel panel, CancellationToken cancellationToken) =>
        Add(context, panel.ToRow, await StoreChecks.AgainstAsync(context, panel, cancellationToken).ConfigureAwait(false));

    public static async Task<StoreAnswer> AddAsync(SiteDbContext context, Programme programme, CancellationToken cancellationToken) =>
        Add(context, programme.ToRow, await StoreChecks.AgainstAsync(context, programme, cancellationToken).ConfigureAwait(false));

    public static async Task<StoreAnswer> AddAsync(SiteDbContext context, Slot slot, CancellationToken cancellationToken) =>
        Add(context, slot.ToRow, await StoreChecks.AgainstAsync(context, slot, cancellationToken).ConfigureAwait(false));

    /// <summary>Takes in a whole source unless it was before; every refusal is named.</summary>
    public static async Task<(StoreAnswer Answer, bool Now)> ImportAsync(
        SiteDbContext context, (string Name, DateTimeOffset At) source, SiteContents contents, CancellationToken cancellationToken)
    {
        var key = MetaRow.ImportedFrom(source.Name);
        if (await context.Meta.FindAsync([key], cancellationToken).ConfigureAwait(false) is not null)
        {
            return (new StoreAnswer.Stored(), false);
        }

        var refusals = new List<string>();
        await TakeAsync(contents.Panels, panel => AddAsync(context, panel, cancellationToken)).ConfigureAwait(false);
        await TakeAsync(contents.Programmes, programme => AddAsync(context, programme, cancellationToken)).ConfigureAwait(false);
        await TakeAsync(contents.Slots, slot => AddAsync(context, slot, cancellationToken)).ConfigureAwait(false);
        await TakeAsync(contents.Approvals, approval => SiteApprovals.ApproveAsync(context, approval, cancellationToken)).ConfigureAwait(false);
        context.Meta.Add(new MetaRow { Key = key, Value = source.At.ToString("O", CultureInfo.InvariantCulture) });
        return refusals.Count == 0 ? (new StoreAnswer.Stored(), true) : (new StoreAnswer.Refused(string.Join("; ", refusals)), false);

        async Task TakeAsync<T>(IReadOnlyList<T> entries, Func<T, Task<StoreAnswer>> add)
        {
            foreach (var entry in entries)
            {
                if (await add(entry).ConfigureAwait(false) is StoreAnswer.Refused refused)
                {
                    refusals.Add(refused.Reason);
                    continue;
                }

                await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);   // so that the next one sees it
            }
        }
    }

    private static StoreAnswer Add(SiteDbContext context, Func<object> row, string? refusal)
    {
        if (refusal is not null)
        {
            return new StoreAnswer.Refused(refusal);
        }

        context.Add(row());
        return new StoreAnswer.Stored();
    }
}
