using Microsoft.Data.Sqlite;
using Signage.Core.Text;
using Signage.Storage.Auditing;
using Signage.Storage.Proofs;

namespace Signage.Storage.Database;

/// <summary>Looks at a file before anybody writes to it: is it ours, is it whole, which migrations has it seen? Changes nothing.</summary>
internal static class SiteFile
{
    /// <summary>Stands in the header of every site database, so that a foreign SQLite file is told from ours: the letters SGNG.</summary>
    public const int ApplicationId = 0x53474E47;

    /// <summary>Since this migration tables are sealed.</summary>
    public const string FirstSealed = "20261124091726_Approvals";

    // ENOSPC, as .NET hands it on.
    private const int NoSpace = 28;

    /// <summary>Looks.</summary>
    /// <param name="path">The file.</param>
    /// <param name="known">The migrations that this program knows, oldest first.</param>
    /// <exception cref="StorageException">The file is of a newer version or of another program, or the disk does not give it.</exception>
    public static FileState Look(string path, IReadOnlyList<string> known)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return new FileState.Nothing();
        }

        try
        {
            using var connection = new SqliteConnection(SiteConnections.ReadOnly(path));
            connection.Open();
            SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);   // closing must not tidy a log that is not ours to tidy
            return Look(connection, path, known);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            return new FileState.Damaged(Words.DamageNoDatabase.With(broken.Message.TrimEnd('.')));
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_FORMAT or SQLitePCL.raw.SQLITE_ERROR)
        {
            // A question that SQLite does not understand means that a table which must be there is not.
            return new FileState.Damaged(Words.DamagePages.With(broken.Message.TrimEnd('.')));
        }
        catch (SqliteException refused)
        {
            throw NoRoom(path, refused) ?? new StorageException(Words.DatabaseUnreadable.With(path, refused.Message.TrimEnd('.')), refused);
        }
    }

    /// <summary>The failure of an opening for which the disk has no room; null when it is another one.</summary>
    public static StorageException? NoRoom(string path, Exception failed) =>
        // An index of the log that cannot grow is a failure of reading to SQLite, and "check the disk" would send a person the wrong way.
        failed is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } or SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_IOERR_SHMSIZE }
            or IOException { HResult: NoSpace }
            ? new StorageException(Words.NoRoomToOpen.With(path), failed) { Retryable = true }
            : null;

    private static FileState Look(SqliteConnection connection, string path, IReadOnlyList<string> known)
    {
        var tables = Query.Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet();
        if (tables.Count == 0)
        {
            // Nothing is listed; then nothing but free pages may be there.
            return Query.Texts(connection, "SELECT 1 FROM pragma_page_count AS all_, pragma_freelist_count AS free WHERE all_.page_count - free.freelist_count > 1").Any()
                ? new FileState.Damaged(Words.DamageTables)
                : new FileState.Nothing();
        }

        if (Pragma.Read(connection, "application_id") != $"{ApplicationId}")
        {
            return tables.Contains("slot_panels") && tables.Contains("programme_items")
                ? new FileState.Damaged(Words.DamageIdentity)
                : throw new StorageException(Words.ForeignDatabase.With(path));
        }

        if (!tables.Contains("__EFMigrationsHistory"))
        {
            return tables.All(name => name.StartsWith("__EF", StringComparison.Ordinal))
                ? new FileState.Nothing()   // ours, but killed before its first migration began
                : new FileState.Damaged(Words.DamageTables);
        }

        var applied = Query.Texts(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId").ToArray();
        if (known.All(applied.Contains) && applied.Length > known.Count)
        {
            throw new StorageException(Words.NewerVersion.With(path, applied[^1]));
        }

        return Inspect(connection, applied, known);
    }

    private static FileState Inspect(SqliteConnection connection, string[] applied, IReadOnlyList<string> known)
    {
        // The full check and not the quick one: it also compares the indexes with their tables, and a site is small.
        var damage = string.Join("; ", Query.Texts(connection, "PRAGMA integrity_check(3)")).ReplaceLineEndings(" ");
        if (damage != "ok")
        {
            return new FileState.Damaged(Words.DamagePages.With(damage));
        }

        // Migrations are applied in order; a gap, or a name that nobody gave, is damage and not another version.
        if (!known.Take(applied.Length).SequenceEqual(applied))
        {
            return new FileState.Damaged(Words.DamageHistory);
        }

        return applied.Length == 0 ? new FileState.Nothing()
            : (Seals.Broken(connection, required: applied.Contains(FirstSealed)) ?? AuditTable.Broken(connection)) is { } broken ? new FileState.Damaged(broken)
            : new FileState.Whole(applied, Ledger.Read(connection) ?? 0, Ledger.TakenAt(connection)) { Edits = Ledger.ReadEdits(connection) };
    }
}
