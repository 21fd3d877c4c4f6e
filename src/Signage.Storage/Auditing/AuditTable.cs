using System.Globalization;
using Microsoft.Data.Sqlite;
using Signage.Core.Text;
using Signage.Storage.Database;
using Signage.Storage.Proofs;
using Signage.Trust.Audit;

namespace Signage.Storage.Auditing;

/// <summary>
/// The audit in the database: a row an entry, in the very words of its export, and the head of the chain beside the tables. It only ever grows; the database itself refuses
/// to change or delete a row. Written inside a transaction that somebody else holds.
/// </summary>
internal static class AuditTable
{
    /// <summary>Its name.</summary>
    public const string Name = "audit";

    private const string HeadKey = "audit-head";

    /// <summary>Appends an entry.</summary>
    /// <exception cref="StorageException">The last entry is no entry.</exception>
    public static void Append(SqliteConnection connection, AuditFacts facts)
    {
        var entry = AuditChain.Append(Head(connection), facts);
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO audit (Number, Line) VALUES ($number, $line)";
        command.Parameters.AddWithValue("$number", entry.Number);
        command.Parameters.AddWithValue("$line", AuditExport.Write(entry));
        command.ExecuteNonQuery();
        Ledger.Put(connection, HeadKey, Text(entry.Head));
    }

    /// <summary>True when the database is of a version that has an audit.</summary>
    public static bool IsThere(SqliteConnection connection) => Query.Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'audit'").Any();

    /// <summary>What does not hold, in words; null when all does. Follows the whole chain, some ten microseconds an entry.</summary>
    /// <param name="connection">A connection that sees one state for as long as this runs.</param>
    public static string? Broken(SqliteConnection connection)
    {
        if (!IsThere(connection))
        {
            return null;
        }

        var last = Last(connection);
        return Ledger.Get(connection, HeadKey) != Text(last ?? AuditHead.None) ? Words.DamageAuditHead
            : AuditVerifier.Verify(Query.Texts(connection, "SELECT Line FROM audit ORDER BY Number"), last is null ? [] : [last]) is AuditVerdict.Broken broken ? Words.DamageAudit.With(broken.Reason)
            : null;
    }

    private static AuditHead Head(SqliteConnection connection) =>
        Last(connection) is { } last ? last
        : Query.Texts(connection, "SELECT 1 FROM audit LIMIT 1").Any() ? throw new StorageException(Words.DamageAuditHead)
        : AuditHead.None;

    private static AuditHead? Last(SqliteConnection connection) =>
        Query.Texts(connection, "SELECT Line FROM audit ORDER BY Number DESC LIMIT 1").FirstOrDefault() is { } line && AuditExport.Read(line) is { IsExact: true } read ? read.Entry.Head : null;

    private static string Text(AuditHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Number}:{head.Hash}");
}
