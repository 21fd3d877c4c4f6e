using Browser.Tests.Chrome;
using Browser.Tests.Sites;
using Microsoft.Playwright;

namespace Browser.Tests.Pages;

/// <summary>What everybody must be able to read: on a phone and on a desk, light and dark.</summary>
public sealed class LooksTests(ChromiumBrowser browser)
{
    // The ratio of WCAG 2 between the text of each element and its own ground.
    private const string Contrast = """
        elements => elements.map(element => {
          const light = colour => colour.match(/[\d.]+/g).slice(0, 3).map(part => part / 255)
            .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
          const style = getComputedStyle(element);
          const [a, b] = [light(style.color), light(style.backgroundColor)].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        })
        """;

    public static TheoryData<int, ColorScheme> Screens => new()
    {
        { 360, ColorScheme.Light },
        { 360, ColorScheme.Dark },
        { 1440, ColorScheme.Light },
        { 1440, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Page_WhenOpened_IsChineseFitsAndCanBeRead(int width, ColorScheme scheme)
    {
        await using var site = await ShownSite.StartAsync(Panels.EveryLight(), TestContext.Current.CancellationToken, blank: 3);
        foreach (var path in new[] { "", "panel/sent" })
        {
            await using var seen = await browser.OpenAsync(new Uri(site.Address, path), width, scheme);
            await seen.Page.WaitForSelectorAsync("canvas");
            Assert.Equal("zh-CN", await seen.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal(scheme == ColorScheme.Dark ? "dark" : "light", await seen.Page.Locator("html").GetAttributeAsync("data-theme"));
            Assert.Equal(width, await seen.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.All(await seen.Page.EvalOnSelectorAllAsync<double[]>(".light, .blank-banner", Contrast), ratio => Assert.InRange(ratio, 4.5, 21));
            Assert.All(
                await seen.Page.EvalOnSelectorAllAsync<string[]>("canvas", "all => all.map(one => `${one.getAttribute('role')} ${one.getAttribute('aria-label')}`)"),
                label => Assert.StartsWith("img 东门", label, StringComparison.Ordinal));
            Assert.Empty(seen.Complaints);
        }
    }

    [Fact]
    public async Task Card_WhenAnyLight_PlaysOnlyWhatACardAcknowledged()
    {
        await using var site = await ShownSite.StartAsync(Panels.EveryLight(), TestContext.Current.CancellationToken, blank: 3);
        await using var seen = await browser.OpenAsync(site.Address);
        await seen.Page.WaitForSelectorAsync("canvas[data-plays=true]");
        Assert.Equal(
            ["blanked=false", "blankedunverified=false", "differs=true", "lost=false", "seen=true", "sent=true", "sentunverified=true", "waiting=false"],
            (await seen.Page.EvalOnSelectorAllAsync<string[]>("canvas", "all => all.map(one => `${one.dataset.panel}=${one.dataset.plays}`)")).Order(StringComparer.Ordinal));
        Assert.DoesNotContain('1', (await DrawnFrame.LookAsync(seen.Page, "lost", 1))[0].Lit);
    }

    [Fact]
    public async Task Theme_WhenChosen_StaysInThisBrowser()
    {
        await using var site = await ShownSite.StartAsync(Panels.EveryLight(), TestContext.Current.CancellationToken);
        await using var seen = await browser.OpenAsync(site.Address);
        await seen.Page.GetByLabel("换成深色").ClickAsync();
        await Assertions.Expect(seen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await seen.Page.ReloadAsync();
        await Assertions.Expect(seen.Page.GetByLabel("换成浅色")).ToBeVisibleAsync();
        await Assertions.Expect(seen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }
}
