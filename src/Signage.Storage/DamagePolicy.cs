namespace Signage.Storage;

/// <summary>What opening does with a database that is damaged, or gone although backups of it are there.</summary>
public enum DamagePolicy
{
    /// <summary>
    /// Puts the newest backup that is proven whole in its place, keeps the damaged file beside it and says what may be lost. Without such a backup
    /// the site does not open, and nothing is lit.
    /// </summary>
    RestoreNewest = 0,

    /// <summary>Refuses to open a damaged database and leaves every byte of it; begins a new site when there is no database.</summary>
    Refuse = 1,
}
