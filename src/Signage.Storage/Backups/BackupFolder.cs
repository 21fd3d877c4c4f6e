using System.Globalization;

namespace Signage.Storage.Backups;

/// <summary>The folder <c>backups</c> beside a site's database, and the names in it: database, instant, why it was made.</summary>
internal static class BackupFolder
{
    /// <summary>Made as a routine.</summary>
    public const string Automatic = "auto";

    /// <summary>Made before the tables change their shape.</summary>
    public const string Migration = "migration";

    /// <summary>How many of those made before a migration are kept.</summary>
    public const int KeptMigrations = 3;

    private const string Ending = "bak";
    private const string Stamp = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>The folder.</summary>
    public static string Of(string database) => Path.Combine(Path.GetDirectoryName(database)!, "backups");

    /// <summary>A name for a new one that no file has; makes the folder.</summary>
    public static string NewName(string database, string kind, DateTimeOffset now)
    {
        var folder = Directory.CreateDirectory(Of(database)).FullName;
        while (true)
        {
            var stamp = now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
            var name = Path.Combine(folder, $"{Path.GetFileName(database)}.{stamp}.{kind}.{Ending}");
            if (!File.Exists(name))
            {
                return name;
            }

            now += TimeSpan.FromMilliseconds(1);   // two within a millisecond; the name only has to be new, the time stands inside
        }
    }

    /// <summary>Those of a kind, or all, by the instant in their name, oldest first.</summary>
    public static IReadOnlyList<string> All(string database, string kind = "*") => !Directory.Exists(Of(database)) ? [] :
        [.. Directory.EnumerateFiles(Of(database), $"{Path.GetFileName(database)}.*.{kind}.{Ending}").Order(StringComparer.Ordinal)];

    /// <summary>The instant in the name of the newest automatic one; null when there is none, or when the disk does not say.</summary>
    public static DateTimeOffset? Newest(string database)
    {
        try
        {
            return All(database, Automatic) is [.., var newest] && DateTimeOffset.TryParseExact(
                Path.GetFileName(newest)[$"{Path.GetFileName(database)}.".Length..].Split('.')[0], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made) ? made : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes the oldest of a kind, but never the newest made, whatever the clock said when it was.</summary>
    public static void Prune(string database, string kind, int kept, string newest)
    {
        foreach (var old in All(database, kind).Where(path => path != newest).SkipLast(kept - 1))
        {
            File.Delete(old);
            File.Delete(BackupProof.DigestFile(old));
        }
    }
}
