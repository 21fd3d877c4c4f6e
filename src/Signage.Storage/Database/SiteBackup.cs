using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Signage.Storage.Database;

/// <summary>A whole copy of a site's database beside it, made before its tables change. The three newest are kept.</summary>
internal static class SiteBackup
{
    /// <summary>How many copies are kept.</summary>
    public const int Kept = 3;

    /// <summary>Makes a copy, the content of the write-ahead log included, and removes the oldest ones.</summary>
    /// <returns>The path of the copy.</returns>
    public static string Make(string path, DateTimeOffset now)
    {
        var target = string.Create(CultureInfo.InvariantCulture, $"{path}.{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}.bak");
        var unfinished = $"{target}.part";
        File.Delete(unfinished);
        using (var from = new SqliteConnection(SiteConnections.ReadOnly(path)))
        using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
            Pragma.Set(to, "journal_mode=DELETE");   // one file, complete in itself, whoever copies it where
        }

        File.Move(unfinished, target, overwrite: true);   // only a whole copy carries the name of one
        foreach (var old in All(path).SkipLast(Kept))
        {
            File.Delete(old);
        }

        return target;
    }

    /// <summary>The copies beside a database, oldest first.</summary>
    public static IReadOnlyList<string> All(string path) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*.bak").Order(StringComparer.Ordinal)];
}
