using System.Net;
using System.Text.RegularExpressions;

namespace Browser.Tests.Sites;

/// <summary>What a web server answered.</summary>
internal sealed partial record Reply(int Status, string? Location, string Body, IReadOnlyList<string> SetCookies)
{
    /// <summary>The token of its form; null when it has none.</summary>
    public string? Token => Field("token");

    public static async Task<Reply> OfAsync(HttpResponseMessage answer, CancellationToken cancellationToken) => new(
        (int)answer.StatusCode,
        answer.Headers.Location?.ToString(),
        await answer.Content.ReadAsStringAsync(cancellationToken),
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []);

    /// <summary>The value of a hidden field; null when there is none of that name.</summary>
    public string? Field(string name) => Fields().Matches(Body).FirstOrDefault(field => field.Groups[1].Value == name) is { } found ? WebUtility.HtmlDecode(found.Groups[2].Value) : null;

    /// <summary>A cookie that it gives, as the browser sends it back; null when it gives none of that name.</summary>
    public string? Cookie(string name) => SetCookies.FirstOrDefault(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal))?.Split(';')[0] is { } pair && pair.Length > name.Length + 1 ? pair : null;

    [GeneratedRegex("name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Fields();
}
