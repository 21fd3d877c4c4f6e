using Microsoft.EntityFrameworkCore;
using Signage.Core.Alerts;
using Signage.Core.Text;
using Signage.Storage.Database;
using Signage.Storage.Mapping;
using Signage.Storage.Rows;

namespace Signage.Storage.Writing;

/// <summary>Warnings and what people did with them, each inside a transaction that somebody else holds.</summary>
internal static class SiteAlerts
{
    // A feed that goes wild must not fill the disk of a site; a city has some hundred warnings a month.
    private const int Most = 5_000;

    /// <summary>Takes in messages; one that is there stays as it came first, and may be approved now, unless it has other contents or was ended here. What is too old to light anything is forgotten.</summary>
    public static async Task<StoreAnswer> TakeAsync(SiteDbContext context, IReadOnlyList<AlertRecord> alerts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await context.Alerts.ToDictionaryAsync(row => row.Name, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        foreach (var old in rows.Values.Where(row => row.Sent + AlertBook.Longest <= now).ToArray())
        {
            context.Remove(old);
            rows.Remove(old.Name);
        }

        foreach (var alert in alerts)
        {
            if (!rows.TryGetValue(alert.Name, out var row))
            {
                rows[alert.Name] = context.Add(alert.ToRow()).Entity;
            }
            else if (row is { ApprovedBy: null, ClearedBy: null } && row.Document == alert.Document && alert.Approved is { } approved)
            {
                (row.ApprovedBy, row.ApprovedAt) = (approved.By, approved.At);
            }
        }

        return rows.Count <= Most ? new StoreAnswer.Stored() : new StoreAnswer.Refused(Words.AlertsTooMany.With(Most));
    }

    /// <summary>Remembers who let a warning onto the panels; the first stays. Refused when it was ended at this site.</summary>
    public static Task<StoreAnswer> ApproveAsync(SiteDbContext context, string name, AlertDeed deed, CancellationToken cancellationToken) => ChangeAsync(
        context,
        name,
        row =>
        {
            if (row.ClearedBy is { } ended)
            {
                return new StoreAnswer.Refused(Words.AlertEnded.With(name, ended));
            }

            if (row.ApprovedBy is null)
            {
                (row.ApprovedBy, row.ApprovedAt) = (deed.By, deed.At);
            }

            return new StoreAnswer.Stored();
        },
        cancellationToken);

    /// <summary>Remembers who ended a warning at this site; the first stays.</summary>
    public static Task<StoreAnswer> ClearAsync(SiteDbContext context, string name, AlertDeed deed, CancellationToken cancellationToken) => ChangeAsync(
        context,
        name,
        row =>
        {
            if (row.ClearedBy is null)
            {
                (row.ClearedBy, row.ClearedAt) = (deed.By, deed.At);
            }

            return new StoreAnswer.Stored();
        },
        cancellationToken);

    private static async Task<StoreAnswer> ChangeAsync(SiteDbContext context, string name, Func<AlertRow, StoreAnswer> change, CancellationToken cancellationToken)
    {
        if (await context.Alerts.FindAsync([name], cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return new StoreAnswer.Refused(Words.AlertUnknown.With(name));
        }

        return change(row);
    }
}
