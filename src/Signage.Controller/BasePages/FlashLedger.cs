using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Truth;
using Signage.Storage;

namespace Signage.Controller.BasePages;

/// <summary>Counts the writings of each card's flash, durably: one that was begun is never missed, whatever happens to the site meanwhile.</summary>
/// <param name="store">Where the counts are kept.</param>
/// <param name="days">Says which day it is.</param>
public sealed class FlashLedger(SiteStore store, SiteDays days)
{
    /// <summary>Today, site time.</summary>
    public DateOnly Today => days.Today;

    /// <summary>What is known of a panel's flash.</summary>
    public async Task<FlashRecord> ReadAsync(PanelId panel, CancellationToken cancellationToken) =>
        (await ReadAllAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(panel) ?? FlashRecord.None;

    /// <summary>What is known of every flash that was written.</summary>
    public Task<IReadOnlyDictionary<PanelId, FlashRecord>> ReadAllAsync(CancellationToken cancellationToken) => store.ReadFlashAsync(cancellationToken);

    /// <summary>Counts a writing before it begins.</summary>
    /// <returns>The new count, or why it cannot be kept; nothing may be written then.</returns>
    public async Task<(FlashRecord? Record, string? Refusal)> BeginAsync(PanelId panel, FlashRecord before, CancellationToken cancellationToken)
    {
        var begun = before.Begun(Today);
        return await store.WriteFlashAsync(panel, begun, cancellationToken).ConfigureAwait(false) is StoreAnswer.Refused refused ? (null, refused.Reason) : (begun, null);
    }

    /// <summary>Remembers what the card acknowledged.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="begun">The record as it is.</param>
    /// <param name="page">The item and its show; null for no page at all.</param>
    public async Task<FlashRecord> LeaveAsync(PanelId panel, FlashRecord begun, FlashPage? page)
    {
        // The card has it; giving up now would only make the site forget that.
        var left = begun.Left(page is null ? new FlashPage(null, null, null, days.Now) : page with { At = days.Now });
        await store.WriteFlashAsync(panel, left, CancellationToken.None).ConfigureAwait(false);
        return left;
    }
}
