using Signage.Core.Alerts;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Core.Truth;
using Signage.Storage.Backups;
using Signage.Storage.Database;
using Signage.Storage.Mapping;
using Signage.Storage.Proofs;
using Signage.Storage.Recovery;
using Signage.Storage.Rows;
using Signage.Storage.Writing;

namespace Signage.Storage;

/// <summary>
/// The memory of one site, in one SQLite file that one process owns. A writing is on the disk once its task has completed, and survives a kill or a
/// power cut from then on. Safe to use from many threads: writings queue, readings do not wait.
/// </summary>
public sealed class SiteStore : IAsyncDisposable
{
    private readonly string _path;
    private readonly SiteLock _lock;
    private readonly SiteReader _reader;
    private readonly SiteWriter _writer;
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private int _disposed;

    private SiteStore(OpenedFile file, StoreOptions options, TimeProvider time)
    {
        (_path, _lock, _options, _time, Report) = (file.Path, file.Held, options, time, file.Report);
        _reader = new SiteReader(file.Path);
        _writer = new SiteWriter(file.Path, file.Head, options.BusyLimit);
    }

    /// <summary>What opening came to: whether anything was made, brought up to date, restored or lost.</summary>
    public OpeningReport Report { get; }

    /// <summary>Opens a site's database with the options that hold unless others are set.</summary>
    /// <inheritdoc cref="OpenAsync(string, StoreOptions, TimeProvider, CancellationToken)"/>
    public static Task<SiteStore> OpenAsync(string databasePath, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(databasePath, new StoreOptions(), time, cancellationToken);

    /// <summary>
    /// Opens a site's database; makes it when there is none, brings an older one up to date after a backup, and does with a damaged one what the
    /// options say. <see cref="Report"/> tells which.
    /// </summary>
    /// <param name="databasePath">The file; its folder is made when missing.</param>
    /// <param name="options">How it is looked after.</param>
    /// <param name="time">Stamps backups and imports.</param>
    /// <param name="cancellationToken">Gives up between steps; a migration that has begun is undone.</param>
    /// <exception cref="StorageException">
    /// Held by another process, from a newer version or foreign: the file was left as it was. Damaged without a backup that is whole: nothing may be
    /// lit. Or the disk refuses.
    /// </exception>
    public static async Task<SiteStore> OpenAsync(string databasePath, StoreOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.KeptBackups, 1, nameof(options));
        var path = Path.GetFullPath(databasePath);
        var held = SiteLock.Take(path);
        HeadFile? head = null;
        try
        {
            head = OpenHead(path);
            var report = await new Opening(path, options, time).RunAsync(head, cancellationToken).ConfigureAwait(false);
            return new SiteStore(new OpenedFile(path, held, head, report), options, time);
        }
        catch
        {
            SiteConnections.LetGo(path);
            head?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>All panels, programmes, slots and approvals, as of one instant.</summary>
    public Task<SiteContents> ReadAsync(CancellationToken cancellationToken) => Reader.ContentsAsync(cancellationToken);

    /// <summary>What was last known of each panel; a panel of which nothing was written is absent.</summary>
    public Task<IReadOnlyDictionary<PanelId, PanelTruth>> ReadTruthsAsync(CancellationToken cancellationToken) => Reader.TruthsAsync(cancellationToken);

    /// <summary>Enrols a panel; refused when its id is taken.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddPanelAsync(Panel panel, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAdditions.AddAsync(context, panel, token), ["panels"], cancellationToken);

    /// <summary>Adds a programme; refused when its id is taken or it has no text.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddProgrammeAsync(Programme programme, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAdditions.AddAsync(context, programme, token), ["programmes", "programme_items"], cancellationToken);

    /// <summary>Adds a slot; refused when its id is taken, or its programme or one of its panels does not exist.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddSlotAsync(Slot slot, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAdditions.AddAsync(context, slot, token), ["slots", "slot_panels"], cancellationToken);

    /// <summary>Takes slots away, all of them or none; refused when there is none of one of the ids.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> RemoveSlotsAsync(IReadOnlyList<string> slotIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slotIds);
        return _writer.WriteAsync((context, token) => SiteRemovals.RemoveSlotsAsync(context, slotIds, token), ["slots", "slot_panels"], cancellationToken);
    }

    /// <summary>
    /// Adds many slots: all of them or none. Refused with every mistake, each with the place of its slot such as <c>slots[7]</c>, and as many as are read in one go.
    /// </summary>
    /// <param name="slots">The slots.</param>
    /// <param name="isCheck">True to find out whether they could be added, and add none.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddSlotsAsync(IReadOnlyList<Slot> slots, bool isCheck, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slots);
        return _writer.WriteAsync((context, token) => SlotBulk.AddAsync(context, slots, isCheck, token), ["slots", "slot_panels"], cancellationToken);
    }

