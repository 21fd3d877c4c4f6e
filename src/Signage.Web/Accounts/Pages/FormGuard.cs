using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Signage.Web.Accounts.Pages;

/// <summary>
/// Stands before every form: lets nothing through that was not sent from a page of this site. Three things have to agree, each of which would do: the token in the form belongs to the browser and to whoever
/// sits there, the browser does not say that another site sent it, and the cookie (SameSite=Strict) came along. Nothing of these pages is kept by a browser.
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

        // Not looked at at all is not good enough either: a host that forgot the middleware has no forms.
        return http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && IsOwn(http.Request)
            ? await next(context).ConfigureAwait(false)
            : PageAnswers.Sorry(Words.FormNotOurs, StatusCodes.Status400BadRequest);
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
