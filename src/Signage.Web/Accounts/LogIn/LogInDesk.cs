using Microsoft.AspNetCore.Identity;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Accounts.LogIn;

/// <summary>Decides who comes in. Strangers hash one at a time and wait for each other only; who waits longer than some seconds is sent away. A wrong try writes nothing while somebody waits for its answer.</summary>
/// <param name="turns">The turns.</param>
/// <param name="limits">How often anybody may try.</param>
/// <param name="wrong">What becomes of wrong tries.</param>
/// <param name="book">The accounts.</param>
/// <param name="keeper">Identity.</param>
/// <param name="hasher">Looks at passwords. Asked itself: Identity's own look writes the account when it finds fewer rounds than today's.</param>
/// <param name="stranger">Whoever is not known.</param>
internal sealed class LogInDesk(
    LogInTurns turns, LogInLimits limits, WrongTries wrong, IAccountBook book, AccountKeeper keeper, IPasswordHasher<AccountUser> hasher, Stranger stranger)
{
    // Who was faster changed something else of the account: an edit, or the end of a pause. More often than this nobody is.
    private const int MostStale = 5;

    /// <summary>The first step: a name and a password. The same is done and said for a name that nobody has.</summary>
    /// <param name="name">The login name as it was typed.</param>
    /// <param name="password">The password as it was typed.</param>
    /// <param name="from">Where from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LogInAnswer> PasswordAsync(string name, string password, LogInPlace from, CancellationToken cancellationToken)
    {
        var login = LoginName.Read(name) is LoginNameAnswer.Named(var named) ? named : null;
        var account = login is null ? null : await book.FindByLoginAsync(login, cancellationToken).ConfigureAwait(false);
        var known = from.For(account);
        using var mine = MayTry(known, from, login?.Key ?? "") ? await TurnOf(known).WaitAsync(cancellationToken).ConfigureAwait(false) : null;
        if (mine is null)
        {
            return new LogInAnswer.TooOften();
        }

        var user = account is { PasswordHash: not null } ? new AccountUser(account, AccountDeed.By(account, AccountDeed.LogIn)) : stranger.User;
        var text = PasswordText.Of(password);
        var seen = hasher.VerifyHashedPassword(user, user.Account.PasswordHash!, text);
        if (account is null || ReferenceEquals(user, stranger.User) || IsClosed(account, known))
        {
            wrong.Note(AccountDeed.Wrong, account, from.Address);
            return new LogInAnswer.Wrong();
        }

        if (seen is PasswordVerificationResult.Failed)
        {
            return Wrong(account, known, from);
        }

        // Kept only by whoever comes in, and never a reason to end anything: the password is the same.
        var rehash = seen is PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(user, text) : null;
        if (account.CodeSecret is not null)
        {
            GiveBack(known, from);
            return new LogInAnswer.CodeWanted(account, rehash);
        }

        return await InAsync(user, known, from, rehash, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The second step: a one-time code or a recovery code, after the password of the same person.</summary>
    /// <param name="personId">Who showed the password.</param>
    /// <param name="stamp">The stamp of the account then.</param>
    /// <param name="rehash">What the first step said of the hash.</param>
    /// <param name="code">The code as it was typed.</param>
    /// <param name="from">Where from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LogInAnswer> CodeAsync(string personId, string stamp, string? rehash, string code, LogInPlace from, CancellationToken cancellationToken)
    {
        var account = await book.FindAsync(personId, cancellationToken).ConfigureAwait(false);
        var known = from.For(account);

        // A code is looked at without work worth a turn; of two at once with the same one the book takes one.
        if (!MayTry(known, from, account?.Login.Key ?? ""))
        {
            return new LogInAnswer.TooOften();
        }

        if (account is null || account.Stamp != stamp || account.CodeSecret is null)
        {
            return new LogInAnswer.Wrong();
        }

        if (IsClosed(account, known))
        {
            wrong.Note(AccountDeed.Wrong, account, from.Address);
            return new LogInAnswer.Wrong();
        }

        var isCode = OneTimeCodes.HasForm(code);
        var user = new AccountUser(account, AccountDeed.By(account, isCode ? AccountDeed.UseCode : AccountDeed.UseRecovery));
        var isRight = isCode
            ? await keeper.VerifyTwoFactorTokenAsync(user, OneTimeCodeProvider.Name, code).ConfigureAwait(false)
            : code.Length <= 4 * SpokenCode.Long && (await keeper.RedeemTwoFactorRecoveryCodeAsync(user, code).ConfigureAwait(false)).Succeeded;
        if (isRight || user.Busy is not null)
        {
            return isRight ? await InAsync(user, known, from, rehash, cancellationToken).ConfigureAwait(false) : new LogInAnswer.Busy(user.Busy!);
        }

        if (known is not null)
        {
            return Wrong(account, known, from);
        }

        wrong.NoteAndCountCode(account, from.Address);
        return new LogInAnswer.Wrong();
    }

    private LogInTurn TurnOf(KnownPlace? known) => known is null ? turns.Strangers : turns.Known;

    // A known browser has a count of its own, and no other: whoever sits at the same address costs it nothing.
    private bool MayTry(KnownPlace? known, LogInPlace from, string key) => known is null ? limits.Addresses.Take(from.Address) && limits.Names.Take(key) : limits.Browsers.Take(known.Number);

    private void GiveBack(KnownPlace? known, LogInPlace from)
    {
        if (known is null)
        {
            limits.Addresses.GiveBack(from.Address);
        }
    }

    private bool IsClosed(Account account, KnownPlace? known) => account.Standing is not PersonStanding.Active || (known is null && wrong.IsClosed(account));

    // What was typed is not written: it may be a password in the wrong field. A known browser has been counted already, and closes nothing.
    private LogInAnswer.Wrong Wrong(Account account, KnownPlace? known, LogInPlace from)
    {
        if (known is null)
        {
            wrong.NoteAndCount(AccountDeed.Wrong, account, from.Address);
        }
        else
        {
            wrong.Note(AccountDeed.Wrong, account, from.Address);
        }

        return new LogInAnswer.Wrong();
    }

    private async Task<LogInAnswer> InAsync(AccountUser user, KnownPlace? known, LogInPlace from, string? rehash, CancellationToken cancellationToken)
    {
        // Written each time: the audit says who came in. A browser that was known takes nothing back of what was counted elsewhere.
        user.Deed = AccountDeed.By(user.Account, AccountDeed.LogIn) with { FirstFrom = from.Address, LastFrom = from.Address };
        var (stamp, hash) = (user.Account.Stamp, user.Account.PasswordHash);
        for (var tries = 1; ; tries++)
        {
            user.Account = user.Account with { LockedUntil = known is null ? null : user.Account.LockedUntil, PasswordHash = rehash ?? user.Account.PasswordHash };
            if ((await keeper.UpdateAsync(user).ConfigureAwait(false)).Succeeded)
            {
                break;
            }

            if (user.Busy is { } reason)
            {
                return new LogInAnswer.Busy(reason);
            }

            // Somebody else changed the account: what was shown still opens it as long as it is what opens it.
            if (tries == MostStale || await book.FindAsync(user.Account.Id, cancellationToken).ConfigureAwait(false) is not { Standing: PersonStanding.Active } now || now.Stamp != stamp || now.PasswordHash != hash)
            {
                return new LogInAnswer.Wrong();
            }

            user.Account = now;
        }

        GiveBack(known, from);
        if (known is null)
        {
            limits.Names.Forget(user.Account.Login.Key);
            wrong.Forget(user.Account);
        }
        else
        {
            limits.Browsers.Forget(known.Number);
        }

        return new LogInAnswer.In(user.Account);
    }
}
