using Signage.Disks;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Signage.Storage.Auditing;
using Signage.Storage.Database;
using Signage.Storage.Proofs;

namespace Signage.Storage.Recovery;

/// <summary>
/// Puts a proven backup in the place of a database whose owner holds its lock, so that a power cut at any instant leaves either the old database or
/// a replacement that the next opening finishes. The decision is one rename, of the complete new file to a name that also says how the old one will
/// be called; everything after it can be done again.
/// <code>
/// copy ── site.db.restoring ──rename──► site.db.restore-damaged-TIME      decided
///         site.db (and its log) ──rename──► site.db.damaged-TIME           kept aside
///         site.db.restore-damaged-TIME ──rename──► site.db                 done
/// </code>
/// </summary>
internal static class Replacement
{
    /// <summary>The old database is kept because it is damaged.</summary>
    public const string Damaged = "damaged";

    /// <summary>The old database is kept because a person replaced it.</summary>
    public const string Replaced = "replaced";

    // Enough to look into what happened; a disk that damages files again and again must not fill itself with them.
    private const int KeptAside = 5;

    /// <summary>Decides for a backup.</summary>
    /// <param name="database">The database.</param>
    /// <param name="backup">A proven backup.</param>
    /// <param name="kind"><see cref="Damaged"/> or <see cref="Replaced"/>.</param>
    /// <param name="number">The number of its last writing from now on; greater than any that was acknowledged, so that later backups are newer than earlier ones.</param>
    /// <param name="now">Stands in the name of the old database.</param>
    public static void Decide(string database, string backup, string kind, long number, DateTimeOffset now)
    {
        var copy = $"{database}.restoring";
        File.Delete($"{copy}-journal");   // of a copy that a power cut interrupted; it must not be played into this one
        DurableFiles.Copy(backup, copy);
        using (var connection = new SqliteConnection(SiteConnections.Alone(copy)))
        {
            connection.Open();
            Pragma.Set(connection, "synchronous=FULL");
            Ledger.Write(connection, number);
            Tell(connection, kind, backup, now);
        }

        DurableFiles.Sync(copy);
        var stamp = Stamp(now);
        while (File.Exists($"{database}.{kind}-{stamp}"))
        {
            stamp = Stamp(now += TimeSpan.FromMilliseconds(1));   // a clock that stands still must not overwrite what was kept
        }

        DurableFiles.Rename(copy, $"{database}.restore-{kind}-{stamp}");
    }

    /// <summary>Does what was decided, however much of it was done before.</summary>
    /// <returns>Whether anything had been decided, and where the old database is; null when there was none.</returns>
    public static (bool Done, string? Aside) Finish(string database)
    {
        var folder = Path.GetDirectoryName(database)!;
        var name = Path.GetFileName(database);
        if (Directory.EnumerateFiles(folder, $"{name}.restore-*").Order(StringComparer.Ordinal).LastOrDefault() is not { } decided)
        {
            return (false, null);
        }

        var aside = Path.Combine(folder, Path.GetFileName(decided).Replace($"{name}.restore-", $"{name}.", StringComparison.Ordinal));
        Move(database, aside);
        Move($"{database}-wal", $"{aside}-wal");
        Move($"{database}-journal", $"{aside}-journal");
        File.Delete($"{database}-shm");
        DiskSync.FlushNames(folder);   // a log of the old database beside the new one would be taken for its own
        DurableFiles.Rename(decided, database);
        Prune(folder, name);
        return (true, File.Exists(aside) ? aside : null);
    }

    // What came after the backup is gone from the audit too; that it is must not go unsaid.
    private static void Tell(SqliteConnection connection, string kind, string backup, DateTimeOffset now)
    {
        if (AuditTable.IsThere(connection))
        {
            var taken = Ledger.TakenAt(connection)?.ToString("O", CultureInfo.InvariantCulture);
            AuditTable.Append(connection, new AuditNote(Actor.Site, "site.restore", Path.GetFileName(backup), [("because", kind), ("taken", taken)]).At(now));
        }
    }

    private static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);

    private static void Prune(string folder, string name)
    {
        var asides = Directory.EnumerateFiles(folder, $"{name}.{Damaged}-*").Select(path => (Path: path, Instant: Instant(path, Damaged)))
            .Concat(Directory.EnumerateFiles(folder, $"{name}.{Replaced}-*").Select(path => (Path: path, Instant: Instant(path, Replaced))));
        foreach (var old in asides.GroupBy(file => file.Instant).OrderByDescending(group => group.Key, StringComparer.Ordinal).Skip(KeptAside).SelectMany(group => group))
        {
            File.Delete(old.Path);
        }

        // A database and its log have the same instant in their names.
        string Instant(string path, string kind) => Path.GetFileName(path)[$"{name}.{kind}-".Length..].Split('-')[0];
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to, overwrite: true);
        }
    }
}
