using Microsoft.AspNetCore.Identity;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Desks;

/// <summary>人员: who of a site has which duty, as somebody who manages says. Every change is written under the name of that person, and ends what it takes away at once.</summary>
/// <param name="book">The accounts.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="keeper">Identity.</param>
/// <param name="limits">How often a code may be tried.</param>
/// <param name="turn">The turn of whatever hashes.</param>
/// <param name="settings">How many people stand between a text and a panel.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class PeopleDesk(IAccountBook book, SessionBook sessions, AccountKeeper keeper, LogInLimits limits, LogInTurn turn, SiteAccountsSettings settings, AccountClock clock)
{
    /// <summary>How long a code to set a password with lives.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromHours(72);

    private const int InvitationTries = 5;

    /// <summary>Takes a person in, who then sets a password with the code.</summary>
    /// <returns>The answer, and the code when there is one: it is shown once and kept by nobody.</returns>
    public async Task<(DeskAnswer Answer, string Code)> InviteAsync(Account by, string login, string name, Duty duties, CancellationToken cancellationToken)
    {
        if (LoginName.Read(login) is not LoginNameAnswer.Named(var named))
        {
            return (new DeskAnswer.Refused(((LoginNameAnswer.Refused)LoginName.Read(login)).Reason), "");
        }

        var all = await book.AllAsync(cancellationToken).ConfigureAwait(false);
        if (PeopleRules.ObjectionToNew(all, name.Trim(), duties, settings.Mode) is { } objection)
        {
            return (new DeskAnswer.Refused(objection), "");
        }

        var account = NewAccount.Of(named, name.Trim(), duties);
        var (invitation, code) = NewInvitation(account);
        return (DeskAnswer.Of(await book.AddAsync(account with { Invitation = invitation }, AccountDeed.By(by, AccountDeed.Invite), cancellationToken).ConfigureAwait(false)), code);
    }

    /// <summary>Gives a person another code, because the first was lost or the password or telephone is gone: the old password and one-time code are worth nothing from then on.</summary>
    /// <returns>See <see cref="InviteAsync"/>.</returns>
    public async Task<(DeskAnswer Answer, string Code)> InviteAgainAsync(Account by, string id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { Standing: PersonStanding.Active } account)
        {
            return (new DeskAnswer.Refused(Words.NoSuchPerson), "");
        }

        // A person who manages and could do this to itself would need no telephone.
        if (account.Id == by.Id)
        {
            return (new DeskAnswer.Refused(Words.NotYourself), "");
        }

        var (invitation, code) = NewInvitation(account);
        var changed = account with
        {
            Invitation = invitation,
            PasswordHash = null,
            PasswordSetAt = null,
            CodeSecret = null,
            LastCodeStep = -1,
            RecoveryHashes = [],
            Stamp = NewAccount.NewStamp(),
            FailedCount = 0,
            LockedUntil = null,
        };
        return (await ChangeAsync(changed, AccountDeed.By(by, AccountDeed.InviteAgain), cancellationToken).ConfigureAwait(false), code);
    }

    /// <summary>Gives and takes duties.</summary>
    public Task<DeskAnswer> ChangeDutiesAsync(Account by, string id, Duty duties, CancellationToken cancellationToken) =>
        ChangePersonAsync(by, id, account => account with { Duties = duties }, AccountDeed.Duties, cancellationToken);

    /// <summary>Lets a person leave, come back, or revokes it. Whoever goes is out at once, and no password of that time opens anything again.</summary>
    public Task<DeskAnswer> ChangeStandingAsync(Account by, string id, PersonStanding standing, CancellationToken cancellationToken) =>
        ChangePersonAsync(by, id, account => account with { Standing = standing, Stamp = NewAccount.NewStamp(), Invitation = null }, AccountDeed.Standing, cancellationToken);

    /// <summary>A person comes with the code of an invitation and sets a password.</summary>
    public async Task<DeskAnswer> AcceptAsync(string login, string code, string password, string address, CancellationToken cancellationToken)
    {
        using var mine = limits.Addresses.Take(address) ? await turn.WaitAsync(cancellationToken).ConfigureAwait(false) : null;
        if (mine is null)
        {
            return new DeskAnswer.Refused(Words.TooOften);
        }

        // What is wrong with it is not said: neither whether there is such a person nor whether the code was good once.
        var account = LoginName.Read(login) is LoginNameAnswer.Named(var named) ? await book.FindByLoginAsync(named, cancellationToken).ConfigureAwait(false) : null;
        if (account is not { Standing: PersonStanding.Active, Invitation: { } invitation } || !invitation.IsOpen(clock.Now))
        {
            await book.NoteAsync(AccountDeed.ByVisitor(AccountDeed.WrongInvitation), cancellationToken).ConfigureAwait(false);
            return new DeskAnswer.Refused(Words.InvitationWrong);
        }

        if (!SpokenCode.IsSame(invitation.Hash, SpokenCode.Hash(account.Id, code)))
        {
            var tried = account with { Invitation = invitation with { TriesLeft = invitation.TriesLeft - 1 } };
            await book.ChangeAsync(tried, AccountDeed.ByVisitor(AccountDeed.WrongInvitation), cancellationToken).ConfigureAwait(false);
            return new DeskAnswer.Refused(Words.InvitationWrong);
        }

        var user = new AccountUser(account with { Invitation = null, PasswordSetAt = clock.Now }, AccountDeed.By(account, AccountDeed.Accept));
        return password.Length <= PasswordText.Longest && PasswordText.Of(password) is { Length: > 0 } text
            ? DeskAnswer.Of(await keeper.AddPasswordAsync(user, text).ConfigureAwait(false), user)
            : new DeskAnswer.Refused(Words.PasswordNone);
    }

    private (Invitation Invitation, string Code) NewInvitation(Account account)
    {
        var code = SpokenCode.Create(SpokenCode.Long);
        return (new Invitation(SpokenCode.Hash(account.Id, code), clock.Now + InvitationLife, InvitationTries), code);
    }

    private async Task<DeskAnswer> ChangePersonAsync(Account by, string id, Func<Account, Account> change, string action, CancellationToken cancellationToken)
    {
        // One at a time, and whoever asks is looked at again: of two who take each other's duties at once, one comes too late.
        using var mine = await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (mine is null)
        {
            return new DeskAnswer.Refused(Words.TooOften);
        }

        var all = await book.AllAsync(cancellationToken).ConfigureAwait(false);
        if (all.FirstOrDefault(one => one.Id == id) is not { } before || all.FirstOrDefault(one => one.Id == by.Id) is not { } asks)
        {
            return new DeskAnswer.Refused(Words.NoSuchPerson);
        }

        var after = change(before);
        return PeopleRules.ObjectionToChange(all, asks, before, after.Duties, after.Standing, settings.Mode) is { } objection
            ? new DeskAnswer.Refused(objection)
            : await ChangeAsync(after, AccountDeed.By(by, action), cancellationToken).ConfigureAwait(false);
    }

    private async Task<DeskAnswer> ChangeAsync(Account changed, AccountDeed deed, CancellationToken cancellationToken)
    {
        var answer = DeskAnswer.Of(await book.ChangeAsync(changed, deed, cancellationToken).ConfigureAwait(false));
        if (answer is DeskAnswer.Done(var account) && deed.Action is not AccountDeed.Duties)
        {
            await sessions.EndAllAsync(account.Id, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }
}