    /// <summary>
    /// Adds slogans, each as a programme with the slogan's id and nothing else in it, and the approvals of those that come with one: all of it or nothing.
    /// Refused when an id is taken by other words; the same words once more change nothing, but may bring their approval.
    /// </summary>
    /// <param name="slogans">The words, and who let them pass; null while nobody did. Their notes are not kept.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddSlogansAsync(IReadOnlyList<(Slogan Slogan, SloganApproval? Approval)> slogans, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slogans);
        return _writer.WriteAsync(
            (context, token) => SiteApprovals.AddAllAsync(context, slogans, token), ["programmes", "programme_items", "approvals"], cancellationToken);
    }

    /// <summary>Says in which mood a programme speaks; refused when there is none of that id.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> SetToneAsync(string programmeId, Tone tone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(programmeId);
        return _writer.WriteAsync((context, token) => SiteApprovals.SetToneAsync(context, programmeId, tone, token), ["programmes"], cancellationToken);
    }

    /// <summary>Remembers that a person approved words that the site has; refused when it has no such words. The same approval once more changes nothing.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> ApproveAsync(SloganApproval approval, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return _writer.WriteAsync((context, token) => SiteApprovals.ApproveAsync(context, approval, token), ["approvals"], cancellationToken);
    }

    /// <summary>Takes in messages of warnings, all or none; one that is there already stays, and may be approved now, unless it has other contents or was ended here. Those too old to light anything are forgotten.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> TakeAlertsAsync(IReadOnlyList<AlertRecord> alerts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        return _writer.WriteAsync((context, token) => SiteAlerts.TakeAsync(context, alerts, _time.GetUtcNow(), token), ["alerts"], cancellationToken);
    }

    /// <summary>Remembers who let a warning onto the panels; refused when there is none of that name, or when it was ended at this site.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> ApproveAlertAsync(string name, AlertDeed deed, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAlerts.ApproveAsync(context, name, deed, token), ["alerts"], cancellationToken);

    /// <summary>Remembers who ended a warning at this site; refused when there is none of that name.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> ClearAlertAsync(string name, AlertDeed deed, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAlerts.ClearAsync(context, name, deed, token), ["alerts"], cancellationToken);

    /// <summary>Adds a policy; refused when its id is taken or one of its panels does not exist.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddPolicyAsync(Policy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return _writer.WriteAsync((context, token) => SitePolicies.AddAsync(context, policy, token), ["policies"], cancellationToken);
    }

    /// <summary>Takes a policy of the site away; refused when there is none of that id, or it is the centre's.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> RemovePolicyAsync(string policyId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policyId);
        return _writer.WriteAsync((context, token) => SitePolicies.RemoveAsync(context, policyId, token), ["policies"], cancellationToken);
    }

    /// <summary>Takes in everything of a source, once for ever: all of it or nothing.</summary>
    /// <param name="source">Names the source, such as the file; a name that was imported before changes nothing.</param>
    /// <param name="contents">What to take in.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <returns>True when it was imported now, false when it had been before.</returns>
    /// <exception cref="StorageException">Something in it cannot be stored, the message says what; nothing was changed.</exception>
    public async Task<bool> ImportOnceAsync(string source, SiteContents contents, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentNullException.ThrowIfNull(contents);
        var imported = false;
        var answer = await _writer.WriteAsync(
            async (context, token) =>
            {
                var (outcome, now) = await SiteAdditions.ImportAsync(context, (source, _time.GetUtcNow()), contents, token).ConfigureAwait(false);
                imported = now;
                return outcome;
            },
            [],
            cancellationToken).ConfigureAwait(false);
        return answer is StoreAnswer.Refused refused ? throw new StorageException(Words.NothingImported.With(source, refused.Reason)) : imported;
    }

    /// <summary>Remembers what is known of a panel, replacing what was; refused when the panel is not enrolled.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> WriteTruthAsync(PanelId panel, PanelTruth truth, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            async (context, token) =>
            {
                if (await context.Panels.FindAsync([panel.Value], token).ConfigureAwait(false) is null)
                {
                    return new StoreAnswer.Refused(Words.PanelNotEnrolled.With(panel));
                }

                var row = await context.Truths.FindAsync([panel.Value], token).ConfigureAwait(false)
                    ?? context.Truths.Add(new TruthRow { PanelId = panel.Value }).Entity;
                truth.CopyTo(row);
                return new StoreAnswer.Stored();
            },
            ["truths"],
            cancellationToken);

    /// <summary>How often the flash of each panel's card was written; a panel whose card never was is absent.</summary>
    public Task<IReadOnlyDictionary<PanelId, FlashRecord>> ReadFlashAsync(CancellationToken cancellationToken) => Reader.FlashAsync(cancellationToken);

    /// <summary>Remembers a writing of a card's flash, replacing what was; refused when the panel is not enrolled, or when the count would go back.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> WriteFlashAsync(PanelId panel, FlashRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _writer.WriteAsync((context, token) => SiteFlash.WriteAsync(context, panel, record, token), ["flash"], cancellationToken);
    }

    /// <summary>Looks at every page, index, reference and seal while the site runs; meant for once a day. Readings and writings go on meanwhile.</summary>
    /// <returns>What is damaged, a line each; empty when the database is whole. A damaged one is restored by opening it anew.</returns>
    /// <exception cref="StorageException">The disk does not give it.</exception>
    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        var reader = Reader;
        return Task.Run(() => reader.DamageAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Makes a backup in the folder <c>backups</c> beside the database, proves it, and removes the oldest automatic ones beyond those to be kept.</summary>
    /// <exception cref="StorageException">The disk refuses, or the database does not prove whole; the earlier backups stay.</exception>
    public Task<BackupInfo> BackupAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return Task.Run(() => BackupShelf.Add(_path, BackupFolder.Automatic, _options.KeptBackups, _time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <summary>When the newest automatic backup was made, by its name; null when there is none, or when the disk does not say.</summary>
    public DateTimeOffset? BackedUpAt => BackupFolder.Newest(_path);

    /// <summary>Makes a backup and proves it. Never removed by the site.</summary>
    /// <param name="backupPath">The file, which must not exist; its digest goes beside it.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="StorageException">The file exists, the disk refuses, or the database does not prove whole.</exception>
    public Task<BackupInfo> BackupAsync(string backupPath, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(backupPath);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return Task.Run(() => BackupMaker.Make(_path, Path.GetFullPath(backupPath), _time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <summary>Waits for the writing under way, closes the file and lets the next process have it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _writer.DisposeAsync().ConfigureAwait(false);
        SiteConnections.LetGo(_path);
        _lock.Dispose();
    }

    /// <summary>After disposal the file may belong to another process.</summary>
    private SiteReader Reader
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed != 0, this);
            return _reader;
        }
    }

    private static HeadFile OpenHead(string path)
    {
        try
        {
            return HeadFile.Open(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(Words.FolderNotWritable.With(path, refused.Message), refused);
        }
    }

    /// <summary>A database that is held and was opened.</summary>
    private sealed record OpenedFile(string Path, SiteLock Held, HeadFile Head, OpeningReport Report);
}
