using Signage.Core.Accounts;

namespace Signage.Web.Accounts;

/// <summary>
/// Where the accounts of a site are: what the pages ask of their host. Safe to use from many threads. Answers are values, a disk that refuses included; what the host throws beyond them is a fault of the
/// machine. Looking is asked for at every request, also by strangers, so that a host answers it from memory.
/// </summary>
public interface IAccountBook
{
    /// <summary>The account of an id; null when there is none.</summary>
    ValueTask<Account?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The account whose login name has the same <see cref="LoginName.Key"/>; null when there is none.</summary>
    ValueTask<Account?> FindByLoginAsync(LoginName login, CancellationToken cancellationToken);

    /// <summary>All accounts, those of people who have left included, in the order in which they came; at most <see cref="PeopleRules.MostAccounts"/>.</summary>
    ValueTask<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Whether there is an account at all.</summary>
    ValueTask<bool> AnyAsync(CancellationToken cancellationToken);

    /// <summary>Takes the first account of all, and no other: of two at once one is refused.</summary>
    /// <param name="account">The account; its <see cref="Account.Version"/> does not count.</param>
    /// <param name="deed">Who does it, for the audit, in the same transaction.</param>
    /// <param name="cancellationToken">Gives up before the writing has begun.</param>
    /// <returns><see cref="AccountAnswer.Stored"/> with version 1, <see cref="AccountAnswer.Refused"/> or <see cref="AccountAnswer.Busy"/>.</returns>
    Task<AccountAnswer> AddFirstAsync(Account account, AccountDeed deed, CancellationToken cancellationToken);

    /// <summary>Takes one more account.</summary>
    /// <param name="account">The account; its <see cref="Account.Version"/> does not count.</param>
    /// <param name="deed">Who does it, for the audit, in the same transaction.</param>
    /// <param name="rule">What has to be so, asked inside the transaction; null for nothing.</param>
    /// <param name="cancellationToken">Gives up before the writing has begun.</param>
    /// <returns>
    /// <see cref="AccountAnswer.Stored"/> with version 1, <see cref="AccountAnswer.Busy"/>, or <see cref="AccountAnswer.Refused"/>: the rule says no, the id is taken, another account has the same
    /// <see cref="LoginName.Key"/>, or there are <see cref="PeopleRules.MostAccounts"/>.
    /// </returns>
    Task<AccountAnswer> AddAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken);

    /// <summary>Replaces an account whole, when nobody else has changed it since it was read.</summary>
    /// <param name="account">The account as it is to be, with the <see cref="Account.Version"/> that was read. Its id and login name never change.</param>
    /// <param name="deed">Who does it, for the audit, in the same transaction.</param>
    /// <param name="rule">What has to be so, asked inside the transaction once the version is the one that was read; null for nothing.</param>
    /// <param name="cancellationToken">Gives up before the writing has begun.</param>
    /// <returns>
    /// <see cref="AccountAnswer.Stored"/> with the next version, <see cref="AccountAnswer.Stale"/>, <see cref="AccountAnswer.Busy"/>, or <see cref="AccountAnswer.Refused"/>: the rule says no, there is no such
    /// account, or its name would change.
    /// </returns>
    Task<AccountAnswer> ChangeAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken);

    /// <summary>Writes a deed into the audit that changes no account, such as tries with a name that nobody has. Never asked for while somebody waits for an answer.</summary>
    /// <returns>False when the disk does not take it now.</returns>
    Task<bool> NoteAsync(AccountDeed deed, CancellationToken cancellationToken);
}
