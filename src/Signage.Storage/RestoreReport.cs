namespace Signage.Storage;

/// <summary>What came of restoring a backup by hand.</summary>
/// <param name="Backup">The backup that now stands in the place of the database.</param>
/// <param name="KeptAside">The database that was replaced; null when there was none.</param>
/// <param name="LostEdits">
/// How many edits of people (panels, slots, slogans, approvals, an import) came after the backup and are gone; 0 as well when nothing is known of them. What the
/// site itself writes down of its panels is none.
/// </param>
public sealed record RestoreReport(BackupInfo Backup, string? KeptAside, long LostEdits);
