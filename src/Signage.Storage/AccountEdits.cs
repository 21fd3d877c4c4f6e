using Signage.Core.Accounts;
using Signage.Storage.Auditing;
using Signage.Storage.Database;
using Signage.Storage.Writing;

namespace Signage.Storage;

/// <summary>
/// What is changed in the accounts of a site. A change and its entry in the audit are one transaction: neither is ever there without the other. Who did it stands in the deed.
/// </summary>
public sealed class AccountEdits
{
    private readonly SiteWriter _writer;

    internal AccountEdits(SiteWriter writer) => _writer = writer;

    /// <summary>Adds the first account of all; refused when there is one.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<AccountOutcome> AddFirstAsync(Account account, AccountDeed deed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync((context, token) => SiteAccounts.AddFirstAsync(context, account, token), deed, cancellationToken);
    }

    /// <summary>Adds one more; refused when its id or a name that looks like its own is taken, the rule says no, or there are too many.</summary>
    /// <param name="account">The account; its version does not count.</param>
    /// <param name="deed">Who does it.</param>
    /// <param name="rule">Asked inside the transaction; null for none.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<AccountOutcome> AddAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync((context, token) => SiteAccounts.AddAsync(context, account, rule, token), deed, cancellationToken);
    }

    /// <summary>Replaces one whole; stale when its version is not the one that is there, refused when there is none, its login name would change, or the rule says no.</summary>
    /// <param name="account">The account as it is to be, with the version that was read.</param>
    /// <param name="deed">Who does it.</param>
    /// <param name="rule">Asked inside the transaction; null for none.</param>
    /// <param name="cancellationToken">Gives up; nothing was changed then.</param>
    /// <exception cref="StorageException">The disk refuses; nothing was changed.</exception>
    public Task<AccountOutcome> ChangeAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync((context, token) => SiteAccounts.ChangeAsync(context, account, rule, token), deed, cancellationToken);
    }

    /// <summary>Writes down a deed that changes no account.</summary>
    /// <exception cref="StorageException">The disk refuses; nothing was written.</exception>
    public Task NoteAsync(AccountDeed deed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deed);
        return _writer.WriteAsync(static (_, _) => Task.FromResult<StoreAnswer>(new StoreAnswer.Stored()), [AuditTable.Name], () => AccountNotes.Of(deed), cancellationToken);
    }

    private Task<AccountOutcome> WriteAsync(Func<SiteDbContext, CancellationToken, Task<AccountOutcome>> write, AccountDeed deed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deed);
        return _writer.WriteAsync(
            write,
            outcome => outcome.IsStored,
            [SiteAccounts.Table],
            outcome => AccountNotes.Of(deed, outcome.Before, ((AccountAnswer.Stored)outcome.Answer).Account),
            cancellationToken);
    }
}
