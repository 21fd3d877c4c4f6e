using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Desks;

/// <summary>
/// 人员: who of a site has which duty, as somebody who manages says. Every change is written under the name of that person, and ends what it takes away at once. Who asks, and whoever would be left, are looked at
/// inside the writing: what is done is allowed at the moment it is done, and nobody who manages waits for a turn.
/// </summary>
/// <param name="book">The accounts.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="keeper">Identity.</param>
/// <param name="limits">How often a code may be tried.</param>
/// <param name="turns">The turns of whatever hashes.</param>
/// <param name="wrong">What becomes of wrong tries.</param>
/// <param name="settings">How many people stand between a text and a panel.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class PeopleDesk(
    IAccountBook book, SessionBook sessions, AccountKeeper keeper, LogInLimits limits, LogInTurns turns, WrongTries wrong, SiteAccountsSettings settings, AccountClock clock)
{
    /// <summary>Takes a person in, who then sets a password with the code.</summary>
    /// <returns>The answer, and the code when there is one: it is shown once and kept by nobody.</returns>
    public async Task<(DeskAnswer Answer, string Code)> InviteAsync(Account by, string login, string name, Duty duties, CancellationToken cancellationToken)
    {
        if (LoginName.Read(login) is not LoginNameAnswer.Named(var named))
        {
            return (new DeskAnswer.Refused(((LoginNameAnswer.Refused)LoginName.Read(login)).Reason), "");
        }

        var account = NewAccount.Of(named, name.Trim(), duties);
        var (invitation, code) = NewAccount.Invite(account.Id, clock.Now);
        var answer = await book.AddAsync(
            account with { Invitation = invitation },
            AccountDeed.By(by, AccountDeed.Invite),
            all => Now(all, by) is { } asks ? PeopleRules.ObjectionToNew(all, asks, account.Name, duties, settings.Mode) : Words.NoSuchPerson,
            cancellationToken).ConfigureAwait(false);
        return (DeskAnswer.Of(answer), code);
    }

    /// <summary>
    /// Gives a person another code, because the first was lost or the password or telephone is gone: the old password and one-time code are worth nothing from then on, and the duties whose word lights panels
    /// are gone until somebody else gives them (docs/adr/0039).
    /// </summary>
    /// <returns>See <see cref="InviteAsync"/>.</returns>
    public async Task<(DeskAnswer Answer, string Code)> InviteAgainAsync(Account by, string id, CancellationToken cancellationToken)
    {
        // A person who manages and could do this to itself would need no telephone.
        if (id == by.Id)
        {
            return (new DeskAnswer.Refused(Words.NotYourself), "");
        }

        if (await book.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { Standing: PersonStanding.Active } before)
        {
            return (new DeskAnswer.Refused(Words.NoSuchPerson), "");
        }

        var (invitation, code) = NewAccount.Invite(id, clock.Now);
        var after = PeopleRules.InvitedAgain(before, by.Id, invitation, NewAccount.NewStamp());
        return (await ChangeAsync(by, after, AccountDeed.InviteAgain, (all, asks) => PeopleRules.ObjectionToInviteAgain(all, asks, before), cancellationToken).ConfigureAwait(false), code);
    }

    /// <summary>Gives and takes duties.</summary>
    public Task<DeskAnswer> ChangeDutiesAsync(Account by, string id, Duty duties, CancellationToken cancellationToken) =>
        ChangePersonAsync(by, id, before => PeopleRules.WithDuties(before, duties), AccountDeed.Duties, cancellationToken);

    /// <summary>
    /// Lets a person leave, come back, or revokes it. Whoever goes is out at once, and neither password nor telephone nor paper of that time opens anything again: who comes back is invited again.
    /// </summary>
    public Task<DeskAnswer> ChangeStandingAsync(Account by, string id, PersonStanding standing, CancellationToken cancellationToken) => ChangePersonAsync(
        by,
        id,
        before => before.Standing == standing ? before : PeopleRules.WithoutSecrets(before) with { Standing = standing, Stamp = NewAccount.NewStamp() },
        AccountDeed.Standing,
        cancellationToken);

    /// <summary>A person comes with the code of an invitation and sets a password. Wrong codes cost whoever types them, and not the code: an address has five in ten minutes.</summary>
    public async Task<DeskAnswer> AcceptAsync(string login, string code, string password, string address, CancellationToken cancellationToken)
    {
        var door = $"welcome {address}";
        if (!limits.Doors.Take(door))
        {
            return DeskAnswer.TooOften;
        }

        // What is wrong with it is not said: neither whether there is such a person nor whether the code was good once.
        var account = LoginName.Read(login) is LoginNameAnswer.Named(var named) ? await book.FindByLoginAsync(named, cancellationToken).ConfigureAwait(false) : null;
        if (account is not { Standing: PersonStanding.Active, Invitation: { } invitation } || !invitation.IsOpen(clock.Now) || !SpokenCode.IsSame(invitation.Hash, SpokenCode.Hash(account.Id, code)))
        {
            wrong.Note(AccountDeed.WrongInvitation, account, address);
            return new DeskAnswer.Refused(Words.InvitationWrong);
        }

        limits.Doors.GiveBack(door);
        if (password.Length > PasswordText.Longest || PasswordText.Of(password) is not { Length: > 0 } text)
        {
            return new DeskAnswer.Refused(Words.PasswordNone);
        }

        using var mine = await turns.Known.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (mine is null)
        {
            return DeskAnswer.TooOften;
        }

        var user = new AccountUser(account with { Invitation = null, PasswordSetAt = clock.Now }, AccountDeed.By(account, AccountDeed.Accept));
        return DeskAnswer.Of(await keeper.AddPasswordAsync(user, text).ConfigureAwait(false), user);
    }

    // Who asks, as it is inside the writing.
    private static Account? Now(IReadOnlyList<Account> all, Account by) => all.FirstOrDefault(one => one.Id == by.Id);

    private async Task<DeskAnswer> ChangePersonAsync(Account by, string id, Func<Account, Account> change, string action, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return new DeskAnswer.Refused(Words.NoSuchPerson);
        }

        var after = change(before);
        return await ChangeAsync(by, after, action, (all, asks) => PeopleRules.ObjectionToChange(all, asks, before, after, settings.Mode), cancellationToken).ConfigureAwait(false);
    }

    private async Task<DeskAnswer> ChangeAsync(Account by, Account after, string action, Func<IReadOnlyList<Account>, Account, string?> objection, CancellationToken cancellationToken)
    {
        var answer = DeskAnswer.Of(await book.ChangeAsync(
            after, AccountDeed.By(by, action), all => Now(all, by) is { } asks ? objection(all, asks) : Words.NoSuchPerson, cancellationToken).ConfigureAwait(false));
        if (answer is DeskAnswer.Done(var account) && action is not AccountDeed.Duties)
        {
            await sessions.EndAllAsync(account.Id).ConfigureAwait(false);
        }

        return answer;
    }
}
