using Microsoft.Extensions.Logging;
using Signage.Controller.Health;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Planning;

/// <summary>
/// Whenever its bell rings, which is once a day and when a day was missed: looks at the whole database, and makes a backup of it when it is whole. Damage ends the site, because what is damaged
/// must not be lit; the next start restores the newest backup that proves whole. Also looks ahead for days that are not sure.
/// </summary>
/// <param name="store">The memory of the site.</param>
/// <param name="bell">Rung when it is time.</param>
/// <param name="notices">Looks ahead for holidays of which nothing is known yet.</param>
/// <param name="pulse">Its heartbeat.</param>
/// <param name="log">Tells a technician.</param>
public sealed partial class DailyCare(SiteStore store, Bell bell, NoticeWatch notices, Pulse pulse, ILogger log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Waits for the bell, time after time, until told to stop.</summary>
    /// <exception cref="StorageException">The database is damaged.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await bell.WaitAsync(cancellationToken).ConfigureAwait(false);
            using (pulse.Doing(Longest))
            {
                notices.Tell();
                if (await DamageAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } damage)
                {
                    throw new StorageException(Words.DatabaseDamaged.With(string.Join("; ", damage)));
                }
            }
        }
    }

    /// <summary>What is damaged; a database that is whole is backed up. A full or busy disk is no damage: the panels go on, and the next bell tries again.</summary>
    private async Task<IReadOnlyList<string>> DamageAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await store.CheckAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } damage)
            {
                return damage;
            }

            var made = await store.BackupAsync(cancellationToken).ConfigureAwait(false);
            Log.Made(log, made.Path, made.Bytes);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // The disk, or anything else: a backup that is not made today must not darken a panel.
            Log.NotMade(log, refused.Message);
        }

        return [];
    }

    private static partial class Log
    {
        [LoggerMessage(3005, LogLevel.Information, "the database is whole; backed up to {Path}, {Bytes} bytes")]
        public static partial void Made(ILogger logger, string path, long bytes);

        [LoggerMessage(3006, LogLevel.Error, "no backup today: {Reason}")]
        public static partial void NotMade(ILogger logger, string reason);
    }
}
