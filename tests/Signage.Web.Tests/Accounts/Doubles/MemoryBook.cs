using Signage.Core.Accounts;
using Signage.Web.Accounts;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>An account book that keeps everything its contract asks for, in memory, and remembers the deeds as an audit would.</summary>
internal sealed class MemoryBook : IAccountBook
{
    private readonly Lock _lock = new();
    private readonly List<Account> _accounts = [];
    private readonly List<(AccountDeed Deed, Account? Account)> _deeds = [];

    public IReadOnlyList<(AccountDeed Deed, Account? Account)> Deeds
    {
        get
        {
            lock (_lock)
            {
                return [.. _deeds];
            }
        }
    }

    public ValueTask<Account?> FindAsync(string id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_accounts.Find(account => account.Id == id));
        }
    }

    public ValueTask<Account?> FindByLoginAsync(LoginName login, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_accounts.Find(account => account.Login.Key == login.Key));
        }
    }

    public ValueTask<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<Account>>([.. _accounts]);
        }
    }

    public Task<AccountAnswer> AddFirstAsync(Account account, AccountDeed deed, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_accounts.Count == 0 ? Add(account, deed) : (AccountAnswer)new AccountAnswer.Refused("已经有账号"));
        }
    }

    public Task<AccountAnswer> AddAsync(Account account, AccountDeed deed, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_accounts.Exists(one => one.Id == account.Id || one.Login.Key == account.Login.Key) ? (AccountAnswer)new AccountAnswer.Refused("已经有人用了") : Add(account, deed));
        }
    }

    public Task<AccountAnswer> ChangeAsync(Account account, AccountDeed deed, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var at = _accounts.FindIndex(one => one.Id == account.Id);
            if (at < 0 || _accounts[at].Login != account.Login)
            {
                return Task.FromResult<AccountAnswer>(new AccountAnswer.Refused("没有这个账号"));
            }

            if (_accounts[at].Version != account.Version)
            {
                return Task.FromResult<AccountAnswer>(new AccountAnswer.Stale());
            }

            _accounts[at] = account with { Version = account.Version + 1 };
            _deeds.Add((deed, _accounts[at]));
            return Task.FromResult<AccountAnswer>(new AccountAnswer.Stored(_accounts[at]));
        }
    }

    public Task NoteAsync(AccountDeed deed, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _deeds.Add((deed, null));
            return Task.CompletedTask;
        }
    }

    private AccountAnswer.Stored Add(Account account, AccountDeed deed)
    {
        _accounts.Add(account with { Version = 1 });
        _deeds.Add((deed, _accounts[^1]));
        return new AccountAnswer.Stored(_accounts[^1]);
    }
}
