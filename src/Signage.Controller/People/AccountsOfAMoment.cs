using Signage.Core.Accounts;

namespace Signage.Controller.People;

/// <summary>Everybody of a site as of one moment, to be looked at without a wait. Immutable.</summary>
internal sealed class AccountsOfAMoment
{
    private readonly Dictionary<string, Account> _byId;
    private readonly Dictionary<string, Account> _byLogin;
    private readonly long _writings;

    /// <summary>Of all accounts, in the order in which they came.</summary>
    public AccountsOfAMoment(IReadOnlyList<Account> all)
    {
        All = all;
        _byId = all.ToDictionary(account => account.Id, StringComparer.Ordinal);
        _byLogin = all.ToDictionary(account => account.Login.Key, StringComparer.Ordinal);
        _writings = all.Sum(account => account.Version);   // no account is ever taken away, and each writing adds one to one of them
    }

    /// <summary>All, in the order in which they came.</summary>
    public IReadOnlyList<Account> All { get; }

    /// <summary>The account of an id; null when there is none.</summary>
    public Account? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The account whose login name has the same key; null when there is none.</summary>
    public Account? Find(LoginName login) => _byLogin.GetValueOrDefault(login.Key);

    /// <summary>Whether it knows of writings that another does not.</summary>
    public bool IsNewerThan(AccountsOfAMoment other) => _writings > other._writings;
}
