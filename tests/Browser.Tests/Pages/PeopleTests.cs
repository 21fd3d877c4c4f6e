using System.Net;
using Browser.Tests.Chrome;
using Browser.Tests.Sites;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>How the first person comes into a real site, with a real browser, and what that closes to everybody else.</summary>
public sealed class PeopleTests(ChromiumBrowser browser)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S07_Site_WhenItIsClaimedWithTheCodeOfItsMachine_IsClosedToEverybodyElseAndStaysSoOverARestart()
    {
        await using var site = await PluggedSite.StartAsync(Token);
        await using var stranger = await browser.OpenAsync(site.Address);
        await Assertions.Expect(stranger.State("gate")).ToHaveTextAsync("已发");

        await using var seen = await browser.OpenAsync(site.Address);
        var secret = await FirstPerson.ClaimAsync(seen.Page, site);

        // The page that a stranger had open is cut, comes back by itself as pages do that have lost their site, and finds the door.
        await stranger.Page.WaitForURLAsync("**/login**", new PageWaitForURLOptions { Timeout = 30_000 });
        await AssertClosedAsync(site);

        // Who came in looks at the panels, also after the site was started again: account and session were kept.
        await seen.Page.GotoAsync(site.Address.ToString());
        await Assertions.Expect(seen.State("gate")).ToHaveTextAsync("已发");
        await seen.Page.EvaluateAsync("window.isOld = true");
        await site.RestartAsync(Token);

        // The page comes back by itself, and is let in by the session that was kept.
        await seen.Page.WaitForFunctionAsync("() => window.isOld === undefined && document.querySelector('#panel-gate') !== null", null, new PageWaitForFunctionOptions { Timeout = 60_000 });
        await Assertions.Expect(seen.State("gate")).ToHaveTextAsync("已发");
        await AssertClosedAsync(site);
        await LogInAsync(stranger.Page, site, secret);
        await Assertions.Expect(stranger.State("gate")).ToHaveTextAsync("已发");
    }

    // A code is good once: the telephone shows another one within half a minute.
    private static async Task LogInAsync(IPage page, PluggedSite site, string secret)
    {
        await page.GotoAsync(new Uri(site.Address, "login").ToString());
        await page.FillAsync("input[name=login]", "wangfang");
        await page.FillAsync("input[name=password]", FirstPerson.Password);
        await page.ClickAsync("form button");
        await page.WaitForSelectorAsync("input[name=code]");
        await page.FillAsync("input[name=code]", Telephone.Code(secret, TimeProvider.System.GetUtcNow().AddSeconds(30)));
        await page.ClickAsync("form[action='/login/code'] button");
    }

    private static async Task AssertClosedAsync(PluggedSite site)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (var path in (string[])["", "panel/gate", "account", "people", "nothing-at-all"])
        {
            using var answer = await http.GetAsync(new Uri(site.Address, path), Token);
            Assert.Equal((path, HttpStatusCode.SeeOther), (path, answer.StatusCode));
            Assert.StartsWith("/login", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        using var hub = await http.PostAsync(new Uri(site.Address, "_blazor/negotiate?negotiateVersion=1"), null, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, hub.StatusCode);
        using var health = await http.GetAsync(new Uri(site.Address, "health"), Token);
        Assert.Equal("Healthy", await health.Content.ReadAsStringAsync(Token));
    }
}
