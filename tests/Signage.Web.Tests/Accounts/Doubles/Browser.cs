using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>A browser without script: it keeps cookies, sends the forms of the pages it was shown, and follows nothing by itself.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(AccountsSite site, CookieContainer? cookies = null, string? from = null)
    {
        (Site, Cookies) = (site, cookies ?? new CookieContainer());
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == AccountsSite.CertificateName;
        _client = new HttpClient(handler) { BaseAddress = site.Address };
        if (from is not null)
        {
            _client.DefaultRequestHeaders.Add("X-Test-From", from);
        }
    }

    public AccountsSite Site { get; }

    public CookieContainer Cookies { get; }

    public string? Cookie(string name) => Cookies.GetCookies(Site.Address)[name]?.Value;

    public Task<Shown> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens a page, fills its form in and sends it.</summary>
    public async Task<Shown> FillAsync(string page, string path, params (string Name, string Value)[] fields) => await PostAsync(path, (await GetAsync(page)).Token, fields);

    public Task<Shown> PostAsync(string path, string? token, params (string Name, string Value)[] fields) => SendAsync(Form(path, token, fields));

    public static HttpRequestMessage Form(string path, string? token, params (string Name, string Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Concat(token is null ? [] : [("token", token)]).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
    };

    public async Task<Shown> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var set = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.ToArray() : [];
            return new Shown((int)response.StatusCode, response.Headers.Location?.ToString(), body, set);
        }
    }

    /// <summary>Comes in with everything that is asked for.</summary>
    public async Task<Shown> LogInAsync(Insider person, string path = "/login")
    {
        var shown = await FillAsync(path, path, ("login", person.Login), ("password", person.Password));
        if (person.Secret is null || shown.Status != 303)
        {
            return shown;
        }

        // A telephone shows a code that was used until the next step begins.
        Site.Time.Advance(TimeSpan.FromSeconds(30));
        return await FillAsync(shown.Location!, shown.Location!, ("code", person.Code(Site.Time.GetUtcNow())));
    }

    /// <summary>Opens a connection that stays open: one of the site's own, or the circuit of a Blazor page as far as its first words.</summary>
    public async Task<LivePage> OpenLiveAsync(bool isCircuit = true) => isCircuit ? await OpenCircuitAsync() : await LivePage.OpenAsync(this, "/live", "", "hello");

    private async Task<LivePage> OpenCircuitAsync()
    {
        var shown = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1"));
        Assert.Equal(200, shown.Status);
        var id = (string)JsonNode.Parse(shown.Body)!["connectionToken"]!;
        return await LivePage.OpenAsync(this, $"/_blazor?id={Uri.EscapeDataString(id)}", "{\"protocol\":\"blazorpack\",\"version\":1}\u001E", "{}\u001E");
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What a browser was shown.</summary>
    internal sealed partial record Shown(int Status, string? Location, string Body, IReadOnlyList<string> SetCookies)
    {
        public string? Token => TokenField().Match(Body) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

        public string Text => WebUtility.HtmlDecode(Tag().Replace(Body, " "));

        public string? Field(string name) => Regex.Match(Body, $"name=\"{name}\"[^>]* value=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

        public bool IsDoor => Status == 303 && Location?.StartsWith("/login", StringComparison.Ordinal) == true;

        [GeneratedRegex("name=\"token\" value=\"([^\"]*)\"")]
        private static partial Regex TokenField();

        [GeneratedRegex("<[^>]*>")]
        private static partial Regex Tag();
    }
}
