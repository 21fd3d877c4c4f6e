using Signage.Core.Accounts;
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
        _writer = new SiteWriter(file.Path, file.Head, options.BusyLimit, time);
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

    /// <summary>What a person, or whoever else, changes here. Each change leaves one entry in the audit, in the same transaction.</summary>
    /// <param name="actor">Who.</param>
    public SiteEdits As(Actor actor)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return new SiteEdits(_writer, actor, _time);
    }

    /// <summary>What is changed in the accounts of its people. Each change leaves one entry in the audit, in the same transaction.</summary>
    public AccountEdits Accounts
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed != 0, this);
            return new AccountEdits(_writer);
        }
    }

    /// <summary>All accounts, in the order in which they came.</summary>
    public Task<IReadOnlyList<Account>> ReadAccountsAsync(CancellationToken cancellationToken) => Reader.AccountsAsync(cancellationToken);

    /// <summary>Entries of the audit in the words of its export, oldest first.</summary>
    /// <param name="after">The number after which they begin; 0 for the first.</param>
    /// <param name="most">The most of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries, and the number of the newest that there is; 0 when there is none.</returns>
    public Task<(IReadOnlyList<string> Lines, long Newest)> ReadAuditAsync(long after, int most, CancellationToken cancellationToken) => Reader.AuditAsync(after, most, cancellationToken);

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
            note: null,
            cancellationToken);

    /// <summary>How often the flash of each panel's card was written; a panel whose card never was is absent.</summary>
    public Task<IReadOnlyDictionary<PanelId, FlashRecord>> ReadFlashAsync(CancellationToken cancellationToken) => Reader.FlashAsync(cancellationToken);

    /// <summary>Remembers a writing of a card's flash, replacing what was; refused when the panel is not enrolled, or when the count would go back.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> WriteFlashAsync(PanelId panel, FlashRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _writer.WriteAsync((context, token) => SiteFlash.WriteAsync(context, panel, record, token), ["flash"], note: null, cancellationToken);
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
