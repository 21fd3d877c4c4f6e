using System.Text.RegularExpressions;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Signage.Core.Ports;
using Signage.Core.Review;
using Signage.Web.Blanking;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Blanking;

public sealed class PressPageTests
{
    [Theory]
    [InlineData(Duty.Watch)]
    [InlineData(Duty.Manage)]
    public async Task S40_Press_WhenByWatchOrManager_DarkensAllAndShowsTheNumber(Duty duty)
    {
        await using var site = await BlankSite.StartAsync();
        var browser = await site.ComeInAsync("person", duty);
        Assert.Equal((303, "/blank"), To(await browser.FillAsync("/blank", "/blank", Shown(await browser.GetAsync("/blank")))));
        Assert.True(site.Desk.Now is { On: true, IsWhole: true, Number: 1, By: "person的姓名" });
        var after = await browser.GetAsync("/blank");
        Assert.Matches("blank-number\"[^>]*>1<", after.Body);
        Assert.Contains("全部屏幕", after.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/resume\"", after.Body, StringComparison.Ordinal);

        // A key that is pressed twice presses once.
        Assert.DoesNotContain("autofocus", after.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Duty.None)]
    [InlineData(Duty.Write)]
    [InlineData(Duty.FinalReview)]
    [InlineData(Duty.Technician)]
    public async Task S40_Press_WhenByAnybodyElse_IsRefusedAndTheStateIsShown(Duty duty)
    {
        await using var site = await BlankSite.StartAsync();
        var browser = await site.ComeInAsync("person", duty);
        var shown = await browser.GetAsync("/blank");
        Assert.Equal(200, shown.Status);
        Assert.DoesNotContain("<button", shown.Body, StringComparison.Ordinal);
        Assert.Contains("值班或管理", shown.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await browser.PostAsync("/blank", (await browser.GetAsync("/account")).Token)).Status);
        Assert.False(site.Desk.Now.On);
    }

    [Fact]
    public async Task S40_Press_WhenTheProofIsOld_AsksForNone()
    {
        await using var site = await BlankSite.StartAsync();
        var browser = await site.ComeInAsync("watch", Duty.Watch);
        site.Site.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(303, (await browser.FillAsync("/blank", "/blank")).Status);
        Assert.True(site.Desk.Now.On);
    }

    [Fact]
    public async Task Press_WhenNobodyIsIn_LeadsToTheDoorAndBack()
    {
        await using var site = await BlankSite.StartAsync();
        await site.Site.AddAsync("person", Duty.Watch);
        var stranger = site.Stranger();
        Assert.Equal("/login?return=%2Fblank", (await stranger.GetAsync("/blank")).Location);
        Assert.True((await stranger.PostAsync("/blank", (await stranger.GetAsync("/login")).Token)).IsDoor);
        Assert.False(site.Desk.Now.On);
    }

    [Theory]
    [InlineData("/blank")]
    [InlineData("/resume")]
    public async Task Form_WhenNotSentFromAPageOfOurs_DoesNothing(string path)
    {
        await using var site = await BlankSite.StartAsync();
        var (browser, other) = (await site.ComeInAsync("watch", Duty.Watch), await site.ComeInAsync("other", Duty.Watch));
        if (path == "/resume")
        {
            await browser.FillAsync("/blank", "/blank");
        }

        var before = site.Desk.Now;
        foreach (var token in (string?[])[null, "CfDJ8" + new string('A', 80), (await other.GetAsync("/account")).Token])
        {
            Assert.Equal(400, (await browser.PostAsync(path, token, ("number", "1"))).Status);
        }

        var foreign = Browser.Form(path, (await browser.GetAsync("/account")).Token, ("number", "1"));
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(400, (await browser.SendAsync(foreign)).Status);
        Assert.Equal((before.Number, before.On, null), (site.Desk.Now.Number, site.Desk.Now.On, site.Desk.Now.First));
    }

    [Fact]
    public async Task S40_Page_WhenAnyOfTheDesk_LinksToThePress_AndTheButtonHasTheKeys()
    {
        await using var site = await BlankSite.StartAsync();
        var browser = await site.ComeInAsync("manager", Duty.Manage | Duty.Watch);
        var stranger = site.Stranger();
        foreach (var shown in new[]
        {
            await browser.GetAsync("/account"), await browser.GetAsync("/people"), await browser.GetAsync("/blank"), await browser.GetAsync("/resume"), await browser.GetAsync("/account/code"),
            await stranger.GetAsync("/login"), await stranger.GetAsync("/welcome"),
        })
        {
            Assert.Equal(200, shown.Status);
            Assert.Matches("<a href=\"/blank\"[^>]* class=\"blank-link\"", shown.Body);
        }

        // One press after the link: a real form with one button that has the focus, and no script that would have to run.
        var page = await browser.GetAsync("/blank");
        Assert.Equal(["<script src=\"_content/Signage.Web/theme.js\">"], Regex.Matches(page.Body, "<script[^>]*>").Select(found => found.Value));
        Assert.DoesNotMatch(" on[a-z]+=\"", page.Body);
        Assert.Equal("/blank", Regex.Match(page.Body, "<form method=\"post\" action=\"([^\"]*)\"").Groups[1].Value);
        Assert.Matches("autofocus", Assert.Single(Regex.Matches(page.Body, "<button[^>]*>")).Value);
    }

    [Fact]
    public async Task Press_WhenOnePanelIsAskedFor_DarkensThatOne()
    {
        await using var site = await BlankSite.StartAsync();
        var browser = await site.ComeInAsync("watch", Duty.Watch);
        Assert.Contains("href=\"/blank?panel=gate\"", (await browser.GetAsync("/blank")).Body, StringComparison.Ordinal);
        var asked = await browser.GetAsync("/blank?panel=gate");
        Assert.Contains("黑屏：东门条屏", asked.Text, StringComparison.Ordinal);
        Assert.Equal("gate", asked.Field("panel"));
        Assert.Equal((303, "/blank?panel=gate"), To(await browser.FillAsync("/blank?panel=gate", "/blank", Shown(asked))));
        Assert.Equal([("gate", true), ("hall", false)], site.Desk.Now.Panels.Select(panel => (panel.Id.Value, panel.IsCovered)));

        // A key that is pressed twice does not darken the rest, which is one link and one press away.
        Assert.DoesNotContain("autofocus", (await browser.GetAsync("/blank?panel=gate")).Body, StringComparison.Ordinal);
        var after = await browser.GetAsync("/blank");
        Assert.Matches("<button[^>]*autofocus", after.Body);
        Assert.Contains("全部黑屏", after.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roof")]
    [InlineData("../gate")]
    [InlineData("<b>")]
    public async Task Press_WhenThereIsNoSuchPanel_DarkensNothingAndOffersAll(string panel)
    {
        await using var site = await BlankSite.StartAsync();
        var browser = await site.ComeInAsync("watch", Duty.Watch);
        var shown = await browser.GetAsync($"/blank?panel={Uri.EscapeDataString(panel)}");
        Assert.Equal(404, shown.Status);
        Assert.Contains("全部黑屏", shown.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.PostAsync("/blank", shown.Token, ("panel", panel))).Status);
        Assert.False(site.Desk.Now.On);
    }

    [Fact]
    public async Task Press_WhenTheDiskIsFull_HoldsAndSaysSo()
    {
        await using var site = await BlankSite.StartAsync();
        var browser = await site.ComeInAsync("watch", Duty.Watch);
        site.Desk.Full = "磁盘已满";
        await browser.FillAsync("/blank", "/blank");
        Assert.True(site.Desk.Now.On);
        Assert.Contains("黑屏已生效，但还没能写入磁盘：磁盘已满", (await browser.GetAsync("/blank")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Site_WithoutADesk_HasNeitherPagesNorLinks()
    {
        using var ground = new AccountsGround();
        await using var site = await AccountsSite.StartAsync(ground);
        var watch = await site.AddAsync("watch", Duty.Watch);
        using var browser = new Browser(site);
        Assert.DoesNotContain("/blank", (await browser.GetAsync("/login")).Body, StringComparison.Ordinal);
        await browser.LogInAsync(watch);
        Assert.Equal(404, (await browser.GetAsync("/blank")).Status);
    }

    [Fact]
    public void S40_Link_OnALivePage_IsLeftToTheBrowser()
    {
        using var page = new BunitContext();
        Assert.Empty(page.Render<BlankLink>().Markup.Trim());
        using var live = new BunitContext();
        live.Services.AddSingleton<IBlankDesk>(new MemoryDesk(TimeProvider.System, _ => true, ReviewMode.ThreeReviews));
        Assert.Equal(("/blank", "_top", "一键黑屏"), Read(live.Render<BlankLink>().Find("a")));
        Assert.Equal(("/resume", "_top", "解除黑屏"), Read(live.Render<ResumeLink>().Find("a")));

        static (string?, string?, string) Read(AngleSharp.Dom.IElement link) => (link.GetAttribute("href"), link.GetAttribute("target"), link.TextContent.Trim());
    }

    private static (int, string?) To(Browser.Shown shown) => (shown.Status, shown.Location);

    /// <summary>What the form of a page sends beside its token.</summary>
    private static (string, string)[] Shown(Browser.Shown page) => [("panel", page.Field("panel") ?? "")];
}
