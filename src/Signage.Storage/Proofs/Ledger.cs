using System.Globalization;
using Microsoft.Data.Sqlite;
using Signage.Storage.Database;

namespace Signage.Storage.Proofs;

/// <summary>Small facts that stand beside the tables: the number of the last writing, and when a backup was taken. Written inside a transaction that somebody else holds.</summary>
internal static class Ledger
{
    private const string Writings = "writings";

    private const string Edits = "edits";

    private const string Taken = "backup-taken";

    /// <summary>The number of the last writing; 0 before the first; null when it is damaged.</summary>
    public static long? Read(SqliteConnection connection) => Get(connection, Writings) is { } text ? WritingNumber.Parse(text) : 0;

    public static void Write(SqliteConnection connection, long number) => Put(connection, Writings, WritingNumber.Format(number));

    /// <summary>How many of the writings were edits of people; 0 in a database from before they were counted, or where the count is damaged.</summary>
    public static long ReadEdits(SqliteConnection connection) => WritingNumber.Parse(Get(connection, Edits) ?? "") ?? 0;

    public static void WriteEdits(SqliteConnection connection, long edits) => Put(connection, Edits, WritingNumber.Format(edits));

    /// <summary>When the backup was taken that this database is, or was restored from; null when it never was one.</summary>
    public static DateTimeOffset? TakenAt(SqliteConnection connection) =>
        DateTimeOffset.TryParseExact(Get(connection, Taken), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    public static void WriteTaken(SqliteConnection connection, DateTimeOffset at) => Put(connection, Taken, at.ToString("O", CultureInfo.InvariantCulture));

    public static string? Get(SqliteConnection connection, string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(Value AS TEXT) FROM meta WHERE Key = $key";
        command.Parameters.AddWithValue("$key", key);
        return command.ExecuteScalar() as string;
    }

    public static void Put(SqliteConnection connection, string key, string value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO meta (Key, Value) VALUES ($key, $value) ON CONFLICT (Key) DO UPDATE SET Value = excluded.Value";
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }
}
