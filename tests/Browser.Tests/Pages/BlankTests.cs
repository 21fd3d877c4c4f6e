using System.Text.Json.Nodes;
using Browser.Tests.Chrome;
using Browser.Tests.Sites;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>一键黑屏 in a real browser over a real site and a simulated panel: what the person presses is what the LEDs do.</summary>
public sealed class BlankTests(ChromiumBrowser browser)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S40_Blank_WhenPressedByTheKeyboardFromALivePage_DarkensTheGlassUntilTheCodeOfTheMachineReleasesIt()
    {
        await using var site = await PluggedSite.StartAsync(Token, reviews: "one");
        await using var seen = await browser.OpenAsync(site.Address);
        await FirstPerson.ClaimAsync(seen.Page, site);
        await site.AskAsync(new JsonObject { ["verb"] = "people.duties", ["login"] = "wangfang", ["duties"] = new JsonArray("manage", "watch") }, Token);
        await seen.Page.GotoAsync(site.Address.ToString());
        await Assertions.Expect(seen.State("gate")).ToHaveTextAsync("已发");
        Assert.False(site.IsDark);

        // One press leads there from any page, and the button has the focus already.
        await seen.Page.Locator(".page-bar a.blank-link").PressAsync("Enter");
        await seen.Page.WaitForURLAsync("**/blank");
        await Assertions.Expect(seen.Page.Locator("button.blank-press")).ToBeFocusedAsync();
        await Pictures.KeepAsync(seen.Page, "page-blank-1440-light");
        await seen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(seen.Page.Locator("a[href='/resume']")).ToBeVisibleAsync();
        await seen.Page.GotoAsync(site.Address.ToString());
        await Assertions.Expect(seen.Page.Locator(".blank-banner")).ToBeVisibleAsync();
        await Assertions.Expect(seen.State("gate")).ToHaveTextAsync("黑屏", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
        Assert.True(site.IsDark);

        // The banner leads to the release; a wrong code leaves it dark.
        await ReleaseAsync(seen.Page, site.Console.Code == "000000" ? "000001" : "000000");
        await Assertions.Expect(seen.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.True(site.IsDark);
        await Pictures.KeepAsync(seen.Page, "page-resume-1440-light");
        await ReleaseAsync(seen.Page, site.Console.Code);
        await Assertions.Expect(seen.Page.Locator("main a[href='/']")).ToBeVisibleAsync();
        await seen.Page.GotoAsync(site.Address.ToString());
        await Assertions.Expect(seen.State("gate")).ToHaveTextAsync("已发", new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
        Assert.False(site.IsDark);
        Assert.Contains("409", Assert.Single(seen.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task S40_Link_WhenThePageIsSmallOrLarge_IsThereAndNothingIsCutOff(int width)
    {
        await using var site = await PluggedSite.StartAsync(Token, reviews: "one");
        await using var seen = await browser.OpenAsync(site.Address, width);
        await Assertions.Expect(seen.Page.Locator(".page-bar a.blank-link")).ToBeInViewportAsync();
        await Assertions.Expect(seen.Page.Locator(".page-bar a.account-link")).ToBeInViewportAsync();
        Assert.Equal(width, await seen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        // Not taken for the other theme: nothing of them is another there but colours that are asserted elsewhere.
        await seen.Page.GotoAsync(new Uri(site.Address, "claim").ToString());
        await Pictures.KeepAsync(seen.Page, $"page-claim-{width}-light");
    }

    private static async Task ReleaseAsync(IPage page, string code)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), "/resume").ToString());
        await page.FillAsync("input[name=code]", code);
        await page.ClickAsync("form[action='/resume'] button");
    }
}
