using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Signage.Web.Accounts.Pages;

/// <summary>Pages and their forms as endpoints.</summary>
internal static class Forms
{
    private const int LargestForm = 16 * 1024;

    /// <summary>A page.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder endpoints, string path, Delegate answer) => endpoints.MapGet(path, answer).AddEndpointFilter(new FormGuard());

    /// <summary>Takes a form.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="path">The path that it is sent to.</param>
    /// <param name="shownOn">The page on which it stands.</param>
    /// <param name="answer">What takes it.</param>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder endpoints, string path, string shownOn, Delegate answer) =>
        endpoints.MapPost(path, answer).AddEndpointFilter(new FormGuard())
            .WithMetadata(new RequireAntiforgeryTokenAttribute(required: true), new RequestSizeLimitAttribute(LargestForm), new ShownOn(shownOn));

    /// <summary>One value of a form; empty when it is not there.</summary>
    public static async ValueTask<string> FieldAsync(this HttpContext context, string name) =>
        (await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false))[name].ToString();
}
