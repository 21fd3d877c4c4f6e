using Signage.Controller.Alerts;
using Signage.Core.Alerts;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
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
    private Plan _frame;
    private readonly SitePlaceArea _area;
    private readonly AlertTemplate _template;
    private readonly SemaphoreSlim _editing = new(1, 1);
    private SiteContents _contents;
    private IReadOnlyList<PatternTest> _tests = [];
    private volatile SitePicture _now;
    private volatile bool _stale;

    private SiteBook(SiteStore store, Bell bell, Plan frame, SitePlaceArea area, AlertTemplate template, SiteContents contents)
    {
        (_store, _bell, _frame, _area, _template) = (store, bell, frame, area, template);
        _now = Picture(_contents = contents);
    }

    /// <summary>The picture as of the last edit.</summary>
    public SitePicture Now => _now;

    /// <summary>Reads the store.</summary>
    /// <param name="store">The durable store.</param>
    /// <param name="bell">Rung at every edit.</param>
    /// <param name="frame">An empty plan with the zone and the calendar of the site.</param>
    /// <param name="area">Where the site is, as far as warnings are concerned.</param>
    /// <param name="template">How the words of a warning are put together.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SiteBook> OpenAsync(SiteStore store, Bell bell, Plan frame, SitePlaceArea area, AlertTemplate template, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new SiteBook(store, bell, frame, area, template, await store.ReadAsync(cancellationToken).ConfigureAwait(false));
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

    /// <summary>What somebody changes in it. Each change is durable, and in the audit, before it is answered.</summary>
    /// <param name="actor">Who.</param>
    public BookEdits As(Actor actor) => new(_store.As(actor), EditAsync);

    /// <summary>Reads days by another calendar from now on.</summary>
    public async Task UseAsync(SiteCalendar calendar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        await _editing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _frame = _frame with { Calendar = calendar };
            _now = Picture(_contents);
            _bell.Ring();
        }
        finally
        {
            _editing.Release();
        }
    }

    /// <summary>Puts a technician's test of a panel in the place of the one before; null ends it. Nothing of it is durable.</summary>
    public async Task TestAsync(PanelId panel, PatternTest? test, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _editing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _tests = [.. _tests.Where(known => known.Panel != panel && known.Ends > now), .. test is null ? (PatternTest[])[] : [test]];
            _now = Picture(_contents);
            _bell.Ring();
        }
        finally
        {
            _editing.Release();
        }
    }

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
            if (_stale)
            {
                await ReadBackAsync(cancellationToken).ConfigureAwait(false);
            }

            var answer = await edit().ConfigureAwait(false);
            if (answer is StoreAnswer.Stored)
            {
                await TakeUpAsync().ConfigureAwait(false);
            }

            return answer;
        }
        finally
        {
            _editing.Release();
        }
    }

    /// <summary>An edit is durable, and answered so: whoever heard that it failed would make it a second time. What cannot be read back now is read by the round that the bell rings for, which tells.</summary>
    private async Task TakeUpAsync()
    {
        _stale = true;
        _bell.Ring();
        try
        {
            await ReadBackAsync(CancellationToken.None).ConfigureAwait(false);
            _bell.Ring();
        }
        catch (StorageException)
        {
            _bell.Ring();
        }
    }

    private async Task ReadBackAsync(CancellationToken cancellationToken)
    {
        _now = Picture(_contents = await _store.ReadAsync(cancellationToken).ConfigureAwait(false));
        _stale = false;
    }

    private SitePicture Picture(SiteContents contents)
    {
        var alerts = AlertSlots.Of(contents.Alerts, _area, _template);
        SloganApproval[] approvals = [.. contents.Approvals, .. alerts.Approvals];
        var plan = _frame with
        {
            Programmes = [.. contents.Programmes, .. alerts.Programmes, .. _tests.Select(test => test.Programme).DistinctBy(programme => programme.Id)],
            Slots = [.. contents.Slots, .. alerts.Slots, .. _tests.Select(test => test.Slot)],
            PanelTags = contents.Panels.Where(panel => !panel.Tags.IsEmpty).ToDictionary(panel => panel.Id, panel => panel.Tags),
            Approved = approvals.GroupBy(approval => approval.RevisionDigest).ToDictionary(group => group.Key, group => group.Max(approval => approval.ApprovedAt)),
        };
        return new SitePicture(contents.Panels, plan)
        {
            Approvals = approvals.ToLookup(approval => approval.RevisionDigest),
            Alerts = contents.Alerts,
            Lightings = alerts.Lightings,
            Slots = contents.Slots,
            Programmes = contents.Programmes,
            Policies = new PolicyBook(contents.Policies, plan),
        };
    }
}
