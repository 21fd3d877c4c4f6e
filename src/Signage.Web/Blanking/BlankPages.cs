using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Signage.Core.Accounts;
using Signage.Core.Blanking;
using Signage.Core.Panels;
using Signage.Core.Ports;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Access;
using Signage.Web.Accounts.Pages;

namespace Signage.Web.Blanking;

/// <summary>一键黑屏 and 恢复. Everybody who has come in sees what holds; pressing asks for a duty, releasing for another and a fresh proof. Works by the keyboard, and without script.</summary>
internal static class BlankPages
{
    /// <summary>Where panels are darkened.</summary>
    public const string PressPath = "/blank";

    /// <summary>Where a blank is released.</summary>
    public const string ResumePath = "/resume";

    private const string Panel = "panel";

    /// <summary>Adds what these pages ask for.</summary>
    public static void Configure(AuthorizationOptions options)
    {
        foreach (var duties in (Duty[])[BlankDuties.Press, BlankDuties.Resume])
        {
            options.AddPolicy(DutyPolicies.Of(duties), policy => policy.AddRequirements(new CameIn(), new HasDuty(duties)));
        }
    }

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        string[] resume = [DutyPolicies.Of(BlankDuties.Resume), DutyPolicies.Fresh];
        endpoints.MapPage(PressPath, ShowAsync);
        endpoints.MapForm(PressPath, PressPath, PressAsync).RequireAuthorization(DutyPolicies.Of(BlankDuties.Press));
        endpoints.MapPage(ResumePath, ShowResumeAsync).RequireAuthorization(resume);
        endpoints.MapForm(ResumePath, ResumePath, ResumeAsync).RequireAuthorization(resume);
    }

    /// <summary>Where one panel is darkened.</summary>
    public static string PressPathOf(BlankPanel panel) => $"{PressPath}?{Panel}={panel.Id}";

    private static Task<IResult> ShowAsync(IBlankDesk desk, SiteAccountsSettings settings, IAuthorizationService rights, HttpContext context)
    {
        var (wished, view) = (context.Request.Query[Panel].ToString(), desk.Now);
        return Named(view, wished) is { } named
            ? PressPageOfAsync(view, named.One, settings, rights, context, StatusCodes.Status200OK, null)
            : PressPageOfAsync(view, null, settings, rights, context, StatusCodes.Status404NotFound, Words.BlankNoSuchPanel.With(wished));
    }

    private static async Task<IResult> PressAsync(IBlankDesk desk, CurrentAccount current, SiteAccountsSettings settings, IAuthorizationService rights, HttpContext context)
    {
        var (by, wished) = (await PersonAsync(current, settings, context).ConfigureAwait(false), await context.FieldAsync(Panel).ConfigureAwait(false));
        if (Named(desk.Now, wished) is not { } named)
        {
            return await PressPageOfAsync(desk.Now, null, settings, rights, context, StatusCodes.Status404NotFound, Words.BlankNoSuchPanel.With(wished)).ConfigureAwait(false);
        }

        return desk.Press(by, named.One is { } one ? [one.Id] : (PanelId[])[]) is PressAnswer.Refused(var reason)
            ? await PressPageOfAsync(desk.Now, named.One, settings, rights, context, StatusCodes.Status409Conflict, reason).ConfigureAwait(false)
            : PageAnswers.GoTo(named.One is { } dark ? PressPathOf(dark) : PressPath);
    }

    private static async Task<IResult> ShowResumeAsync(IBlankDesk desk, CurrentAccount current, SiteAccountsSettings settings, HttpContext context) =>
        ResumePageOf(desk.Now, await PersonAsync(current, settings, context).ConfigureAwait(false), settings, StatusCodes.Status200OK, null);

    private static async Task<IResult> ResumeAsync(IBlankDesk desk, CurrentAccount current, SiteAccountsSettings settings, HttpContext context)
    {
        var by = await PersonAsync(current, settings, context).ConfigureAwait(false);
        if (!int.TryParse(await context.FieldAsync("number").ConfigureAwait(false), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return ResumePageOf(desk.Now, by, settings, StatusCodes.Status400BadRequest, Words.FormNotUnderstood);
        }

        var answer = IsByCode(settings) ? desk.ResumeByCode(number, (await context.FieldAsync("code").ConfigureAwait(false)).Trim(), by) : desk.SayResume(number, by);
        return answer is ResumeAnswer.Refused(var reason) ? ResumePageOf(desk.Now, by, settings, StatusCodes.Status409Conflict, reason) : PageAnswers.GoTo(ResumePath);
    }

    // Nothing named is all of the site; what is named and unknown is nothing, and never all of the site.
    private static Wish? Named(BlankView view, string wished) =>
        wished.Length == 0 ? new Wish(null) : view.Panels.FirstOrDefault(panel => panel.Id.Value == wished) is { } one ? new Wish(one) : null;

    private static async ValueTask<Person> PersonAsync(CurrentAccount current, SiteAccountsSettings settings, HttpContext context)
    {
        var account = await current.OfAsync(context).ConfigureAwait(false);
        return account.Person with { Duties = PeopleRules.Usable(account.Duties, settings.Mode) };
    }

    private static bool IsByCode(SiteAccountsSettings settings) => settings.Mode is ReviewMode.OnePerson;

    private static async Task<IResult> PressPageOfAsync(
        BlankView view, BlankPanel? asked, SiteAccountsSettings settings, IAuthorizationService rights, HttpContext context, int status, string? problem) => PageAnswers.Page<BlankPage>(
        status,
        (nameof(BlankPage.View), view),
        (nameof(BlankPage.Asked), asked),
        (nameof(BlankPage.MayPress), (await rights.AuthorizeAsync(context.User, null, DutyPolicies.Of(BlankDuties.Press)).ConfigureAwait(false)).Succeeded),
        (nameof(BlankPage.ByCode), IsByCode(settings)),
        (nameof(BlankPage.Problem), problem));

    private static IResult ResumePageOf(BlankView view, Person by, SiteAccountsSettings settings, int status, string? problem) => PageAnswers.Page<ResumePage>(
        status, (nameof(ResumePage.View), view), (nameof(ResumePage.PersonId), by.Id), (nameof(ResumePage.ByCode), IsByCode(settings)), (nameof(ResumePage.Problem), problem));

    /// <summary>What somebody wants dark.</summary>
    /// <param name="One">The panel; null for all of the site.</param>
    private sealed record Wish(BlankPanel? One);
}
