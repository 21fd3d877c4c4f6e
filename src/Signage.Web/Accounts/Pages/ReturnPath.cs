using Microsoft.AspNetCore.Http;

namespace Signage.Web.Accounts.Pages;

/// <summary>Where somebody goes after coming in: back to a page of this site, and nowhere else.</summary>
internal static class ReturnPath
{
    /// <summary>The name of the value in addresses and forms.</summary>
    public const string Name = "return";

    private const int Longest = 200;

    /// <summary>The path when it is one of this site; the home page otherwise. What goes into a header is ASCII: a path of other letters comes escaped, as browsers send it.</summary>
    public static string Of(string? wished) =>
        wished is ['/', .. var rest] && wished.Length <= Longest && rest is not ['/' or '\\', ..] && wished.All(sign => sign is > ' ' and < '\u007F') ? wished : "/";

    /// <summary>The end of an address that goes on remembering what this one remembers.</summary>
    public static string Kept(HttpContext context) => Ending(context.Request.Query[Name]);

    /// <summary>The end of an address that remembers where this request wanted to go. What was sent with a form is not asked for again: then it is the page that showed the form.</summary>
    public static string Query(HttpContext context)
    {
        var path = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.GetEndpoint()?.Metadata.GetMetadata<ShownOn>()?.Path ?? "/";
        return Ending(path);
    }

    private static string Ending(string? path) => Of(path) is var mine and not "/" ? $"?{Name}={Uri.EscapeDataString(mine)}" : "";
}

/// <summary>Says of an endpoint that takes a form on which page the form stands.</summary>
/// <param name="Path">The page.</param>
internal sealed record ShownOn(string Path);
