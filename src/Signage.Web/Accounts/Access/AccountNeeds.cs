using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Access;

/// <summary>What a person has still to do before any duty may be used.</summary>
public enum AccountNeed
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>To set up the one-time code: a password alone approves nothing.</summary>
    Code,

    /// <summary>To change the password, because the site wants it changed after some days.</summary>
    Password,
}

/// <summary>Says what people have still to do.</summary>
/// <param name="settings">What the site asks for.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class AccountNeeds(SiteAccountsSettings settings, AccountClock clock)
{
    /// <summary>What this person has still to do.</summary>
    public AccountNeed Of(Account account) =>
        PeopleRules.NeedsCode(account.Duties) && account.CodeSecret is null ? AccountNeed.Code
        : settings.PasswordDays is { } days && (account.PasswordSetAt is not { } set || clock.Now - set >= TimeSpan.FromDays(days)) ? AccountNeed.Password
        : AccountNeed.Nothing;
}
