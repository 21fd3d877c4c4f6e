using Microsoft.Data.Sqlite;

namespace Signage.Storage.Database;

/// <summary>Looks at a file before anybody writes to it: is it ours, is it whole, which migrations has it seen?</summary>
internal static class SiteFile
{
    /// <summary>Stands in the header of every site database, so that a foreign SQLite file is told from ours: the letters SGNG.</summary>
    public const int ApplicationId = 0x53474E47;

    /// <summary>The migrations that the file has seen; null when there is nothing in it yet.</summary>
    /// <exception cref="StorageException">The file is foreign or damaged. It was not changed.</exception>
    public static IReadOnlyList<string>? AppliedMigrations(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return null;
        }

        try
        {
            using var connection = new SqliteConnection(SiteConnections.ReadOnly(path));
            connection.Open();
            SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);   // closing must not tidy a log that is not ours to tidy
            return Look(connection, path);
        }
        catch (SqliteException broken)
        {
            throw new StorageException($"{path}: not a readable SQLite database ({broken.Message.TrimEnd('.')}); it was left as it is, restore a backup.", broken);
        }
    }

    private static List<string>? Look(SqliteConnection connection, string path)
    {
        if (Ask(connection, "SELECT name FROM sqlite_master LIMIT 1").Count == 0)
        {
            return null;
        }

        if (Pragma.Read(connection, "application_id") != $"{ApplicationId}")
        {
            throw new StorageException($"{path}: a database of another program; it was left as it is, name another file.");
        }

        if (Ask(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0)
        {
            return null;   // ours, but killed before its first migration began
        }

        var damage = Pragma.Read(connection, "quick_check(1)");
        return damage == "ok"
            ? Ask(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId")
            : throw new StorageException($"{path}: damaged ({damage.ReplaceLineEndings(" ")}); it was left as it is, restore a backup.");
    }

    private static List<string> Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the questions are the constants above
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
        {
            answers.Add(reader.GetString(0));
        }

        return answers;
    }
}
