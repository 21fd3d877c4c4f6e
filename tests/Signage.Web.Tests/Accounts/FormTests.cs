using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Signage.Core.Review;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

/// <summary>Every endpoint that changes anything, as the route table says, under every way of sending a form that is not ours.</summary>
public sealed class FormTests : IDisposable
{
    private static readonly string[] Expected =
    [
        "/account/code", "/account/everywhere", "/account/password", "/account/recovery", "/claim", "/login", "/login/again", "/login/code", "/logout", "/people", "/people/{id}/duties",
        "/people/{id}/invitation", "/people/{id}/standing", "/welcome",
    ];

    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task S25_Forms_WhenReadFromTheRouteTable_AreThese()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        Assert.Equal(Expected, Changing(site).Select(endpoint => endpoint.RoutePattern.RawText).Order(StringComparer.Ordinal));
        Assert.All(Changing(site), endpoint => Assert.True(endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation, endpoint.RoutePattern.RawText));
    }

    [Fact]
    public async Task S25_Form_WhenNotSentFromAPageOfOurs_ChangesNothing()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var manager = await site.AddAsync("manager", Duty.Manage);
        var other = await site.AddAsync("other", Duty.Write);
        using var browser = new Browser(site);
        using var thief = new Browser(site);
        await browser.LogInAsync(manager);
        await thief.LogInAsync(other);
        var (mine, theirs) = ((await browser.GetAsync("/account")).Token, (await thief.GetAsync("/account")).Token);
        var before = _ground.Book.Deeds.Count;
        var sessions = (await site.ShelvedAsync()).Count;
        foreach (var endpoint in Changing(site))
        {
            var path = endpoint.RoutePattern.RawText!.Replace("{id}", other.Id, StringComparison.Ordinal);
            (string What, HttpRequestMessage Request)[] tries =
            [
                ("no token", Form(path, null)),
                ("another's token", Form(path, theirs)),
                ("a made-up token", Form(path, "CfDJ8" + new string('A', 80))),
                ("another site by its page", With(Form(path, mine), "Origin", "https://evil.example")),
                ("another port of this machine", With(Form(path, mine), "Origin", "http://127.0.0.1:1")),
                ("a page without a site", With(Form(path, mine), "Origin", "null")),
                ("another site by what the browser says", With(Form(path, mine), "Sec-Fetch-Site", "cross-site")),
                ("a neighbour by what the browser says", With(Form(path, mine), "Sec-Fetch-Site", "same-site")),
            ];
            foreach (var (what, request) in tries)
            {
                Assert.Equal((path, what, 400), (path, what, (await browser.SendAsync(request)).Status));
            }
        }

        Assert.Equal(before, _ground.Book.Deeds.Count);
        Assert.Equal(sessions, (await site.ShelvedAsync()).Count);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);

        // The same with everything right is done, so that the above was refused for what was wrong with it.
        var right = With(With(Form("/logout", mine), "Origin", site.Address.GetLeftPart(UriPartial.Authority)), "Sec-Fetch-Site", "same-origin");
        Assert.Equal(303, (await browser.SendAsync(right)).Status);
        Assert.True((await browser.GetAsync("/")).IsDoor);
    }

    [Fact]
    public async Task S25_Form_WhenNobodyIsIn_ChangesNothingEither()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var person = await site.AddAsync("person", Duty.Manage);
        using var browser = new Browser(site);
        var token = (await browser.GetAsync("/login")).Token;
        var before = _ground.Book.Deeds.Count;
        foreach (var path in Expected.Where(path => path is not ("/claim" or "/login" or "/login/code" or "/welcome")))
        {
            var shown = await browser.SendAsync(Form(path.Replace("{id}", person.Id, StringComparison.Ordinal), token));
            Assert.True(shown.IsDoor, path);
        }

        Assert.Equal(before, _ground.Book.Deeds.Count);
    }

    [Fact]
    public async Task S25_Form_WhenTooLarge_IsNotRead()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        await site.AddAsync("person", Duty.Manage);
        using var browser = new Browser(site);
        var looks = site.Hasher.Looks;
        var shown = await browser.FillAsync("/login", "/login", ("login", "person"), ("password", new string('x', 20_000)));
        Assert.InRange(shown.Status, 400, 499);
        Assert.Equal(looks, site.Hasher.Looks);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/claim")]
    [InlineData("/welcome")]
    public async Task S25_Form_WhenItIsNoForm_Is4xx(string path)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        if (path != "/claim")
        {
            await site.AddAsync("person", Duty.Manage);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", (await browser.GetAsync(path)).Token);
        Assert.Equal(400, (await browser.SendAsync(request)).Status);

        // Nor does a form have its token anywhere else.
        var form = Form(path, null);
        form.Headers.Add("RequestVerificationToken", (await browser.GetAsync(path)).Token);
        Assert.Equal(400, (await browser.SendAsync(form)).Status);
    }

    [Fact]
    public async Task S28_Site_WhenTlsEndsBeforeIt_ShowsItsPages()
    {
        await using var site = await AccountsSite.StartAsync(_ground, settings => settings with { IsHttps = true }, isTlsElsewhere: true);
        await site.AddAsync("person", Duty.Manage);
        using var browser = new Browser(site);
        var shown = await browser.GetAsync("/login");
        Assert.Equal(200, shown.Status);
        Assert.Contains(shown.SetCookies, cookie => cookie.StartsWith("__Host-signage-form=", StringComparison.Ordinal) && cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<RouteEndpoint> Changing(AccountsSite site) =>
        site.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD" or "OPTIONS")) == true);

    private static HttpRequestMessage Form(string path, string? token) => Browser.Form(
        path, token, ("login", "new-name"), ("name", "某人"), ("password", Insider.Usual), ("old", Insider.Usual), ("code", "123456"), ("duty", "1"), ("standing", "revoked"), ("lent", ""));

    private static HttpRequestMessage With(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Add(header, value);
        return request;
    }
}
