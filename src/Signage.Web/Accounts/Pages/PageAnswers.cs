using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Signage.Web.Accounts.Pages;

/// <summary>Answers of the pages that stand by themselves: drawn on the server once, without script.</summary>
internal static class PageAnswers
{
    /// <summary>A page.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="values">What the page shows, by the names of its parameters.</param>
    public static IResult Page<T>(int status = StatusCodes.Status200OK, params (string Name, object? Value)[] values)
        where T : IComponent =>
        new RazorComponentResult<T>(values.ToDictionary(value => value.Name, value => value.Value)) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page that says one thing.</summary>
    public static IResult Sorry(string reason, int status) => Page<SorryPage>(status, (nameof(SorryPage.Reason), reason));

    /// <summary>Sends the browser to a path of this site, by GET whatever it did.</summary>
    public static IResult GoTo(string path) => new SeeOther(path);

    /// <summary>The same, where there is no endpoint.</summary>
    public static void Go(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
        context.Response.Headers.CacheControl = "no-store";
    }

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Go(httpContext, path);
            return Task.CompletedTask;
        }
    }
}
