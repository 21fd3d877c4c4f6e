namespace Signage.Storage;

/// <summary>How a site's database is looked after. Immutable.</summary>
public sealed record StoreOptions
{
    /// <summary>What is done when the database turns out to be damaged or gone at opening. <see cref="DamagePolicy.RestoreNewest"/> unless set.</summary>
    public DamagePolicy WhenDamaged { get; init; } = DamagePolicy.RestoreNewest;

    /// <summary>How many automatic backups are kept, 1 or more; 14 unless set.</summary>
    public int KeptBackups { get; init; } = 14;

    /// <summary>
    /// How long a writing waits for its turn, and then once more for a foreign program that holds the database, before it fails with a
    /// <see cref="StorageException"/> that is <see cref="StorageException.Retryable"/>. 10 seconds unless set.
    /// </summary>
    public TimeSpan BusyLimit { get; init; } = TimeSpan.FromSeconds(10);
}
