using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.LogIn;

/// <summary>
/// A cookie that a browser keeps after its person has come in: it opens nothing, and only says that wrong tries from elsewhere do not close the account here (OWASP: Slow Down Online Guessing Attacks with
/// Device Cookies). Worth nothing after the person has changed the password or logged out everywhere.
/// </summary>
/// <param name="protection">The key ring.</param>
/// <param name="settings">The names of cookies.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class KnownBrowser(IDataProtectionProvider protection, SiteAccountsSettings settings, AccountClock clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);
    private readonly IDataProtector _seal = protection.CreateProtector("signage.known-browser.1");

    private string Cookie => settings.Cookie("signage-known");

    /// <summary>What a request carries; null when it carries nothing of ours.</summary>
    public KnownPlace? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 and < 2048 } cookie && _seal.Unprotect(cookie).Split(' ') is [var person, var stamp, var number]
                ? new KnownPlace(person, stamp, number)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Lets a browser be known for its person.</summary>
    public void Keep(HttpContext context, Account account) => context.Response.Cookies.Append(
        Cookie,
        _seal.Protect($"{account.Id} {account.Stamp} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}"),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = settings.IsHttps, Path = "/", IsEssential = true, Expires = clock.Now + KeptFor });
}

/// <summary>A browser that somebody has come in from.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Stamp">The stamp of the account then.</param>
/// <param name="Number">Which browser.</param>
internal sealed record KnownPlace(string PersonId, string Stamp, string Number)
{
    /// <summary>Whether it is known for this account still.</summary>
    public bool IsOf(Account account) => PersonId == account.Id && Stamp == account.Stamp;
}
