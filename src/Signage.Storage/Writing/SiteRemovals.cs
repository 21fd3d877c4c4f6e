using Microsoft.EntityFrameworkCore;
using Signage.Core.Text;
using Signage.Storage.Database;

namespace Signage.Storage.Writing;

/// <summary>What is taken away from a site, inside a transaction that somebody else holds.</summary>
internal static class SiteRemovals
{
    /// <summary>Takes slots away, and with them the panels that they name.</summary>
    public static async Task<StoreAnswer> RemoveSlotsAsync(SiteDbContext context, IReadOnlyList<string> slotIds, CancellationToken cancellationToken)
    {
        foreach (var id in slotIds)
        {
            if (await context.Slots.Include(row => row.Panels).SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false) is not { } slot)
            {
                return new StoreAnswer.Refused(Words.SlotUnknown.With(id));
            }

            context.Remove(slot);
        }

        return new StoreAnswer.Stored();
    }
}
