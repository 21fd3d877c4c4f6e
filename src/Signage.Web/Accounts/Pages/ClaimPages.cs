using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Pages;

/// <summary>Taking a new site: the only pages of a site without any account.</summary>
internal static class ClaimPages
{
    /// <summary>Where it is.</summary>
    public const string Path = "/claim";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).AllowAnonymous();
        endpoints.MapForm(Path, Path, ClaimAsync).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(ClaimDesk desk, HttpContext context) =>
        await desk.IsClaimedAsync(context.RequestAborted).ConfigureAwait(false) ? PageAnswers.GoTo(LogInPages.Path) : PageAnswers.Page<ClaimPage>();

    private static async Task<IResult> ClaimAsync(ClaimDesk desk, SessionCookie cookie, KnownBrowser known, HttpContext context)
    {
        var (login, name) = (await context.FieldAsync("login").ConfigureAwait(false), await context.FieldAsync("name").ConfigureAwait(false));
        var answer = await desk.ClaimAsync(
            await context.FieldAsync("code").ConfigureAwait(false), login, name, await context.FieldAsync("password").ConfigureAwait(false), CallerAddress.Of(context), context.RequestAborted).ConfigureAwait(false);
        if (answer is not DeskAnswer.Done(var account))
        {
            var refused = (DeskAnswer.Refused)answer;
            return PageAnswers.Page<ClaimPage>(refused.Status, (nameof(ClaimPage.Problem), refused.Reason), (nameof(ClaimPage.Login), login), (nameof(ClaimPage.Name), name));
        }

        await cookie.BeginAsync(context, account).ConfigureAwait(false);
        known.Keep(context, account);
        return PageAnswers.GoTo(AccountPages.Path);
    }
}
