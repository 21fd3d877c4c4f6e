using Microsoft.AspNetCore.Identity;
using Signage.Core.Accounts;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Accounts.Desks;

/// <summary>
/// What people do with their own accounts. Whatever proves a person anew gives the account another stamp, so that no session and no known browser of before is worth anything; the page that asked goes on with its
/// own session and ends all others.
/// </summary>
/// <param name="keeper">Identity.</param>
/// <param name="hasher">Looks at passwords.</param>
/// <param name="rules">What a password must be.</param>
/// <param name="seal">Locks secrets.</param>
/// <param name="limits">How often the old password may be tried.</param>
/// <param name="turns">The turns of whatever hashes.</param>
/// <param name="wrong">What becomes of wrong tries.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class AccountDesk(
    AccountKeeper keeper, IPasswordHasher<AccountUser> hasher, PasswordRules rules, CodeSecretSeal seal, LogInLimits limits, LogInTurns turns, WrongTries wrong, AccountClock clock)
{
    /// <summary>How many recovery codes a person gets.</summary>
    public const int RecoveryCodes = 8;

    /// <summary>Changes the password of a person who knows the old one, to another.</summary>
    public async Task<DeskAnswer> ChangePasswordAsync(Account account, string old, string wished, string address, CancellationToken cancellationToken)
    {
        var tries = $"password {account.Id}";
        using var mine = limits.Browsers.Take(tries) ? await turns.Known.WaitAsync(cancellationToken).ConfigureAwait(false) : null;
        if (mine is null)
        {
            return DeskAnswer.TooOften;
        }

        var user = new AccountUser(account, AccountDeed.By(account, AccountDeed.ChangePassword));
        if (account.PasswordHash is null || hasher.VerifyHashedPassword(user, account.PasswordHash, PasswordText.Of(old)) is PasswordVerificationResult.Failed)
        {
            wrong.Note(AccountDeed.Wrong, account, address);
            return new DeskAnswer.Refused(Words.PasswordNotYours);
        }

        limits.Browsers.Forget(tries);
        if ((PasswordText.Of(wished) == PasswordText.Of(old) ? Words.PasswordSame : rules.Objection(wished, account.Login.Value, account.Name)) is { } objection)
        {
            return new DeskAnswer.Refused(objection);
        }

        user.Account = account with { PasswordHash = hasher.HashPassword(user, PasswordText.Of(wished)), PasswordSetAt = clock.Now, Stamp = NewAccount.NewStamp() };
        return DeskAnswer.Of(await keeper.UpdateAsync(user).ConfigureAwait(false), user);
    }

    /// <summary>Lends a new secret for setting up the one-time code.</summary>
    public LentSecret Lend(Account account)
    {
        var lent = seal.Lend(account.Id, clock.Now);
        return new LentSecret(lent, seal.TakeBack(account.Id, lent, clock.Now)!);
    }

    /// <summary>The secret that was lent, once more, for a page that is shown again; null when it has become too old.</summary>
    public LentSecret? Again(Account account, string lent) => seal.TakeBack(account.Id, lent, clock.Now) is { } secret ? new LentSecret(lent, secret) : null;

    /// <summary>Sets the one-time code up once a code shows that the telephone has the secret; with it come recovery codes.</summary>
    public async Task<(DeskAnswer Answer, IReadOnlyList<string> Recovery)> SetUpCodeAsync(Account account, string lent, string code)
    {
        if (seal.TakeBack(account.Id, lent, clock.Now) is not { } secret)
        {
            return (new DeskAnswer.Refused(Words.CodeSetUpTooOld), []);
        }

        if (OneTimeCodes.Match(Base32.Read(secret), code, clock.Now, -1) is not { } step)
        {
            return (new DeskAnswer.Refused(Words.CodeNotThis), []);
        }

        var user = new AccountUser(account with { Stamp = NewAccount.NewStamp() }, AccountDeed.By(account, AccountDeed.SetUpCode));
        user.Account = user.Account with { CodeSecret = seal.Lock(account.Id, Base32.Read(secret)!), LastCodeStep = step };
        return await WithRecoveryAsync(user).ConfigureAwait(false);
    }

    /// <summary>Makes recovery codes; those before are worth nothing any more.</summary>
    public Task<(DeskAnswer Answer, IReadOnlyList<string> Recovery)> NewRecoveryAsync(Account account) =>
        WithRecoveryAsync(new AccountUser(account with { Stamp = NewAccount.NewStamp() }, AccountDeed.By(account, AccountDeed.NewRecovery)));

    /// <summary>Lets no session of a person and no browser be known any more.</summary>
    public async Task<DeskAnswer> LeaveEverywhereAsync(Account account)
    {
        var user = new AccountUser(account with { Stamp = NewAccount.NewStamp() }, AccountDeed.By(account, AccountDeed.Everywhere));
        return DeskAnswer.Of(await keeper.UpdateAsync(user).ConfigureAwait(false), user);
    }

    private async Task<(DeskAnswer Answer, IReadOnlyList<string> Recovery)> WithRecoveryAsync(AccountUser user)
    {
        // Written together with whatever else was changed: Identity writes the user whole.
        var codes = await keeper.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes).ConfigureAwait(false);
        return codes is null ? (DeskAnswer.Of(IdentityResult.Failed(keeper.ErrorDescriber.ConcurrencyFailure()), user), []) : (new DeskAnswer.Done(user.Account), [.. codes]);
    }
}
