using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Signage.Core.Text;

namespace Signage.Storage.Database;

/// <summary>
/// Sets what must hold on every connection, not only on the first. With synchronous NORMAL a write-ahead log loses acknowledged commits at a power
/// cut; FULL does not.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    // SQLite's own waiting is off: it cannot be given up, and its answer is "database is locked".
    private static readonly (string Name, string Value)[] Wanted = [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "0")];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);   // SQLite has no asynchronous I/O; a task would only pretend
        return Task.CompletedTask;
    }

    /// <summary>What is not as it must be on a connection; empty when all is well.</summary>
    public static IReadOnlyList<string> Complaints(SqliteConnection connection) =>
    [
        .. Wanted.Select(rule => (rule.Name, rule.Value, Found: Pragma.Read(connection, rule.Name)))
            .Where(rule => rule.Found != rule.Value)
            .Select(rule => Words.RuleDiffers.With(rule.Name, rule.Found, rule.Value)),
    ];

    /// <summary>Lets a connection pass on which everything is as it must be.</summary>
    /// <exception cref="StorageException">Something is not; the message names it.</exception>
    public static void Assert(string path, SqliteConnection connection)
    {
        if (Complaints(connection) is { Count: > 0 } complaints)
        {
            throw new StorageException(Words.NotDurable.With(path, string.Join("; ", complaints)));
        }
    }

    private static void Apply(DbConnection connection)
    {
        var sqlite = (SqliteConnection)connection;
        try
        {
            Pragma.Set(sqlite, "journal_mode=WAL");
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            // Somebody reads it in another mode. What it stayed in is found by Assert, which says so better than SQLite does.
        }

        Pragma.Set(sqlite, "synchronous=FULL", "foreign_keys=ON", "busy_timeout=0");
    }
}
