using Microsoft.Data.Sqlite;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Truth;
using Signage.Storage.Database;
using Signage.Storage.Mapping;
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
    private readonly TimeProvider _time;
    private int _disposed;

    private SiteStore(string path, SiteLock held, TimeProvider time)
    {
        _path = path;
        _lock = held;
        _time = time;
        var options = SiteConnections.Options(path);
        _reader = new SiteReader(options);
        _writer = new SiteWriter(path, options);
    }

    /// <summary>Opens a site's database; makes it when there is none, brings an older one up to date after a backup beside it.</summary>
    /// <param name="databasePath">The file; its folder is made when missing.</param>
    /// <param name="time">Stamps backups and imports.</param>
    /// <param name="cancellationToken">Gives up between steps; a migration that has begun is undone.</param>
    /// <exception cref="StorageException">Held by another process, from a newer version, foreign or damaged: the file was left as it was. Or the disk refuses.</exception>
    public static async Task<SiteStore> OpenAsync(string databasePath, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(databasePath);
        ArgumentNullException.ThrowIfNull(time);
        var path = Path.GetFullPath(databasePath);
        var held = SiteLock.Take(path);
        try
        {
            await SiteMigration.RunAsync(path, time, cancellationToken).ConfigureAwait(false);
            return new SiteStore(path, held, time);
        }
        catch
        {
            LetGoOfFile(path);
            held.Dispose();
            throw;
        }
    }

    /// <summary>All panels, programmes and slots, as of one instant.</summary>
    public Task<SiteContents> ReadAsync(CancellationToken cancellationToken) => Reader.ContentsAsync(cancellationToken);

    /// <summary>What was last known of each panel; a panel of which nothing was written is absent.</summary>
    public Task<IReadOnlyDictionary<PanelId, PanelTruth>> ReadTruthsAsync(CancellationToken cancellationToken) => Reader.TruthsAsync(cancellationToken);

    /// <summary>Enrols a panel; refused when its id is taken.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddPanelAsync(Panel panel, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAdditions.AddAsync(context, panel, token), cancellationToken);

    /// <summary>Adds a programme; refused when its id is taken or it has no text.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddProgrammeAsync(Programme programme, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAdditions.AddAsync(context, programme, token), cancellationToken);

    /// <summary>Adds a slot; refused when its id is taken, or its programme or one of its panels does not exist.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> AddSlotAsync(Slot slot, CancellationToken cancellationToken) =>
        _writer.WriteAsync((context, token) => SiteAdditions.AddAsync(context, slot, token), cancellationToken);

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
            cancellationToken).ConfigureAwait(false);
        return answer is StoreAnswer.Refused refused ? throw new StorageException($"{source}: {refused.Reason}; nothing was imported.") : imported;
    }

    /// <summary>Remembers what is known of a panel, replacing what was; refused when the panel is not enrolled.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<StoreAnswer> WriteTruthAsync(PanelId panel, PanelTruth truth, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            async (context, token) =>
            {
                if (await context.Panels.FindAsync([panel.Value], token).ConfigureAwait(false) is null)
                {
                    return new StoreAnswer.Refused($"panel '{panel}' is not enrolled");
                }

                var row = await context.Truths.FindAsync([panel.Value], token).ConfigureAwait(false)
                    ?? context.Truths.Add(new TruthRow { PanelId = panel.Value }).Entity;
                truth.CopyTo(row);
                return new StoreAnswer.Stored();
            },
            cancellationToken);

    /// <summary>Waits for the writing under way, closes the file and lets the next process have it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _writer.DisposeAsync().ConfigureAwait(false);
        LetGoOfFile(_path);
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

    private static void LetGoOfFile(string path)
    {
        using var connection = new SqliteConnection(SiteConnections.ReadWrite(path));
        SqliteConnection.ClearPool(connection);
    }
}
