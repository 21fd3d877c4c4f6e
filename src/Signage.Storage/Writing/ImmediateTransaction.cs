using Microsoft.Data.Sqlite;
using Signage.Core.Text;
using SQLitePCL;

namespace Signage.Storage.Writing;

/// <summary>
/// A transaction that has the right to write from its first moment. One that asks for it only at its first writing can be refused in the middle,
/// and waiting does not help it then. Waits for a foreign holder in short slices, so that the caller can give up, and at most for a limit. Undone
/// when it is disposed without a commit.
/// </summary>
internal sealed class ImmediateTransaction : IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    private readonly SqliteConnection _connection;
    private bool _open = true;

    private ImmediateTransaction(SqliteConnection connection) => _connection = connection;

    /// <summary>Begins.</summary>
    /// <exception cref="StorageException">Somebody else held the database for longer than the limit; may be tried again.</exception>
    /// <exception cref="SqliteException">The disk refuses.</exception>
    public static async Task<ImmediateTransaction> BeginAsync(SqliteConnection connection, TimeSpan limit, CancellationToken cancellationToken)
    {
        for (var left = limit; ; left -= Slice)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wait = left < Slice ? left : Slice;
            raw.sqlite3_busy_timeout(connection.Handle, (int)Math.Max(0, wait.TotalMilliseconds));
            var answer = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE");
            raw.sqlite3_busy_timeout(connection.Handle, 0);
            if ((answer & 0xFF) is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
            {
                SqliteException.ThrowExceptionForRC(answer, connection.Handle);
                return new ImmediateTransaction(connection);
            }

            if (left <= Slice)
            {
                throw new StorageException(Words.WriteBusy.With(connection.DataSource)) { Retryable = true };
            }

            await Task.Yield();
        }
    }

    /// <summary>Commits; on the disk when this returns.</summary>
    /// <exception cref="SqliteException">The disk refuses; nothing was changed.</exception>
    public void Commit()
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(_connection.Handle, "COMMIT"), _connection.Handle);
        _open = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_open)
        {
            _open = false;
            raw.sqlite3_exec(_connection.Handle, "ROLLBACK");   // SQLite may have undone it by itself already, and says so; there is nothing to add
        }
    }
}
