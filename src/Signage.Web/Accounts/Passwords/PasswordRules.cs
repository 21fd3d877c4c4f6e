using Microsoft.AspNetCore.Identity;
using Signage.Core.Text;

namespace Signage.Web.Accounts.Passwords;

/// <summary>
/// What a password must be: twelve letters, and not what is tried first everywhere or known to everybody. No rule asks for digits or signs, and none is changed because time has passed unless a site wants
/// that (NIST SP 800-63B, section 5.1.1.2; OWASP ASVS, chapter on passwords).
/// </summary>
/// <param name="common">What is tried first.</param>
/// <param name="settings">The name of the site.</param>
internal sealed class PasswordRules(CommonPasswords common, SiteAccountsSettings settings) : IPasswordValidator<AccountUser>
{
    /// <summary>The fewest letters.</summary>
    public const int Shortest = 12;

    /// <summary>The least that a password has to be worth; see <see cref="CommonPasswords.Weight"/>.</summary>
    public const int LeastWeight = 8;

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<AccountUser> manager, AccountUser user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(Objection(password ?? "", user.Account.Login.Value, user.Account.Name) is { } reason
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = reason })
            : IdentityResult.Success);
    }

    /// <summary>Why this may not be a password; null when it may.</summary>
    /// <param name="password">The password.</param>
    /// <param name="login">The login name.</param>
    /// <param name="name">The name of the person.</param>
    public string? Objection(string password, string login, string name)
    {
        if (password.Length > PasswordText.Longest)
        {
            return Words.PasswordTooLong.With(PasswordText.Longest);
        }

        if (RefusedSigns.In(password, most: 1) is [var refused, ..])
        {
            return refused.ToString();
        }

        if (PasswordText.Of(password).EnumerateRunes().Count() < Shortest)
        {
            return Words.PasswordTooShort.With(Shortest);
        }

        string[] known = [login, name, settings.SiteName];
        return common.Weight(password, known) >= LeastWeight ? null
            : known.Any(one => password.Contains(one, StringComparison.OrdinalIgnoreCase)) ? Words.PasswordHasName
            : Words.PasswordCommon;
    }
}
