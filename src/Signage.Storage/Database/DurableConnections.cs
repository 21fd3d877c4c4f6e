using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Signage.Storage.Database;

/// <summary>
/// Sets what must hold on every connection, not only on the first. With synchronous NORMAL a write-ahead log loses acknowledged commits at a power
/// cut; FULL does not.
/// </summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    private static readonly (string Name, string Value)[] Wanted = [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1")];

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
            .Select(rule => $"{rule.Name} is {rule.Found}, must be {rule.Value}"),
    ];

    private static void Apply(DbConnection connection) => Pragma.Set((SqliteConnection)connection, "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON");
}
