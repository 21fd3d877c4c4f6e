using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Desks;

/// <summary>What people do with their own accounts. Whatever proves a person anew ends all sessions of the account; the page that asked begins another.</summary>
/// <param name="keeper">Identity.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="seal">Locks secrets.</param>
/// <param name="limits">How often the old password may be tried.</param>
/// <param name="turn">The turn of whatever hashes.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class AccountDesk(AccountKeeper keeper, SessionBook sessions, CodeSecretSeal seal, LogInLimits limits, LogInTurn turn, AccountClock clock)
{
    /// <summary>How many recovery codes a person gets.</summary>
    public const int RecoveryCodes = 8;

    /// <summary>Changes the password of a person who knows the old one.</summary>
    public async Task<DeskAnswer> ChangePasswordAsync(Account account, string old, string wished, CancellationToken cancellationToken)
    {
        using var mine = limits.Browsers.Take($"password {account.Id}") ? await turn.WaitAsync(cancellationToken).ConfigureAwait(false) : null;
        if (mine is null)
        {
            return new DeskAnswer.Refused(Words.TooOften);
        }

        var user = new AccountUser(account with { PasswordSetAt = clock.Now }, AccountDeed.By(account, AccountDeed.ChangePassword));
        if (wished.Length > PasswordText.Longest)
        {
            return new DeskAnswer.Refused(Words.PasswordTooLong.With(PasswordText.Longest));
        }

        // Signs that nobody can type are told apart here: PasswordText would make the empty password of them.
        if (RefusedSigns.In(wished, most: 1) is [var refused, ..])
        {
            return new DeskAnswer.Refused(refused.ToString());
        }

        return await EndAllAfterAsync(DeskAnswer.Of(await keeper.ChangePasswordAsync(user, PasswordText.Of(old), PasswordText.Of(wished)).ConfigureAwait(false), user), cancellationToken).ConfigureAwait(false);
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
    public async Task<(DeskAnswer Answer, IReadOnlyList<string> Recovery)> SetUpCodeAsync(Account account, string lent, string code, CancellationToken cancellationToken)
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
        return await WithRecoveryAsync(user, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes recovery codes; those before are worth nothing any more.</summary>
    public Task<(DeskAnswer Answer, IReadOnlyList<string> Recovery)> NewRecoveryAsync(Account account, CancellationToken cancellationToken) =>
        WithRecoveryAsync(new AccountUser(account with { Stamp = NewAccount.NewStamp() }, AccountDeed.By(account, AccountDeed.NewRecovery)), cancellationToken);

    /// <summary>Ends all sessions of a person and lets no browser be known any more.</summary>
    public async Task<DeskAnswer> LeaveEverywhereAsync(Account account, CancellationToken cancellationToken)
    {
        var user = new AccountUser(account with { Stamp = NewAccount.NewStamp() }, AccountDeed.By(account, AccountDeed.Everywhere));
        return await EndAllAfterAsync(DeskAnswer.Of(await keeper.UpdateAsync(user).ConfigureAwait(false), user), cancellationToken).ConfigureAwait(false);
    }

    private async Task<(DeskAnswer Answer, IReadOnlyList<string> Recovery)> WithRecoveryAsync(AccountUser user, CancellationToken cancellationToken)
    {
        // Written together with whatever else was changed: Identity writes the user whole.
        var codes = await keeper.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes).ConfigureAwait(false);
        return codes is null
            ? (new DeskAnswer.Refused(Words.AccountStale), [])
            : (await EndAllAfterAsync(new DeskAnswer.Done(user.Account), cancellationToken).ConfigureAwait(false), [.. codes]);
    }

    private async Task<DeskAnswer> EndAllAfterAsync(DeskAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is DeskAnswer.Done(var account))
        {
            await sessions.EndAllAsync(account.Id, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }
}
