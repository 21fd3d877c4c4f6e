using Browser.Tests.Chrome;
using Browser.Tests.Sites;
using Microsoft.Playwright;
using Signage.Testing.Servers;

namespace Browser.Tests.Pages;

/// <summary>What a visitor sees when something is gone: the panel, or the site itself.</summary>
public sealed class PlugTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Panel_WhenItsPlugIsPulled_IsRedAndOfflineWithinTenSeconds()
    {
        await using var site = await PluggedSite.StartAsync(TestContext.Current.CancellationToken);
        await using var seen = await browser.OpenAsync(site.Address);
        await Assertions.Expect(seen.State("gate")).ToHaveTextAsync("已发");
        Assert.Contains(await DrawnFrame.LookAsync(seen.Page, "gate", 12), frame => frame.Lit.Contains('1', StringComparison.Ordinal));

        await site.PullThePlugAsync();
        await Assertions.Expect(seen.State("gate")).ToHaveTextAsync("离线", new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 });
        await Assertions.Expect(seen.State("gate")).ToHaveCSSAsync("background-color", "rgb(194, 34, 34)");
        await Assertions.Expect(seen.Card("gate").Locator("canvas")).ToHaveAttributeAsync("data-plays", "false");
        await seen.Page.WaitForFunctionAsync("""
            async () => (await import("/_content/Signage.Web/led/player.js")).drawn(document.querySelector("canvas")).cells.every(cell => cell === 0)
            """);
        Assert.Empty(seen.Complaints);
    }

    [Fact]
    public async Task Page_WhenItsSiteGoesAndComesBack_SaysSoAndComesBackToo()
    {
        var token = TestContext.Current.CancellationToken;
        var port = QuietPort.Find();
        var site = await ShownSite.StartAsync(Panels.EveryLight(), token, port: port);
        await using var seen = await browser.OpenAsync(site.Address);
        await Assertions.Expect(seen.State("sent")).ToHaveTextAsync("已发");
        await site.DisposeAsync();
        await Assertions.Expect(seen.Page.GetByText("与站点的连接断了")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 15_000 });

        // What lies under it is seen, and 一键黑屏 can be found.
        await Assertions.Expect(seen.Page.Locator("#components-reconnect-modal")).ToHaveCSSAsync("background-color", "rgba(0, 0, 0, 0.55)");
        await Pictures.KeepAsync(seen.Page, "page-lost-1440-light");
        await using var again = await ShownSite.StartAsync([Panels.EveryLight()[0]], token, port: port);
        await Assertions.Expect(seen.Page.Locator(".card")).ToHaveCountAsync(1, new LocatorAssertionsToHaveCountOptions { Timeout = 60_000 });
    }
}
