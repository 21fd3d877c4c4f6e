using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.LogIn;

/// <summary>Remembers for some minutes, in the browser, that its person has shown the password and not the code. It opens nothing but the page that asks for the code.</summary>
/// <param name="protection">The key ring.</param>
/// <param name="settings">The names of cookies.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class HalfWay(IDataProtectionProvider protection, SiteAccountsSettings settings, AccountClock clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _seal = protection.CreateProtector("signage.half-way.2");

    private string Cookie => settings.Cookie("signage-half");

    /// <summary>Who has shown a password, the stamp of the account then, and the hash to keep once the code is right too; null when nobody has, or too long ago.</summary>
    public (string PersonId, string Stamp, string? Rehash)? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 and < 2048 } cookie && _seal.Unprotect(cookie).Split(' ') is [var person, var stamp, var until, var rehash]
                && new DateTimeOffset(long.Parse(until, CultureInfo.InvariantCulture), TimeSpan.Zero) - clock.Now is var left && left > TimeSpan.Zero && left <= Life
                ? (person, stamp, rehash.Length > 0 ? rehash : null)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Somebody has shown a password.</summary>
    public void Keep(HttpContext context, Account account, string? rehash) => context.Response.Cookies.Append(
        Cookie, _seal.Protect(FormattableString.Invariant($"{account.Id} {account.Stamp} {(clock.Now + Life).UtcTicks} {rehash}")), Options());

    /// <summary>The code was shown too, or the person has turned back.</summary>
    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options());

    private CookieOptions Options() => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = settings.IsHttps, Path = "/", IsEssential = true };
}
