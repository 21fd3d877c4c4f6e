using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.LogIn;

/// <summary>
/// A cookie that a browser keeps after somebody has come in: it opens nothing, and only says that wrong tries from elsewhere do not close the account here (OWASP: Slow Down Online Guessing Attacks with
/// Device Cookies). It knows the last few people of a machine that several use. Worth nothing for a person who has changed the password or logged out everywhere since, or after 90 days.
/// </summary>
/// <param name="protection">The key ring.</param>
/// <param name="settings">The names of cookies.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class KnownBrowser(IDataProtectionProvider protection, SiteAccountsSettings settings, AccountClock clock)
{
    /// <summary>How many people a browser is known for.</summary>
    public const int MostPeople = 8;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);
    private readonly IDataProtector _seal = protection.CreateProtector("signage.known-browser.2");

    private string Cookie => settings.Cookie("signage-known");

    /// <summary>For whom a browser is known; for nobody when it carries nothing of ours.</summary>
    public IReadOnlyList<KnownPlace> Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 and < 4096 } cookie ? [.. _seal.Unprotect(cookie).Split('\n').Select(KnownPlace.Read).OfType<KnownPlace>().Where(IsYoung)] : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>Lets a browser be known for one more person; of too many the one who came in first is forgotten.</summary>
    public void Keep(HttpContext context, Account account)
    {
        var mine = new KnownPlace(account.Id, account.Stamp, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), clock.Now);
        var all = Read(context).Where(one => one.PersonId != account.Id).Prepend(mine).Take(MostPeople);
        context.Response.Cookies.Append(
            Cookie,
            _seal.Protect(string.Join('\n', all.Select(one => one.Line))),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = settings.IsHttps, Path = "/", IsEssential = true, Expires = clock.Now + KeptFor });
    }

    // A clock that was set right by a little since makes nobody strange.
    private bool IsYoung(KnownPlace place) => (clock.Now - place.Since).Duration() < KeptFor;
}

/// <summary>A browser that somebody has come in from.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Stamp">The stamp of the account then.</param>
/// <param name="Number">Which browser.</param>
/// <param name="Since">When.</param>
internal sealed record KnownPlace(string PersonId, string Stamp, string Number, DateTimeOffset Since)
{
    /// <summary>As it stands in the cookie.</summary>
    public string Line => FormattableString.Invariant($"{PersonId} {Stamp} {Number} {Since.UtcTicks}");

    /// <summary>Reads a line; null when it is none.</summary>
    public static KnownPlace? Read(string line) =>
        line.Split(' ') is [var person, var stamp, var number, var since] && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new KnownPlace(person, stamp, number, new DateTimeOffset(ticks, TimeSpan.Zero))
            : null;

    /// <summary>Whether it is known for this account still.</summary>
    public bool IsOf(Account account) => PersonId == account.Id && Stamp == account.Stamp;

    /// <summary>Whose it is, and no more: whatever is printed may end in a log.</summary>
    public override string ToString() => PersonId;
}
