using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Signage.Web.Accounts.Access;
using Signage.Web.Accounts.Sessions;

namespace Signage.Web.Accounts.Pages;

/// <summary>
/// Stands before every form: lets nothing through that was not sent from a page of this site. Three things have to agree, each of which would do: the token in the form belongs to the browser and to whoever
/// sits there, the browser does not say that another site sent it, and the cookie (SameSite=Strict) came along. Once the whole form is there, what the endpoint asks
/// for is asked again. Nothing of these pages is kept by a browser.
/// </summary>
internal sealed class FormGuard : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";

        // Else browsers do not say which page sent a form (Fetch, section 3.2).
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return await next(context).ConfigureAwait(false);
        }

        // Not looked at at all is not good enough either: a host that forgot the middleware has no forms. What is no form has no token: no header carries one.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true } || !IsOwn(http.Request))
        {
            return PageAnswers.Sorry(Words.FormNotOurs, StatusCodes.Status400BadRequest);
        }

        // A form may take a minute to come. What somebody might do when it began is not what the person may do now.
        await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        return await MayStillAsync(http).ConfigureAwait(false) ? await next(context).ConfigureAwait(false) : Results.Empty;
    }

    // Asks once more what the endpoint asks for; who may not is sent where others are who may not.
    private static async Task<bool> MayStillAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return true;
        }

        var policies = http.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>();
        var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? []).ConfigureAwait(false)
            ?? await policies.GetFallbackPolicyAsync().ConfigureAwait(false)
            ?? await policies.GetDefaultPolicyAsync().ConfigureAwait(false);
        var answer = await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, http, policy).ConfigureAwait(false);

        // Looked at last: the account that the form is about is this one, and any later change of it makes the writing stale.
        var look = SessionClaims.StayOf(http.User) is { } stay
            ? await http.RequestServices.GetRequiredService<SessionBook>().LookAsync(stay, http.RequestAborted).ConfigureAwait(false)
            : null;
        if (answer.Succeeded && look is not null)
        {
            http.Features.Set(look);
            return true;
        }

        var refused = PolicyAuthorizationResult.Forbid(answer.Failure ?? AuthorizationFailure.Failed(policy.Requirements.OfType<CameIn>()));
        await http.RequestServices.GetRequiredService<IAuthorizationMiddlewareResultHandler>().HandleAsync(_ => Task.CompletedTask, http, policy, refused).ConfigureAwait(false);
        return false;
    }

    // Browsers say from which site a request comes (Sec-Fetch-Site) where the page is https or on this machine, and which page sent it (Origin) unless its policy about referrers forbids that.
    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var isOwnPage = origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && new HostString(page.Authority) == request.Host);
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "" => isOwnPage,
            "same-origin" or "none" => isOwnPage || origin == "null",
            _ => false,
        };
    }
}
