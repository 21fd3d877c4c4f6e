using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Storage.Database;
using Signage.Storage.Mapping;
using Signage.Storage.Rows;

namespace Signage.Storage.Writing;

/// <summary>The count of flash writings, inside a transaction that somebody else holds.</summary>
internal static class SiteFlash
{
    public static async Task<StoreAnswer> WriteAsync(SiteDbContext context, PanelId panel, FlashRecord record, CancellationToken cancellationToken)
    {
        if (await context.Panels.FindAsync([panel.Value], cancellationToken).ConfigureAwait(false) is null)
        {
            return new StoreAnswer.Refused(Words.PanelNotEnrolled.With(panel));
        }

        var row = await context.Flash.FindAsync([panel.Value], cancellationToken).ConfigureAwait(false)
            ?? context.Flash.Add(new FlashRow { PanelId = panel.Value }).Entity;
        if (record.Writes < row.Writes)
        {
            return new StoreAnswer.Refused(Words.FlashCountBack.With(panel, row.Writes, record.Writes));
        }

        record.CopyTo(row);
        return new StoreAnswer.Stored();
    }
}
