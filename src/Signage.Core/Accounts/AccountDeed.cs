namespace Signage.Core.Accounts;

/// <summary>Who changes an account and what that is called: what the audit keeps beside the change. No secrets. What was changed, the book takes from the accounts before and after: duties, standing, names.</summary>
/// <param name="Actor">Who: <c>person:</c> and an id, or <c>console</c>, or <c>visitor</c> where nobody has come in yet.</param>
/// <param name="Action">What it is called; one of the constants here.</param>
public sealed record AccountDeed(string Actor, string Action)
{
    /// <summary>A code for claiming was given out at the machine.</summary>
    public const string ClaimCode = "account.claim-code";

    /// <summary>The first account was claimed.</summary>
    public const string Claim = "account.claim";

    /// <summary>A person was invited.</summary>
    public const string Invite = "account.invite";

    /// <summary>A person was given another code to set a password with.</summary>
    public const string InviteAgain = "account.invite-again";

    /// <summary>A person came with the code of an invitation and set a password.</summary>
    public const string Accept = "account.accept";

    /// <summary>Somebody came with a wrong code of an invitation.</summary>
    public const string WrongInvitation = "account.wrong-invitation";

    /// <summary>A person came in.</summary>
    public const string LogIn = "account.log-in";

    /// <summary>A one-time code was used; it is worth nothing from then on.</summary>
    public const string UseCode = "account.use-code";

    /// <summary>A recovery code was used.</summary>
    public const string UseRecovery = "account.use-recovery";

    /// <summary>Somebody came with a wrong password or code.</summary>
    public const string Wrong = "account.wrong";

    /// <summary>Wrong tries have closed an account for a while.</summary>
    public const string Closed = "account.closed";

    /// <summary>A password was changed by its person.</summary>
    public const string ChangePassword = "account.password";

    /// <summary>The one-time code was set up.</summary>
    public const string SetUpCode = "account.code";

    /// <summary>Recovery codes were made anew.</summary>
    public const string NewRecovery = "account.recovery";

    /// <summary>A person logged out everywhere.</summary>
    public const string Everywhere = "account.everywhere";

    /// <summary>Duties were given or taken.</summary>
    public const string Duties = "account.duties";

    /// <summary>A person left, came back, or was revoked.</summary>
    public const string Standing = "account.standing";

    /// <summary>The id of the account that it was done to, where no account is changed by it; null where nobody has the name that was typed.</summary>
    public string? Subject { get; init; }

    /// <summary>How often it was done, where one entry stands for many; 1 or more.</summary>
    public int Count { get; init; } = 1;

    /// <summary>From which address it was done first; null where that is not known.</summary>
    public string? FirstFrom { get; init; }

    /// <summary>From which address it was done last.</summary>
    public string? LastFrom { get; init; }

    /// <summary>What whoever stands at the machine does.</summary>
    public static AccountDeed ByConsole(string action) => new("console", action);

    /// <summary>What a person does with an account.</summary>
    public static AccountDeed By(Account person, string action)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new AccountDeed($"person:{person.Id}", action);
    }

    /// <summary>What somebody does who has not come in.</summary>
    public static AccountDeed ByVisitor(string action) => new("visitor", action);
}
