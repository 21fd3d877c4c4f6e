using Microsoft.AspNetCore.Identity;
using Signage.Core.Accounts;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Accounts;

/// <summary>The account book as ASP.NET Core Identity wants it. Holds nothing; the account of an <see cref="AccountUser"/> is replaced piece by piece and written whole.</summary>
/// <param name="book">The accounts.</param>
/// <param name="seal">Locks the secrets of one-time codes.</param>
internal sealed class AccountStore(IAccountBook book, CodeSecretSeal seal) : IUserPasswordStore<AccountUser>, IUserSecurityStampStore<AccountUser>, IUserLockoutStore<AccountUser>,
    IUserAuthenticatorKeyStore<AccountUser>, IUserTwoFactorStore<AccountUser>, IUserTwoFactorRecoveryCodeStore<AccountUser>
{
    /// <inheritdoc />
    public void Dispose()
    {
        // The book belongs to the host.
    }

    /// <inheritdoc />
    public Task<string> GetUserIdAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Id);

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Login.Value);

    /// <summary>Refused: a login name never changes.</summary>
    public Task SetUserNameAsync(AccountUser user, string? userName, CancellationToken cancellationToken) => throw new InvalidOperationException("A login name never changes.");

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Login.Key);

    /// <summary>Nothing: the key of a login name belongs to it.</summary>
    public Task SetNormalizedUserNameAsync(AccountUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task<IdentityResult> CreateAsync(AccountUser user, CancellationToken cancellationToken) =>
        Take(user, await book.AddAsync(user.Account, user.Deed, null, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public async Task<IdentityResult> UpdateAsync(AccountUser user, CancellationToken cancellationToken) =>
        Take(user, await book.ChangeAsync(user.Account, user.Deed, null, cancellationToken).ConfigureAwait(false));

    /// <summary>Refused: the audit names accounts for good.</summary>
    public Task<IdentityResult> DeleteAsync(AccountUser user, CancellationToken cancellationToken) => throw new InvalidOperationException("An account is never deleted.");

    /// <inheritdoc />
    public async Task<AccountUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Of(await book.FindAsync(userId, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public async Task<AccountUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        LoginName.Read(normalizedUserName) is LoginNameAnswer.Named(var login) ? Of(await book.FindByLoginAsync(login, cancellationToken).ConfigureAwait(false)) : null;

    /// <inheritdoc />
    public Task SetPasswordHashAsync(AccountUser user, string? passwordHash, CancellationToken cancellationToken) => Change(user, account => account with { PasswordHash = passwordHash });

    /// <inheritdoc />
    public Task<string?> GetPasswordHashAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash);

    /// <inheritdoc />
    public Task<bool> HasPasswordAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash is not null);

    /// <inheritdoc />
    public Task SetSecurityStampAsync(AccountUser user, string stamp, CancellationToken cancellationToken) => Change(user, account => account with { Stamp = stamp });

    /// <inheritdoc />
    public Task<string?> GetSecurityStampAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Stamp);

    /// <inheritdoc />
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.LockedUntil);

    /// <inheritdoc />
    public Task SetLockoutEndDateAsync(AccountUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Change(user, account => account with { LockedUntil = lockoutEnd });

    /// <summary>Refused: wrong tries are counted in memory, by <see cref="LogIn.WrongTries"/>.</summary>
    public Task<int> IncrementAccessFailedCountAsync(AccountUser user, CancellationToken cancellationToken) => throw new InvalidOperationException("Wrong tries are not counted here.");

    /// <summary>Nothing: see <see cref="IncrementAccessFailedCountAsync"/>.</summary>
    public Task ResetAccessFailedCountAsync(AccountUser user, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Always 0: see <see cref="IncrementAccessFailedCountAsync"/>.</summary>
    public Task<int> GetAccessFailedCountAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(0);

    /// <summary>Always true: wrong tries close every account for a while.</summary>
    public Task<bool> GetLockoutEnabledAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Nothing: see <see cref="GetLockoutEnabledAsync"/>.</summary>
    public Task SetLockoutEnabledAsync(AccountUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task SetAuthenticatorKeyAsync(AccountUser user, string key, CancellationToken cancellationToken) =>
        Change(user, account => account with { CodeSecret = seal.Lock(account.Id, Base32.Read(key) ?? throw new ArgumentException("The key is not Base32.", nameof(key))), LastCodeStep = -1 });

    /// <summary>The secret in Base32; null when none is set up, or when the key ring that locked it is gone.</summary>
    public Task<string?> GetAuthenticatorKeyAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Account.CodeSecret is { } locked && seal.Open(user.Account.Id, locked) is { } secret ? Base32.Write(secret) : null);

    /// <summary>Nothing: whoever has a secret is asked for its codes.</summary>
    public Task SetTwoFactorEnabledAsync(AccountUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<bool> GetTwoFactorEnabledAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.CodeSecret is not null);

    /// <inheritdoc />
    public Task ReplaceCodesAsync(AccountUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Change(user, account => account with { RecoveryHashes = [.. recoveryCodes.Select(code => SpokenCode.Hash(account.Id, code))] });

    /// <summary>Takes a code out; Identity writes the account afterwards, once.</summary>
    public Task<bool> RedeemCodeAsync(AccountUser user, string code, CancellationToken cancellationToken)
    {
        var hash = SpokenCode.Hash(user.Account.Id, code);
        var rest = user.Account.RecoveryHashes.Where(one => !SpokenCode.IsSame(one, hash)).ToArray();
        var isThere = rest.Length < user.Account.RecoveryHashes.Count;
        user.Account = user.Account with { RecoveryHashes = rest };
        return Task.FromResult(isThere);
    }

    /// <inheritdoc />
    public Task<int> CountCodesAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.RecoveryHashes.Count);

    // Read for looking only: whoever changes something says first what it is.
    private static AccountUser? Of(Account? account) => account is null ? null : new AccountUser(account, AccountDeed.ByVisitor(AccountDeed.LogIn));

    private static Task Change(AccountUser user, Func<Account, Account> change)
    {
        user.Account = change(user.Account);
        return Task.CompletedTask;
    }

    private static IdentityResult Take(AccountUser user, AccountAnswer answer)
    {
        if (answer is AccountAnswer.Stored(var account))
        {
            user.Account = account;
            return IdentityResult.Success;
        }

        user.Busy = (answer as AccountAnswer.Busy)?.Reason;
        return IdentityResult.Failed(answer switch
        {
            AccountAnswer.Refused(var reason) => new IdentityError { Code = nameof(AccountAnswer.Refused), Description = reason },
            AccountAnswer.Busy(var reason) => new IdentityError { Code = nameof(AccountAnswer.Busy), Description = reason },
            _ => new IdentityError { Code = nameof(AccountAnswer.Stale), Description = Words.AccountStale },
        });
    }
}
