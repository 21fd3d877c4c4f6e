using Microsoft.Extensions.Logging;
using Signage.Core.Accounts;
using Signage.Core.Text;
using Signage.Storage;
using Signage.Web.Accounts;

namespace Signage.Controller.People;

/// <summary>
/// The accounts of a site: kept in its store, and looked at in memory. What a look finds is never older than any writing that was answered before it, whichever of two writings is heard of first.
/// Thread-safe.
/// </summary>
internal sealed partial class AccountBook : IAccountBook
{
    private readonly SiteStore _store;
    private readonly ILogger _log;
    private readonly NewestAccounts _newest;

    private AccountBook(SiteStore store, IReadOnlyList<Account> all, ILogger log) => (_store, _newest, _log) = (store, new NewestAccounts(all), log);

    /// <summary>Reads all accounts.</summary>
    /// <param name="store">Where they are kept; it stays the caller's, and outlives the book.</param>
    /// <param name="log">Tells a technician why the disk refused.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageException">The disk refuses.</exception>
    public static async Task<AccountBook> OpenAsync(SiteStore store, ILogger log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new AccountBook(store, await store.ReadAccountsAsync(cancellationToken).ConfigureAwait(false), log);
    }

    /// <summary>The account of an id, from memory; null when there is none.</summary>
    public Account? Find(string id) => _newest.Now.Find(id);

    /// <inheritdoc />
    public ValueTask<Account?> FindAsync(string id, CancellationToken cancellationToken) => ValueTask.FromResult(Find(id));

    /// <inheritdoc />
    public ValueTask<Account?> FindByLoginAsync(LoginName login, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(login);
        return ValueTask.FromResult(_newest.Now.Find(login));
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_newest.Now.All);

    /// <inheritdoc />
    public ValueTask<bool> AnyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_newest.Now.All.Count > 0);

    /// <inheritdoc />
    public Task<AccountAnswer> AddFirstAsync(Account account, AccountDeed deed, CancellationToken cancellationToken) =>
        WriteAsync(deed, () => _store.Accounts.AddFirstAsync(account, deed, cancellationToken));

    /// <inheritdoc />
    public Task<AccountAnswer> AddAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken) =>
        WriteAsync(deed, () => _store.Accounts.AddAsync(account, deed, rule, cancellationToken));

    /// <inheritdoc />
    public Task<AccountAnswer> ChangeAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken) =>
        WriteAsync(deed, () => _store.Accounts.ChangeAsync(account, deed, rule, cancellationToken));

    /// <inheritdoc />
    public async Task<bool> NoteAsync(AccountDeed deed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deed);
        try
        {
            await _store.Accounts.NoteAsync(deed, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StorageException refused)
        {
            Log.NotNoted(_log, deed.Action, refused.Message);
            return false;
        }
    }

    private async Task<AccountAnswer> WriteAsync(AccountDeed deed, Func<Task<AccountOutcome>> write)
    {
        ArgumentNullException.ThrowIfNull(deed);
        try
        {
            var outcome = await write().ConfigureAwait(false);
            _newest.Learn(outcome.All);   // of what is refused or stale too: a writing that the disk took although it said no shows there
            return outcome.Answer;
        }
        catch (StorageException refused)
        {
            // Whoever is told may be a stranger, who is not to learn where the database lies.
            Log.NotWritten(_log, deed.Action, refused.Message);
            return new AccountAnswer.Busy(Words.AccountsBusy);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3801, LogLevel.Error, "{Action} was not written, and whoever asked was told to try again: {Reason}")]
        public static partial void NotWritten(ILogger logger, string action, string reason);

        [LoggerMessage(3802, LogLevel.Error, "{Action} is not in the audit yet; it is tried again: {Reason}")]
        public static partial void NotNoted(ILogger logger, string action, string reason);
    }
}
