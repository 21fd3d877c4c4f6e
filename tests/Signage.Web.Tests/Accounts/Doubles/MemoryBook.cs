using Signage.Core.Accounts;
using Signage.Web.Accounts;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>
/// An account book that keeps everything its contract asks for, in memory, and remembers the deeds as an audit would. Whoever asks gives way to others before it is answered, as with a disk, so that what is done
/// at once is done in any order.
/// </summary>
internal sealed class MemoryBook : IAccountBook
{
    private readonly Lock _lock = new();
    private readonly List<Account> _accounts = [];
    private readonly List<(AccountDeed Deed, Account? Account)> _deeds = [];
    private int _reads;
    private volatile bool _refuses;

    /// <summary>How often an account was looked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Whether the disk is full.</summary>
    public bool Refuses
    {
        get => _refuses;
        set => _refuses = value;
    }

    /// <summary>Whether a note is a fault of the machine.</summary>
    public bool Breaks { get; set; }

    /// <summary>What happens before an account is changed, such as that another is.</summary>
    public Func<Account, Task>? BeforeChange { get; set; }

    /// <summary>What happens before all accounts are read, once.</summary>
    public Func<Task>? BeforeAll { get; set; }

    public IReadOnlyList<(AccountDeed Deed, Account? Account)> Deeds => Within(() => _deeds.ToArray());

    public ValueTask<Account?> FindAsync(string id, CancellationToken cancellationToken) => ReadAsync(() => _accounts.Find(account => account.Id == id));

    public ValueTask<Account?> FindByLoginAsync(LoginName login, CancellationToken cancellationToken) => ReadAsync(() => _accounts.Find(account => account.Login.Key == login.Key));

    public async ValueTask<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken)
    {
        var before = BeforeAll;
        BeforeAll = null;
        await (before?.Invoke() ?? Task.CompletedTask);
        return await ReadAsync<IReadOnlyList<Account>>(() => [.. _accounts]);
    }

    public ValueTask<bool> AnyAsync(CancellationToken cancellationToken) => ReadAsync(() => _accounts.Count > 0);

    public Task<AccountAnswer> AddFirstAsync(Account account, AccountDeed deed, CancellationToken cancellationToken) =>
        WriteAsync(() => _accounts.Count == 0 ? Add(account, deed) : new AccountAnswer.Refused("已经有账号"));

    public Task<AccountAnswer> AddAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken) => WriteAsync(() =>
        _accounts.Exists(one => one.Id == account.Id || one.Login.Key == account.Login.Key) ? new AccountAnswer.Refused("已经有人用了")
        : rule?.Invoke([.. _accounts]) is { } reason ? new AccountAnswer.Refused(reason)
        : _accounts.Count == PeopleRules.MostAccounts ? new AccountAnswer.Refused("账号太多")
        : Add(account, deed));

    public async Task<AccountAnswer> ChangeAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken)
    {
        await (BeforeChange?.Invoke(account) ?? Task.CompletedTask);
        return await WriteAsync(() =>
        {
            var at = _accounts.FindIndex(one => one.Id == account.Id);
            if (at < 0 || _accounts[at].Login != account.Login)
            {
                return new AccountAnswer.Refused("没有这个账号");
            }

            if (_accounts[at].Version != account.Version)
            {
                return new AccountAnswer.Stale();
            }

            if (rule?.Invoke([.. _accounts]) is { } reason)
            {
                return new AccountAnswer.Refused(reason);
            }

            _accounts[at] = account with { Version = account.Version + 1 };
            _deeds.Add((deed, _accounts[at]));
            return new AccountAnswer.Stored(_accounts[at]);
        });
    }

    public async Task<bool> NoteAsync(AccountDeed deed, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Breaks)
        {
            throw new IOException("the disk is gone");
        }

        return !_refuses && Within(() =>
        {
            _deeds.Add((deed, null));
            return true;
        });
    }

    private AccountAnswer.Stored Add(Account account, AccountDeed deed)
    {
        _accounts.Add(account with { Version = 1 });
        _deeds.Add((deed, _accounts[^1]));
        return new AccountAnswer.Stored(_accounts[^1]);
    }

    private async ValueTask<T> ReadAsync<T>(Func<T> read)
    {
        Interlocked.Increment(ref _reads);
        await Task.Yield();
        return Within(read);
    }

    private async Task<AccountAnswer> WriteAsync(Func<AccountAnswer> write)
    {
        await Task.Yield();
        return _refuses ? new AccountAnswer.Busy("磁盘已满") : Within(write);
    }

    private T Within<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }
}
