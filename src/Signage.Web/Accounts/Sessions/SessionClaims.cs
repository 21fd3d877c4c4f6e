using System.Globalization;
using System.Security.Claims;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>What a request or an open page knows of who sits there. Duties are not among it: they are looked up when they are needed, so that what was taken away is gone at once.</summary>
internal static class SessionClaims
{
    /// <summary>In the cookie only: the id of the session.</summary>
    private const string Id = "signage.session-id";

    /// <summary>In the program only: the number of the stay, which is the same after the browser was given another id.</summary>
    private const string Stay = "signage.stay";

    /// <summary>What goes into the cookie.</summary>
    public static ClaimsPrincipal ForCookie(string id) => new(new ClaimsIdentity([new Claim(Id, id)], SessionCookie.Scheme));

    /// <summary>The id that a cookie carries; null when it carries none.</summary>
    public static string? IdOf(ClaimsPrincipal? cookie) => cookie?.FindFirstValue(Id);

    /// <summary>Who sits there, for a request or an open page.</summary>
    public static ClaimsPrincipal Of(SessionLook look) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, look.Account.Id), new Claim(ClaimTypes.Name, look.Account.Name), new Claim(Stay, look.Stay.ToString(CultureInfo.InvariantCulture))], SessionCookie.Scheme));

    /// <summary>The stay of whoever sits there; null when nobody has come in.</summary>
    public static long? StayOf(ClaimsPrincipal? person) => long.TryParse(person?.FindFirstValue(Stay), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The id of whoever sits there; null when nobody has come in.</summary>
    public static string? PersonOf(ClaimsPrincipal? person) => person?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Whether the account is the one that sits there.</summary>
    public static bool Is(ClaimsPrincipal? person, Account account) => PersonOf(person) == account.Id;
}
