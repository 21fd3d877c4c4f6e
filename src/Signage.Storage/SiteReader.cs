using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Signage.Core.Panels;
using Signage.Core.Truth;
using Signage.Storage.Database;
using Signage.Storage.Mapping;

namespace Signage.Storage;

/// <summary>Readings, each of one instant, that neither wait for the writer nor make it wait.</summary>
/// <param name="options">How contexts are made.</param>
internal sealed class SiteReader(DbContextOptions<SiteDbContext> options)
{
    public async Task<SiteContents> ContentsAsync(CancellationToken cancellationToken)
    {
        using var context = new SiteDbContext(options);
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

        // Three questions, one answer: a deferred transaction sees one state and takes no write lock.
        using var snapshot = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(IsolationLevel.Serializable, deferred: true);
        await context.Database.UseTransactionAsync(snapshot, cancellationToken).ConfigureAwait(false);
        var panels = await context.Panels.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var programmes = await context.Programmes.AsNoTracking().Include(row => row.Items).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var slots = await context.Slots.AsNoTracking().Include(row => row.Panels).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new SiteContents(
            [.. panels.Select(row => row.ToPanel())], [.. programmes.Select(row => row.ToProgramme())], [.. slots.Select(row => row.ToSlot())]);
    }

    public async Task<IReadOnlyDictionary<PanelId, PanelTruth>> TruthsAsync(CancellationToken cancellationToken)
    {
        using var context = new SiteDbContext(options);
        var rows = await context.Truths.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => new PanelId(row.PanelId), row => row.ToTruth());
    }
}
