using System.Globalization;
using Signage.Core.Text;

namespace Signage.Storage;

/// <summary>What opening a site's database came to. Whoever opens it tells a person when <see cref="IsAlarming"/>.</summary>
public abstract record OpeningReport
{
    private OpeningReport()
    {
    }

    /// <summary>How many acknowledged writings are no longer in the database; 0 when all are, or when the count itself was lost.</summary>
    public long LostWritings { get; init; }

    /// <summary>True when something may be lost and a person should look.</summary>
    public bool IsAlarming => LostWritings > 0 || this is Restored;

    /// <summary>The report in one line for a person.</summary>
    public string Line => LostWritings > 0 ? $"{Told} {Words.WritingsLost.With(LostWritings)}" : Told;

    private protected abstract string Told { get; }

    /// <summary>There was no database, or an empty file: a new site.</summary>
    public sealed record Fresh : OpeningReport
    {
        private protected override string Told => Words.OpenedFresh;
    }

    /// <summary>It was there, whole, and of this version.</summary>
    public sealed record Opened : OpeningReport
    {
        private protected override string Told => Words.OpenedWhole;
    }

    /// <summary>It was whole and older: brought up to date after a backup.</summary>
    /// <param name="Backup">The backup of it as it was.</param>
    public sealed record Migrated(BackupInfo Backup) : OpeningReport
    {
        private protected override string Told => Words.OpenedMigrated.With(Backup.Path);
    }

    /// <summary>It was damaged or gone, and a backup stands in its place. What was written after the backup is gone.</summary>
    /// <param name="TakenAt">When the backup was taken; everything later may be lost.</param>
    /// <param name="Backup">The backup's file; null when a restoration was finished that a power cut had interrupted.</param>
    /// <param name="Because">What was wrong with the database.</param>
    /// <param name="KeptAside">The damaged file; null when there was none.</param>
    public sealed record Restored(DateTimeOffset TakenAt, string? Backup, string Because, string? KeptAside) : OpeningReport
    {
        private protected override string Told => Words.OpenedRestored.With(Backup ?? "-", TakenAt.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture), Because, KeptAside ?? "-");
    }
}
