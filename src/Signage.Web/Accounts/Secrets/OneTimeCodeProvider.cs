using Microsoft.AspNetCore.Identity;

namespace Signage.Web.Accounts.Secrets;

/// <summary>One-time codes for ASP.NET Core Identity, in place of its own, which ask the machine for the time and take a code again and again.</summary>
/// <param name="clock">The clock of log-in.</param>
internal sealed class OneTimeCodeProvider(AccountClock clock) : IUserTwoFactorTokenProvider<AccountUser>
{
    /// <summary>The name under which it is known.</summary>
    public const string Name = "one-time-code";

    /// <summary>Nothing: the telephone makes the codes.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<AccountUser> manager, AccountUser user) => Task.FromResult("");

    /// <summary>Takes a code: what it is worth afterwards is nothing, also for whoever sends it at the same moment.</summary>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<AccountUser> manager, AccountUser user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        if (await manager.GetAuthenticatorKeyAsync(user).ConfigureAwait(false) is not { } key
            || OneTimeCodes.Match(Base32.Read(key), token, clock.Now, user.Account.LastCodeStep) is not { } step)
        {
            return false;
        }

        user.Account = user.Account with { LastCodeStep = step };
        return (await manager.UpdateAsync(user).ConfigureAwait(false)).Succeeded;
    }

    /// <inheritdoc />
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<AccountUser> manager, AccountUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(user.Account.CodeSecret is not null);
    }
}
