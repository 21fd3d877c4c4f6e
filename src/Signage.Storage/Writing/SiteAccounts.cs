using Microsoft.EntityFrameworkCore;
using Signage.Core.Accounts;
using Signage.Core.Text;
using Signage.Storage.Database;
using Signage.Storage.Mapping;

namespace Signage.Storage.Writing;

/// <summary>Accounts of a site, each change inside a transaction that somebody else holds. None is ever taken away, so that the place of each is one more than how many came before.</summary>
internal static class SiteAccounts
{
    /// <summary>Their table.</summary>
    public const string Table = "accounts";

    /// <summary>All accounts, in the order in which they came.</summary>
    public static async Task<IReadOnlyList<Account>> AllAsync(SiteDbContext context, CancellationToken cancellationToken)
    {
        var rows = await context.Accounts.AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellationToken).ConfigureAwait(false);
        return Array.AsReadOnly([.. rows.Select(row => row.ToAccount())]);
    }

    /// <summary>Adds the first account of all.</summary>
    public static async Task<AccountOutcome> AddFirstAsync(SiteDbContext context, Account account, CancellationToken cancellationToken)
    {
        var all = await AllAsync(context, cancellationToken).ConfigureAwait(false);
        return all.Count == 0 ? Add(context, all, account) : Refused(all, Words.AccountNotFirst);
    }

    /// <summary>Adds one more.</summary>
    public static async Task<AccountOutcome> AddAsync(SiteDbContext context, Account account, PeopleRule? rule, CancellationToken cancellationToken)
    {
        var all = await AllAsync(context, cancellationToken).ConfigureAwait(false);
        return Against(all, account, rule) is { } reason ? Refused(all, reason) : Add(context, all, account);
    }

    /// <summary>Replaces one whole, when it is the one that was read.</summary>
    public static async Task<AccountOutcome> ChangeAsync(SiteDbContext context, Account account, PeopleRule? rule, CancellationToken cancellationToken)
    {
        var all = await AllAsync(context, cancellationToken).ConfigureAwait(false);
        var before = all.FirstOrDefault(one => one.Id == account.Id);
        return before is null ? Refused(all, Words.AccountUnknown.With(account.Id))
            : before.Login != account.Login ? Refused(all, Words.AccountNamedAnew.With(before.Login))
            : before.Version != account.Version ? new AccountOutcome(new AccountAnswer.Stale(), all)
            : rule?.Invoke(all) is { } reason ? Refused(all, reason)
            : Replace(context, all, before, account);
    }

    private static string? Against(IReadOnlyList<Account> all, Account account, PeopleRule? rule) =>
        all.Any(one => one.Id == account.Id) ? Words.AccountIdTaken.With(account.Id)
        : all.FirstOrDefault(one => one.Login.Key == account.Login.Key) is { } taken ? Words.AccountLoginTaken.With(taken.Login)
        : rule?.Invoke(all) is { } reason ? reason
        : all.Count >= PeopleRules.MostAccounts ? Words.AccountsTooMany.With(PeopleRules.MostAccounts)
        : null;

    private static AccountOutcome Add(SiteDbContext context, IReadOnlyList<Account> all, Account account)
    {
        var added = context.Add((account with { Version = 1 }).ToRow(all.Count + 1)).Entity.ToAccount();
        return new AccountOutcome(new AccountAnswer.Stored(added), Array.AsReadOnly([.. all, added]));
    }

    private static AccountOutcome Replace(SiteDbContext context, IReadOnlyList<Account> all, Account before, Account account)
    {
        var at = all.TakeWhile(one => one != before).Count();
        var changed = context.Update((account with { Version = before.Version + 1 }).ToRow(at + 1)).Entity.ToAccount();
        return new AccountOutcome(new AccountAnswer.Stored(changed), Array.AsReadOnly([.. all.Take(at), changed, .. all.Skip(at + 1)])) { Before = before };
    }

    private static AccountOutcome Refused(IReadOnlyList<Account> all, string reason) => new(new AccountAnswer.Refused(reason), all);
}
