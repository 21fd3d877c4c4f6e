using Signage.Controller.People;
using Signage.Core.Accounts;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Sessions;

namespace Browser.Tests.Sites;

/// <summary>The people of a site that nobody has claimed, and that nobody will: it takes no account.</summary>
internal sealed class NobodyYet : IAccountBook, ISessionShelf
{
    private static readonly AccountAnswer No = new AccountAnswer.Refused("nobody comes in here");

    /// <summary>Such people, with a folder of keys.</summary>
    public static SitePeople Of(string keys)
    {
        var nobody = new NobodyYet();
        return new SitePeople(nobody, nobody, new ClaimScreen(), new PeopleDoor(), new SiteAccountsSettings("test", keys));
    }

    public ValueTask<Account?> FindAsync(string id, CancellationToken cancellationToken) => ValueTask.FromResult<Account?>(null);

    public ValueTask<Account?> FindByLoginAsync(LoginName login, CancellationToken cancellationToken) => ValueTask.FromResult<Account?>(null);

    public ValueTask<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Account>>([]);

    public ValueTask<bool> AnyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public Task<AccountAnswer> AddFirstAsync(Account account, AccountDeed deed, CancellationToken cancellationToken) => Task.FromResult(No);

    public Task<AccountAnswer> AddAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken) => Task.FromResult(No);

    public Task<AccountAnswer> ChangeAsync(Account account, AccountDeed deed, PeopleRule? rule, CancellationToken cancellationToken) => Task.FromResult(No);

    public Task<bool> NoteAsync(AccountDeed deed, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IReadOnlyList<Session>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Session>>([]);

    public Task PutAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => Task.CompletedTask;
}
