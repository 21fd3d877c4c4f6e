using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Signage.Core.Accounts;
using Signage.Web.Accounts.Access;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Pages;

/// <summary>What people see and change of their own accounts. Whatever has to do with secrets asks for a fresh proof first.</summary>
internal static class AccountPages
{
    /// <summary>Where it is.</summary>
    public const string Path = "/account";

    /// <summary>Where the one-time code is set up.</summary>
    public const string CodePath = "/account/code";

    /// <summary>Where the password is changed.</summary>
    public const string PasswordPath = "/account/password";

    /// <summary>Where recovery codes are made anew.</summary>
    public const string RecoveryPath = "/account/recovery";

    /// <summary>Where a person goes out of every browser.</summary>
    public const string EverywherePath = "/account/everywhere";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync);
        endpoints.MapForm(PasswordPath, Path, ChangePasswordAsync).RequireAuthorization(DutyPolicies.Fresh);
        endpoints.MapPage(CodePath, ShowCodeAsync).RequireAuthorization(DutyPolicies.Fresh);
        endpoints.MapForm(CodePath, CodePath, SetUpCodeAsync).RequireAuthorization(DutyPolicies.Fresh);
        endpoints.MapForm(RecoveryPath, Path, NewRecoveryAsync).RequireAuthorization(DutyPolicies.Fresh);
        endpoints.MapForm(EverywherePath, Path, LeaveEverywhereAsync);
    }

    private static async Task<IResult> ShowAsync(CurrentAccount current, AccountNeeds needs, HttpContext context) =>
        AccountPageOf(await current.OfAsync(context).ConfigureAwait(false), needs, StatusCodes.Status200OK);

    private static async Task<IResult> ChangePasswordAsync(AccountDesk desk, CurrentAccount current, AccountNeeds needs, SessionCookie cookie, KnownBrowser known, HttpContext context)
    {
        var account = await current.OfAsync(context).ConfigureAwait(false);
        var answer = await desk.ChangePasswordAsync(
            account,
            await context.FieldAsync("old").ConfigureAwait(false),
            await context.FieldAsync("password").ConfigureAwait(false),
            CallerAddress.Of(context),
            context.RequestAborted).ConfigureAwait(false);
        if (answer is not DeskAnswer.Done(var changed))
        {
            return AccountPageOf(account, needs, ((DeskAnswer.Refused)answer).Status, problem: ((DeskAnswer.Refused)answer).Reason);
        }

        await StayAsync(context, cookie, known, changed).ConfigureAwait(false);
        return AccountPageOf(changed, needs, StatusCodes.Status200OK, note: Words.PasswordChanged);
    }

    private static async Task<IResult> ShowCodeAsync(AccountDesk desk, CurrentAccount current, SiteAccountsSettings settings, HttpContext context)
    {
        var account = await current.OfAsync(context).ConfigureAwait(false);
        return SetUpPageOf(context, account, desk.Lend(account), settings, StatusCodes.Status200OK, null);
    }

    private static async Task<IResult> SetUpCodeAsync(AccountDesk desk, CurrentAccount current, SiteAccountsSettings settings, SessionCookie cookie, KnownBrowser known, HttpContext context)
    {
        var account = await current.OfAsync(context).ConfigureAwait(false);
        var lent = await context.FieldAsync("lent").ConfigureAwait(false);
        var (answer, recovery) = await desk.SetUpCodeAsync(account, lent, await context.FieldAsync("code").ConfigureAwait(false)).ConfigureAwait(false);
        return answer is DeskAnswer.Done(var changed)
            ? await RecoveryPageOfAsync(context, cookie, known, changed, recovery).ConfigureAwait(false)
            : SetUpPageOf(context, account, desk.Again(account, lent) ?? desk.Lend(account), settings, ((DeskAnswer.Refused)answer).Status, ((DeskAnswer.Refused)answer).Reason);
    }

    private static async Task<IResult> NewRecoveryAsync(AccountDesk desk, CurrentAccount current, AccountNeeds needs, SessionCookie cookie, KnownBrowser known, HttpContext context)
    {
        var account = await current.OfAsync(context).ConfigureAwait(false);
        if (account.CodeSecret is null)
        {
            return AccountPageOf(account, needs, StatusCodes.Status400BadRequest, problem: Words.CodeFirst);
        }

        var (answer, recovery) = await desk.NewRecoveryAsync(account).ConfigureAwait(false);
        return answer is DeskAnswer.Done(var changed)
            ? await RecoveryPageOfAsync(context, cookie, known, changed, recovery).ConfigureAwait(false)
            : AccountPageOf(account, needs, StatusCodes.Status409Conflict, problem: ((DeskAnswer.Refused)answer).Reason);
    }

    private static async Task<IResult> LeaveEverywhereAsync(
        AccountDesk desk, CurrentAccount current, AccountNeeds needs, SessionBook sessions, SessionCookie cookie, KnownBrowser known, AccountClock clock, HttpContext context)
    {
        var account = await current.OfAsync(context).ConfigureAwait(false);
        var answer = await desk.LeaveEverywhereAsync(account).ConfigureAwait(false);
        if (answer is not DeskAnswer.Done(var changed))
        {
            return AccountPageOf(account, needs, StatusCodes.Status409Conflict, problem: ((DeskAnswer.Refused)answer).Reason);
        }

        // Who presses this because somebody tries the account must not be a stranger at the own desk afterwards. A browser where nobody has shown anything lately may be the stranger's.
        if (context.Features.Get<SessionLook>() is { } look && DutyPolicies.FreshProof.IsMetBy(look.Session, clock.Now))
        {
            known.Keep(context, changed);
        }

        await sessions.EndAllAsync(account.Id).ConfigureAwait(false);
        await cookie.EndAsync(context).ConfigureAwait(false);
        return PageAnswers.GoTo(LogInPages.Path);
    }

    // Everything else of this person has ended; this browser goes on, when it was still in.
    private static async Task StayAsync(HttpContext context, SessionCookie cookie, KnownBrowser known, Account account)
    {
        if (await cookie.ContinueAsync(context, account).ConfigureAwait(false))
        {
            known.Keep(context, account);
        }
    }

    private static async Task<IResult> RecoveryPageOfAsync(HttpContext context, SessionCookie cookie, KnownBrowser known, Account account, IReadOnlyList<string> recovery)
    {
        await StayAsync(context, cookie, known, account).ConfigureAwait(false);
        return PageAnswers.Page<RecoveryPage>(StatusCodes.Status200OK, (nameof(RecoveryPage.Codes), recovery));
    }

    private static IResult AccountPageOf(Account account, AccountNeeds needs, int status, string? note = null, string? problem = null) => PageAnswers.Page<AccountPage>(
        status, (nameof(AccountPage.Account), account), (nameof(AccountPage.Need), needs.Of(account)), (nameof(AccountPage.Note), note), (nameof(AccountPage.Problem), problem));

    private static IResult SetUpPageOf(HttpContext context, Account account, LentSecret lent, SiteAccountsSettings settings, int status, string? problem)
    {
        var link = CodeLink.Of(settings.SiteName, account.Login.Value, lent.Secret);
        var picture = context.RequestServices.GetService<IQrDrawing>()?.DrawPng(link);
        return PageAnswers.Page<SetUpPage>(
            status, (nameof(SetUpPage.Lent), lent.Lent), (nameof(SetUpPage.Secret), lent.Secret), (nameof(SetUpPage.Link), link), (nameof(SetUpPage.Picture), picture), (nameof(SetUpPage.Problem), problem));
    }
}
