using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Accounts.LogIn;

/// <summary>
/// Decides who comes in. One try is looked at at a time, so that no two at once count as one and nobody can keep the processor busy with hashing; who waits longer than some seconds is sent away.
/// </summary>
/// <param name="turn">The turn.</param>
/// <param name="limits">How often anybody may try.</param>
/// <param name="book">The accounts.</param>
/// <param name="keeper">Identity.</param>
/// <param name="stranger">Whoever is not known.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class LogInDesk(LogInTurn turn, LogInLimits limits, IAccountBook book, AccountKeeper keeper, Stranger stranger, AccountClock clock)
{
    /// <summary>The first step: a name and a password. The same is done and said for a name that nobody has.</summary>
    /// <param name="name">The login name as it was typed.</param>
    /// <param name="password">The password as it was typed.</param>
    /// <param name="from">Where from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LogInAnswer> PasswordAsync(string name, string password, LogInPlace from, CancellationToken cancellationToken)
    {
        if (!limits.Addresses.Take(from.Address))
        {
            return new LogInAnswer.TooOften();
        }

        using var mine = await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (mine is null)
        {
            return new LogInAnswer.TooOften();
        }

        var login = LoginName.Read(name) is LoginNameAnswer.Named(var named) ? named : null;
        var account = login is null ? null : await book.FindByLoginAsync(login, cancellationToken).ConfigureAwait(false);
        var known = account is not null && from.Known?.IsOf(account) == true ? from.Known : null;
        if (!MayTry(known, login?.Key ?? ""))
        {
            return new LogInAnswer.TooOften();
        }

        var user = account is { PasswordHash: not null } ? new AccountUser(account, AccountDeed.ByVisitor(AccountDeed.LogIn)) : stranger.User;
        var isRight = await keeper.CheckPasswordAsync(user, PasswordText.Of(password)).ConfigureAwait(false);
        if (ReferenceEquals(user, stranger.User) || account is null || IsClosed(account, known))
        {
            return await NoteAsync(cancellationToken).ConfigureAwait(false);
        }

        return !isRight ? await WrongAsync(user, known, cancellationToken).ConfigureAwait(false)
            : account.CodeSecret is not null ? new LogInAnswer.CodeWanted(user.Account)
            : await InAsync(user, known).ConfigureAwait(false);
    }

    /// <summary>The second step: a one-time code or a recovery code, after the password of the same person.</summary>
    /// <param name="personId">Who showed the password.</param>
    /// <param name="stamp">The stamp of the account then.</param>
    /// <param name="code">The code as it was typed.</param>
    /// <param name="from">Where from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LogInAnswer> CodeAsync(string personId, string stamp, string code, LogInPlace from, CancellationToken cancellationToken)
    {
        if (!limits.Addresses.Take(from.Address))
        {
            return new LogInAnswer.TooOften();
        }

        using var mine = await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (mine is null)
        {
            return new LogInAnswer.TooOften();
        }

        if (await book.FindAsync(personId, cancellationToken).ConfigureAwait(false) is not { } account || account.Stamp != stamp || account.CodeSecret is null)
        {
            return new LogInAnswer.Wrong();
        }

        var known = from.Known?.IsOf(account) == true ? from.Known : null;
        if (!MayTry(known, account.Login.Key))
        {
            return new LogInAnswer.TooOften();
        }

        if (IsClosed(account, known))
        {
            return await NoteAsync(cancellationToken).ConfigureAwait(false);
        }

        var isCode = OneTimeCodes.HasForm(code);
        var user = new AccountUser(account, AccountDeed.By(account, isCode ? AccountDeed.UseCode : AccountDeed.UseRecovery));
        var isRight = isCode
            ? await keeper.VerifyTwoFactorTokenAsync(user, OneTimeCodeProvider.Name, code).ConfigureAwait(false)
            : code.Length <= 4 * SpokenCode.Long && (await keeper.RedeemTwoFactorRecoveryCodeAsync(user, code).ConfigureAwait(false)).Succeeded;
        return isRight ? await InAsync(user, known).ConfigureAwait(false) : await WrongAsync(user, known, cancellationToken).ConfigureAwait(false);
    }

    private bool MayTry(KnownPlace? known, string key) => known is null ? limits.Names.Take(key) : limits.Browsers.Take(known.Number);

    private bool IsClosed(Account account, KnownPlace? known) => account.Standing is not PersonStanding.Active || (known is null && account.IsLocked(clock.Now));

    private async Task<LogInAnswer> WrongAsync(AccountUser user, KnownPlace? known, CancellationToken cancellationToken)
    {
        // A known browser has been counted already, and closes nothing.
        if (known is not null)
        {
            return await NoteAsync(cancellationToken).ConfigureAwait(false);
        }

        user.Deed = AccountDeed.ByVisitor(AccountDeed.Wrong);
        await keeper.AccessFailedAsync(user).ConfigureAwait(false);
        return new LogInAnswer.Wrong();
    }

    // One writing for every wrong try, whether there is such an account or not. What was typed is not written: it may be a password in the wrong field.
    private async Task<LogInAnswer> NoteAsync(CancellationToken cancellationToken)
    {
        await book.NoteAsync(AccountDeed.ByVisitor(AccountDeed.Wrong), cancellationToken).ConfigureAwait(false);
        return new LogInAnswer.Wrong();
    }

    private async Task<LogInAnswer> InAsync(AccountUser user, KnownPlace? known)
    {
        // Written each time: the audit says who came in. A browser that was known takes nothing back of what was counted elsewhere.
        user.Deed = AccountDeed.By(user.Account, AccountDeed.LogIn);
        user.Account = known is null ? user.Account with { FailedCount = 0, LockedUntil = null } : user.Account;
        if (!(await keeper.UpdateAsync(user).ConfigureAwait(false)).Succeeded)
        {
            return new LogInAnswer.Wrong();
        }

        if (known is null)
        {
            limits.Names.Forget(user.Account.Login.Key);
        }
        else
        {
            limits.Browsers.Forget(known.Number);
        }

        return new LogInAnswer.In(user.Account);
    }
}
