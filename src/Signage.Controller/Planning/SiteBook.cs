using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Storage;

namespace Signage.Controller.Planning;

/// <summary>
/// What the site has enrolled and planned: the durable store and one immutable picture of it, swapped whole at every edit. An edit is durable
/// before it is answered, and rings the bell.
/// </summary>
public sealed class SiteBook : IAsyncDisposable
{
    private readonly SiteStore _store;
    private readonly Bell _bell;
    private readonly Plan _frame;
    private readonly SemaphoreSlim _editing = new(1, 1);
    private volatile SitePicture _now;
    private volatile bool _stale;

    private SiteBook(SiteStore store, Bell bell, Plan frame, SiteContents contents)
    {
        (_store, _bell, _frame) = (store, bell, frame);
        _now = Picture(contents);
    }

    /// <summary>The picture as of the last edit.</summary>
    public SitePicture Now => _now;

    /// <summary>Reads the store.</summary>
    /// <param name="store">The durable store.</param>
    /// <param name="bell">Rung at every edit.</param>
    /// <param name="frame">An empty plan with the zone and the calendar of the site.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SiteBook> OpenAsync(SiteStore store, Bell bell, Plan frame, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new SiteBook(store, bell, frame, await store.ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The picture, read anew when the last edit could not be read back.</summary>
    /// <exception cref="StorageException">The disk refuses.</exception>
    public async ValueTask<SitePicture> NewestAsync(CancellationToken cancellationToken)
    {
        if (_stale)
        {
            await _editing.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await ReadBackAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _editing.Release();
            }
        }

        return _now;
    }

    /// <summary>Enrols a panel.</summary>
    public Task<StoreAnswer> AddPanelAsync(Panel panel, CancellationToken cancellationToken) =>
        EditAsync(() => _store.AddPanelAsync(panel, cancellationToken), cancellationToken);

    /// <summary>Adds a slot.</summary>
    public Task<StoreAnswer> AddSlotAsync(Slot slot, CancellationToken cancellationToken) =>
        EditAsync(() => _store.AddSlotAsync(slot, cancellationToken), cancellationToken);

    /// <summary>Adds slogans, with their approvals where they come with one: all or nothing.</summary>
    public Task<StoreAnswer> AddSlogansAsync(IReadOnlyList<(Slogan Slogan, SloganApproval? Approval)> slogans, CancellationToken cancellationToken) =>
        EditAsync(() => _store.AddSlogansAsync(slogans, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _editing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<StoreAnswer> EditAsync(Func<Task<StoreAnswer>> edit, CancellationToken cancellationToken)
    {
        await _editing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = await edit().ConfigureAwait(false);
            if (answer is StoreAnswer.Stored)
            {
                // The edit is durable; giving up now must not leave the picture behind the store, and a failure is mended by the next round.
                _stale = true;
                _bell.Ring();
                await ReadBackAsync(CancellationToken.None).ConfigureAwait(false);
                _bell.Ring();
            }

            return answer;
        }
        finally
        {
            _editing.Release();
        }
    }

    private async Task ReadBackAsync(CancellationToken cancellationToken)
    {
        _now = Picture(await _store.ReadAsync(cancellationToken).ConfigureAwait(false));
        _stale = false;
    }

    private SitePicture Picture(SiteContents contents) => new(contents.Panels, _frame with { Programmes = contents.Programmes, Slots = contents.Slots })
    {
        Approvals = contents.Approvals.ToLookup(approval => approval.RevisionDigest),
    };
}
