using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>The cookie that carries a session's id, and how a browser gets and loses one.</summary>
/// <param name="sessions">The sessions.</param>
/// <param name="clock">The clock of log-in.</param>
internal sealed class SessionCookie(SessionBook sessions, AccountClock clock)
{
    /// <summary>The scheme of whoever is in.</summary>
    public const string Scheme = "signage";

    /// <summary>Lets a person in: with a new session, whatever the browser held before.</summary>
    public async Task BeginAsync(HttpContext context, Account account)
    {
        await EndOldAsync(context).ConfigureAwait(false);
        await SendAsync(context, await sessions.BeginAsync(account).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Lets a person go on who has shown again who it is; false when the session has ended meanwhile.</summary>
    public Task<bool> RenewAsync(HttpContext context, Account account) => SendAsync(context, SessionClaims.StayOf(context.User) is { } stay ? sessions.Renew(stay, account) : null);

    /// <summary>Lets a person go on, here and nowhere else, who has changed what proves who it is; false when the session has ended meanwhile.</summary>
    public async Task<bool> ContinueAsync(HttpContext context, Account account) =>
        await SendAsync(context, SessionClaims.StayOf(context.User) is { } stay ? await sessions.ContinueAsync(stay, account).ConfigureAwait(false) : null).ConfigureAwait(false);

    /// <summary>Sees a person out.</summary>
    public async Task EndAsync(HttpContext context)
    {
        await EndOldAsync(context).ConfigureAwait(false);
        await context.SignOutAsync(Scheme).ConfigureAwait(false);
    }

    /// <summary>Looks at the session that a cookie names, at every request.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        var sessions = cookie.HttpContext.RequestServices.GetRequiredService<SessionBook>();
        if (SessionClaims.IdOf(cookie.Principal) is { } id
            && await sessions.LookAsync(Session.KeyOf(id), IsActive(cookie.HttpContext), cookie.HttpContext.RequestAborted).ConfigureAwait(false) is { } look)
        {
            cookie.ReplacePrincipal(SessionClaims.Of(look));
            return;
        }

        // The cookie is left where it is: it opens nothing, and another request of the same browser may have put a new one in its place.
        cookie.RejectPrincipal();
    }

    // Pictures and styles come by themselves, and so does what an open page asks for.
    private static bool IsActive(HttpContext context) => !LiveConnections.IsLive(context) && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private Task EndOldAsync(HttpContext context) => SessionClaims.StayOf(context.User) is { } stay ? sessions.EndAsync(stay) : Task.CompletedTask;

    private async Task<bool> SendAsync(HttpContext context, string? id)
    {
        if (id is null)
        {
            return false;
        }

        await context.SignInAsync(Scheme, SessionClaims.ForCookie(id), new AuthenticationProperties
        {
            IssuedUtc = clock.Now,
            ExpiresUtc = clock.Now + SessionLimits.Absolute,
            AllowRefresh = false,
        }).ConfigureAwait(false);
        return true;
    }
}
