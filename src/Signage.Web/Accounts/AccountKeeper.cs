using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Accounts;

/// <summary>ASP.NET Core Identity's keeper of users, on our clock: where the framework asks the machine for the time (locking out), the injected one is asked. See docs of its base for the rest.</summary>
internal sealed class AccountKeeper(
    IUserStore<AccountUser> store, IOptions<IdentityOptions> options, IPasswordHasher<AccountUser> hasher, IEnumerable<IUserValidator<AccountUser>> users,
    IEnumerable<IPasswordValidator<AccountUser>> passwords, ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<AccountUser>> logger, AccountClock clock)
    : UserManager<AccountUser>(store, options, hasher, users, passwords, normalizer, errors, services, logger)
{
    /// <inheritdoc />
    public override Task<bool> IsLockedOutAsync(AccountUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(user.Account.IsLocked(clock.Now));
    }

    /// <summary>Refused: wrong tries are counted in memory, by <see cref="LogIn.WrongTries"/>.</summary>
    public override Task<IdentityResult> AccessFailedAsync(AccountUser user) => throw new InvalidOperationException("Wrong tries are not counted here.");

    /// <summary>Eighty bits, so that nobody who reads the hashes can find the codes by trying.</summary>
    protected override string CreateTwoFactorRecoveryCode() => SpokenCode.Create(SpokenCode.Long);
}
