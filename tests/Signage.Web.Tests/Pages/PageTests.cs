using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using Signage.Core.Planning;
using Signage.Core.Ports;
using Signage.Core.Programmes;
using Signage.Web.Hosting;
using Signage.Web.Pages;
using Signage.Web.Playing;
using Signage.Web.Pulse;
using Signage.Web.Tests.Doubles;

namespace Signage.Web.Tests.Pages;

public sealed class PageTests : BunitContext
{
    private readonly FakeTimeProvider _time = new(Views.Morning.AddSeconds(7));
    private readonly BunitJSModuleInterop _script;

    public PageTests()
    {
        _script = JSInterop.SetupModule("./_content/Signage.Web/led/player.js");
        _script.Mode = JSRuntimeMode.Loose;
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Home_WhenACardTookTheWords_SaysSentAndWhatAndWhyAndUntilWhen()
    {
        var home = Open<Home>(new FakeSite(Views.Sent()));
        Assert.Equal("已发", home.Find(".card .light").TextContent);
        Assert.Equal(
            ["已发内容 携手做慈善", "为什么 按社区安排：排期 morning", "从什么时候 08:00:00", "到什么时候 08:40", "让位的排期 排期 base", "最近应答 08:00:00"],
            home.FindAll(".facts > div").Select(fact => $"{fact.QuerySelector("dt")!.TextContent} {fact.QuerySelector("dd")!.TextContent.Trim()}"));
        Assert.Equal("true", home.Find("canvas").GetAttribute("data-plays"));
    }

    [Fact]
    public void Home_WhenAPanelWasSeen_SaysWhen()
    {
        var home = Open<Home>(new FakeSite(Views.Sent() with { SightedAt = Views.Morning.AddMinutes(-5) }));
        Assert.Contains("最后看到 07:55:00（5 分钟前）", home.FindAll(".facts > div").Select(fact => $"{fact.QuerySelector("dt")!.TextContent} {fact.QuerySelector("dd")!.TextContent.Trim()}"));
    }

    [Fact]
    public void Home_WhenTheBasePlaysInstead_SaysThatAndNotWhatWasPlanned()
    {
        var sent = Views.Sent();
        var decision = sent.Decision! with { Basis = [new LoopItem(sent.Decision.Loop[0].Revision, ShowStyle.Automatic, "base")] };
        var home = Open<Home>(new FakeSite(sent with { Decision = decision, Refusal = "未批准" }));
        Assert.Contains("按保底：排期 base，因为排期 morning 的内容不能显示", home.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("按社区安排", home.Find(".facts").TextContent, StringComparison.Ordinal);

        // It plays, so it does not give way.
        Assert.DoesNotContain("让位的排期", home.Find(".facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Home_WhenAPlugIsPulled_TurnsRedAndShowsNoPicture()
    {
        var site = new FakeSite(Views.Sent());
        var home = Open<Home>(site);
        site.Become(Views.Lost());
        _time.Advance(SitePulse.Shortest);
        home.WaitForAssertion(() => Assert.Equal("离线", home.Find(".card-head .light-lost").TextContent));
        Assert.Equal("false", home.Find("canvas").GetAttribute("data-plays"));
        Assert.Contains("离线", home.Find("canvas").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("另一端已关闭", home.Find(".card-trouble").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Home_WhenThereIsNoPanel_SaysSo() => Assert.Contains("还没有登记屏幕", Open<Home>(new FakeSite()).Markup, StringComparison.Ordinal);

    [Fact]
    public void Banner_WhenABlankIsInForce_NamesItsNumber()
    {
        var site = new FakeSite(Views.Sent());
        var banner = Open<BlankBanner>(site);
        Assert.Empty(banner.Markup.Trim());
        site.Become(site.Now with { BlankNumber = 3 });
        _time.Advance(SitePulse.Shortest);
        banner.WaitForAssertion(() => Assert.Contains("第 3 号", banner.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_WhenThereIsSomethingToKnow_StandOnThePageUntilItIsOver()
    {
        var site = new FakeSite(Views.Sent());
        var notes = Open<NotesBanner>(site);
        Assert.Empty(notes.Markup.Trim());
        site.Become(site.Now with { Notes = ["时钟不可信", "还没有放假安排"] });
        _time.Advance(SitePulse.Shortest);
        notes.WaitForAssertion(() => Assert.Equal(["时钟不可信", "还没有放假安排"], notes.FindAll(".note-banner .mud-alert-message").Select(note => note.TextContent.Trim())));
        site.Become(site.Now with { Notes = [] });
        _time.Advance(SitePulse.Shortest);
        notes.WaitForAssertion(() => Assert.Empty(notes.Markup.Trim()));
    }

    [Fact]
    public void Panel_WhenUnknown_SaysSo() => Assert.Contains("没有屏号为“roof”", Panel("roof").Markup, StringComparison.Ordinal);

    [Fact]
    public void Panel_WhenKnown_SetsTheThreeFactsSideBySideAndHidesSecrets()
    {
        var page = Panel("gate");
        Assert.Equal(["应显", "已发", "实显"], page.FindAll(".truth h3").Select(heading => heading.TextContent));
        var desired = Views.Sent().Truth.Desired!.Value.Hex[..12];
        Assert.Equal([desired, desired, "无"], page.FindAll(".digest").Select(digest => digest.TextContent));
        Assert.DoesNotContain("secret", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_WhenLeft_StopsListening()
    {
        var site = new FakeSite(Views.Sent());
        using (var pulse = new SitePulse(site, new PageClocks(_time, _time)))
        {
            Assert.Equal(1, site.Listeners);
        }

        Assert.Equal(0, site.Listeners);
    }

    private IRenderedComponent<PanelPage> Panel(string id)
    {
        Add(new FakeSite(Views.Sent()));
        return Render<PanelPage>(page => page.Add(one => one.Id, id));
    }

    private IRenderedComponent<T> Open<T>(FakeSite site)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        Add(site);
        return Render<T>();
    }

    private void Add(FakeSite site)
    {
        Services.AddSingleton<ISiteWindow>(site);
        Services.AddSingleton(new PageClocks(_time, _time));
        Services.AddSingleton<LedShelf>();
        Services.AddScoped<SitePulse>();
        Services.AddMudServices();
    }
}
