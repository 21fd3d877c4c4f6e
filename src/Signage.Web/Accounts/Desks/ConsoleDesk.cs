using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Desks;

/// <summary>
/// What whoever stands at the machine may do with accounts, when nobody at the pages can: the last resort of a site whose only manager has lost everything. The host gives it to nobody but the owner of the
/// machine, by its control socket, and shows the code where that person asked. Thread-safe.
/// </summary>
public sealed class ConsoleDesk
{
    private readonly IAccountBook _book;
    private readonly SessionBook _sessions;
    private readonly SiteAccountsSettings _settings;
    private readonly AccountClock _clock;

    internal ConsoleDesk(IAccountBook book, SessionBook sessions, SiteAccountsSettings settings, AccountClock clock) => (_book, _sessions, _settings, _clock) = (book, sessions, settings, clock);

    /// <summary>Gives a person another code to set a password with; the duties stay. Nothing of before opens the account any more.</summary>
    /// <param name="login">The login name.</param>
    /// <param name="cancellationToken">Gives up before the writing has begun.</param>
    /// <returns>The code, or why there is none, in a line for a person.</returns>
    public async Task<(string? Code, string? Problem)> InviteAgainAsync(string login, CancellationToken cancellationToken)
    {
        if (await FindAsync(login, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return (null, Words.NoSuchPerson);
        }

        var (invitation, code) = NewAccount.Invite(before.Id, _clock.Now);
        var after = PeopleRules.InvitedAgain(before, by: null, invitation, NewAccount.NewStamp());
        if (DeskAnswer.Of(await _book.ChangeAsync(after, AccountDeed.ByConsole(AccountDeed.InviteAgain), null, cancellationToken).ConfigureAwait(false)) is DeskAnswer.Refused(var reason))
        {
            return (null, reason);
        }

        await _sessions.EndAllAsync(before.Id).ConfigureAwait(false);
        return (code, null);
    }

    /// <summary>Gives a person these duties and no others, also those that a manager who has invited the person again may not give.</summary>
    /// <param name="login">The login name.</param>
    /// <param name="duties">The duties.</param>
    /// <param name="cancellationToken">Gives up before the writing has begun.</param>
    /// <returns>Why not, in a line for a person; null when it is done.</returns>
    public async Task<string?> GiveDutiesAsync(string login, Duty duties, CancellationToken cancellationToken)
    {
        if (await FindAsync(login, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return Words.NoSuchPerson;
        }

        var after = before with { Duties = duties, InvitedAgainBy = null };
        return PeopleRules.Objection(duties, _settings.Mode)
            ?? (DeskAnswer.Of(await _book.ChangeAsync(after, AccountDeed.ByConsole(AccountDeed.Duties), null, cancellationToken).ConfigureAwait(false)) as DeskAnswer.Refused)?.Reason;
    }

    private async Task<Account?> FindAsync(string login, CancellationToken cancellationToken) =>
        LoginName.Read(login) is LoginNameAnswer.Named(var named) && await _book.FindByLoginAsync(named, cancellationToken).ConfigureAwait(false) is { Standing: PersonStanding.Active } account ? account : null;
}
