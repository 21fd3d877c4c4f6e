using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Signage.Core.Text;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Pages;

/// <summary>Coming in: the password, then the code on a page of its own. The same two pages ask again for whoever is in, before something that needs a fresh proof.</summary>
internal static class LogInPages
{
    /// <summary>Where the password is asked for.</summary>
    public const string Path = "/login";

    /// <summary>Where the code is asked for.</summary>
    public const string CodePath = "/login/code";

    /// <summary>Where whoever is in is asked again.</summary>
    public const string AgainPath = "/login/again";

    /// <summary>Where people go out.</summary>
    public const string OutPath = "/logout";

    /// <summary>Where a person comes with the code of an invitation.</summary>
    public const string WelcomePath = "/welcome";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).AllowAnonymous();
        endpoints.MapForm(Path, Path, PasswordAsync).AllowAnonymous();
        endpoints.MapPage(CodePath, ShowCodeAsync).AllowAnonymous();
        endpoints.MapForm(CodePath, Path, CodeAsync).AllowAnonymous();
        endpoints.MapPage(AgainPath, ShowAgainAsync);
        endpoints.MapForm(AgainPath, AgainPath, AgainAsync);
        endpoints.MapForm(OutPath, "/", LeaveAsync);
        endpoints.MapPage(WelcomePath, ShowWelcomeAsync).AllowAnonymous();
        endpoints.MapForm(WelcomePath, WelcomePath, WelcomeAsync).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(ClaimDesk claim, HttpContext context) =>
        await claim.IsClaimedAsync(context.RequestAborted).ConfigureAwait(false) ? LogInPageOf(context, Path, StatusCodes.Status200OK, null) : PageAnswers.GoTo(ClaimPages.Path);

    private static async Task<IResult> PasswordAsync(LogInDesk desk, LogInDoor door, HttpContext context)
    {
        var login = await context.FieldAsync("login").ConfigureAwait(false);
        var answer = await desk.PasswordAsync(login, await context.FieldAsync("password").ConfigureAwait(false), door.PlaceOf(context), context.RequestAborted).ConfigureAwait(false);
        return await door.OpenAsync(context, answer, isAgain: false).ConfigureAwait(false) ?? LogInPageOf(context, Path, StatusOf(answer), ReasonOf(answer), login);
    }

    private static async Task<IResult> ShowCodeAsync(ClaimDesk claim, HalfWay half, HttpContext context) =>
        !await claim.IsClaimedAsync(context.RequestAborted).ConfigureAwait(false) ? PageAnswers.GoTo(ClaimPages.Path)
        : half.Read(context) is null ? PageAnswers.GoTo(Path)
        : CodePageOf(context, StatusCodes.Status200OK, null);

    private static async Task<IResult> CodeAsync(LogInDesk desk, LogInDoor door, HalfWay half, HttpContext context)
    {
        if (half.Read(context) is not var (person, stamp, rehash))
        {
            return PageAnswers.GoTo(Path);
        }

        var answer = await desk.CodeAsync(person, stamp, rehash, await context.FieldAsync("code").ConfigureAwait(false), door.PlaceOf(context), context.RequestAborted).ConfigureAwait(false);
        return await door.OpenAsync(context, answer, SessionClaims.PersonOf(context.User) == person).ConfigureAwait(false) ?? CodePageOf(context, StatusOf(answer), ReasonOf(answer));
    }

    private static async Task<IResult> ShowAgainAsync(CurrentAccount current, HttpContext context) =>
        LogInPageOf(context, AgainPath, StatusCodes.Status200OK, null, (await current.OfAsync(context).ConfigureAwait(false)).Login.Value);

    private static async Task<IResult> AgainAsync(LogInDesk desk, LogInDoor door, CurrentAccount current, HttpContext context)
    {
        var account = await current.OfAsync(context).ConfigureAwait(false);
        var answer = await desk.PasswordAsync(
            account.Login.Value, await context.FieldAsync("password").ConfigureAwait(false), door.PlaceOf(context), context.RequestAborted).ConfigureAwait(false);
        return await door.OpenAsync(context, answer, isAgain: true).ConfigureAwait(false) ?? LogInPageOf(context, AgainPath, StatusOf(answer), ReasonOf(answer), account.Login.Value);
    }

    private static async Task<IResult> LeaveAsync(SessionCookie cookie, HttpContext context)
    {
        await cookie.EndAsync(context).ConfigureAwait(false);
        return PageAnswers.GoTo(Path);
    }

    private static async Task<IResult> ShowWelcomeAsync(ClaimDesk claim, HttpContext context) =>
        await claim.IsClaimedAsync(context.RequestAborted).ConfigureAwait(false) ? PageAnswers.Page<WelcomePage>() : PageAnswers.GoTo(ClaimPages.Path);

    private static async Task<IResult> WelcomeAsync(PeopleDesk people, SessionCookie cookie, KnownBrowser known, HttpContext context)
    {
        var login = await context.FieldAsync("login").ConfigureAwait(false);
        var answer = await people.AcceptAsync(
            login, await context.FieldAsync("code").ConfigureAwait(false), await context.FieldAsync("password").ConfigureAwait(false), CallerAddress.Of(context), context.RequestAborted).ConfigureAwait(false);
        if (answer is not DeskAnswer.Done(var account))
        {
            var refused = (DeskAnswer.Refused)answer;
            return PageAnswers.Page<WelcomePage>(refused.Status, (nameof(WelcomePage.Problem), refused.Reason), (nameof(WelcomePage.Login), login));
        }

        await cookie.BeginAsync(context, account).ConfigureAwait(false);
        known.Keep(context, account);
        return PageAnswers.GoTo(AccountPages.Path);
    }

    private static int StatusOf(LogInAnswer answer) => answer switch
    {
        LogInAnswer.TooOften => StatusCodes.Status429TooManyRequests,
        LogInAnswer.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string ReasonOf(LogInAnswer answer) => answer switch
    {
        LogInAnswer.TooOften => Words.TooOften,
        LogInAnswer.Busy(var reason) => reason,
        _ => Words.LogInWrong.With(LogInLimits.MostWrong, (int)LogInLimits.Window.TotalMinutes),
    };

    private static IResult LogInPageOf(HttpContext context, string path, int status, string? problem, string login = "") => PageAnswers.Page<LogInPage>(
        status, (nameof(LogInPage.Problem), problem), (nameof(LogInPage.Login), login), (nameof(LogInPage.Path), path + ReturnPath.Kept(context)), (nameof(LogInPage.IsAgain), path == AgainPath));

    private static IResult CodePageOf(HttpContext context, int status, string? problem) =>
        PageAnswers.Page<CodePage>(status, (nameof(CodePage.Problem), problem), (nameof(CodePage.Path), CodePath + ReturnPath.Kept(context)));
}
