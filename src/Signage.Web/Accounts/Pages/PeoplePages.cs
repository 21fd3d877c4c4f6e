using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Access;
using Signage.Web.Accounts.Desks;

namespace Signage.Web.Accounts.Pages;

/// <summary>Who of a site has which duty, for whoever manages. Looking asks for the duty, changing for a fresh proof as well.</summary>
internal static class PeoplePages
{
    /// <summary>Where it is.</summary>
    public const string Path = "/people";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var manage = DutyPolicies.Of(Duty.Manage);
        endpoints.MapPage(Path, ShowAsync).RequireAuthorization(manage);
        endpoints.MapForm(Path, Path, InviteAsync).RequireAuthorization(manage, DutyPolicies.Fresh);
        endpoints.MapForm(Path + "/{id}/invitation", Path, InviteAgainAsync).RequireAuthorization(manage, DutyPolicies.Fresh);
        endpoints.MapForm(Path + "/{id}/duties", Path, ChangeDutiesAsync).RequireAuthorization(manage, DutyPolicies.Fresh);
        endpoints.MapForm(Path + "/{id}/standing", Path, ChangeStandingAsync).RequireAuthorization(manage, DutyPolicies.Fresh);
    }

    private static Task<IResult> ShowAsync(IAccountBook book, HttpContext context) => PageOfAsync(book, context, StatusCodes.Status200OK);

    private static async Task<IResult> InviteAsync(PeopleDesk desk, CurrentAccount current, IAccountBook book, HttpContext context)
    {
        var by = await current.OfAsync(context).ConfigureAwait(false);
        var (answer, code) = await desk.InviteAsync(
            by, await context.FieldAsync("login").ConfigureAwait(false), await context.FieldAsync("name").ConfigureAwait(false), await DutiesAsync(context).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
        return await InvitedAsync(answer, code, book, context).ConfigureAwait(false);
    }

    private static async Task<IResult> InviteAgainAsync(string id, PeopleDesk desk, CurrentAccount current, IAccountBook book, HttpContext context)
    {
        var (answer, code) = await desk.InviteAgainAsync(await current.OfAsync(context).ConfigureAwait(false), id, context.RequestAborted).ConfigureAwait(false);
        return await InvitedAsync(answer, code, book, context).ConfigureAwait(false);
    }

    private static async Task<IResult> ChangeDutiesAsync(string id, PeopleDesk desk, CurrentAccount current, IAccountBook book, HttpContext context) => await ChangedAsync(
        await desk.ChangeDutiesAsync(await current.OfAsync(context).ConfigureAwait(false), id, await DutiesAsync(context).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false),
        book,
        context).ConfigureAwait(false);

    private static async Task<IResult> ChangeStandingAsync(string id, PeopleDesk desk, CurrentAccount current, IAccountBook book, HttpContext context)
    {
        var wished = await context.FieldAsync("standing").ConfigureAwait(false) switch
        {
            "active" => PersonStanding.Active,
            "left" => PersonStanding.Left,
            "revoked" => PersonStanding.Revoked,
            _ => (PersonStanding?)null,
        };
        return wished is not { } standing
            ? await PageOfAsync(book, context, StatusCodes.Status400BadRequest, problem: Words.FormNotUnderstood).ConfigureAwait(false)
            : await ChangedAsync(
                await desk.ChangeStandingAsync(await current.OfAsync(context).ConfigureAwait(false), id, standing, context.RequestAborted).ConfigureAwait(false), book, context).ConfigureAwait(false);
    }

    // What is no number is a duty that there is not, and refused as one.
    private static async ValueTask<Duty> DutiesAsync(HttpContext context) =>
        (await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false))["duty"]
            .Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (Duty)number : (Duty)(1 << 30))
            .Aggregate(Duty.None, (all, one) => all | one);

    private static Task<IResult> ChangedAsync(DeskAnswer answer, IAccountBook book, HttpContext context) => answer is DeskAnswer.Refused refused
        ? PageOfAsync(book, context, refused.Status, problem: refused.Reason)
        : Task.FromResult(PageAnswers.GoTo(Path));

    private static Task<IResult> InvitedAsync(DeskAnswer answer, string code, IAccountBook book, HttpContext context) => answer switch
    {
        DeskAnswer.Done(var account) => Task.FromResult(PageAnswers.Page<InvitedPage>(
            StatusCodes.Status200OK,
            (nameof(InvitedPage.Account), account),
            (nameof(InvitedPage.Code), code),
            (nameof(InvitedPage.Address), $"{context.Request.Scheme}://{context.Request.Host}{LogInPages.WelcomePath}"))),
        _ => PageOfAsync(book, context, ((DeskAnswer.Refused)answer).Status, problem: ((DeskAnswer.Refused)answer).Reason),
    };

    private static async Task<IResult> PageOfAsync(IAccountBook book, HttpContext context, int status, string? problem = null) => PageAnswers.Page<PeoplePage>(
        status, (nameof(PeoplePage.People), await book.AllAsync(context.RequestAborted).ConfigureAwait(false)), (nameof(PeoplePage.Problem), problem));
}
