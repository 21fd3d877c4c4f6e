using System.Net.Http.Headers;
using Signage.Core.Accounts;

namespace Browser.Tests.Sites;

/// <summary>A browser without script: it sends the cookies that it was given, and fills in forms.</summary>
/// <param name="site">The site.</param>
/// <param name="account">Who sits there; null for somebody who has no account.</param>
/// <param name="session">The cookie of a session, good or not; null for none.</param>
internal sealed class Caller(DoorSite site, Account? account, string? session)
{
    private string? _formCookie;
    private string? _token;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Who sits there.</summary>
    public Account? Account => account;

    /// <summary>Looks at a page that everybody may see, and keeps the token of its form: no token is better for whoever sits there.</summary>
    public async Task LearnTokenAsync(string page)
    {
        var shown = await AskAsync("GET", page);
        (_formCookie, _token) = (shown.Cookie("signage-form"), shown.Token);
        Assert.True(_formCookie is not null && _token is not null, $"{page}: {shown.Status} {shown.Location}");
    }

    /// <summary>Asks for something.</summary>
    public Task<Reply> AskAsync(string method, string path) => SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(site.Address, path)));

    /// <summary>Asks for the first byte of a file: whoever may have that may have all of it.</summary>
    public Task<Reply> GlanceAsync(string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(site.Address, path));
        request.Headers.Range = new RangeHeaderValue(0, 0);
        return SendAsync(request);
    }

    /// <summary>Sends a form that nobody took from a page: its cookie comes along, and the token does not.</summary>
    public Task<Reply> ForgeAsync(string path) => SendAsync(Form(path, [("number", "1")]));

    /// <summary>Sends a form.</summary>
    public Task<Reply> SubmitAsync(string path, params (string Name, string Value)[] fields) => SendAsync(Form(path, [.. fields, ("token", _token!)]));

    /// <summary>The same browser, with the session that an answer gave it.</summary>
    public Caller With(Reply reply) => new(site, account, reply.Cookie("signage"));

    private HttpRequestMessage Form(string path, IEnumerable<(string Name, string Value)> fields) => new(HttpMethod.Post, new Uri(site.Address, path))
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    };

    private Task<Reply> SendAsync(HttpRequestMessage request)
    {
        string[] cookies = [.. new[] { session, _formCookie }.OfType<string>()];
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies));
        }

        return site.AskAsync(request, Token);
    }
}
