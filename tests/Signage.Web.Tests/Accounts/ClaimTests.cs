using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Time.Testing;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed class ClaimTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task S07_Site_WhenNobodyHasAnAccount_AnswersOnlyWithTheClaimPageFilesAndWhatPanelsShow()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        var pages = site.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(endpoint => endpoint.RoutePattern.RawText!).ToArray();
        Assert.Contains("/people", pages);
        Assert.Contains("/silent", pages);
        foreach (var page in pages.Append("/not-there"))
        {
            var shown = await browser.GetAsync(page);
            Assert.Equal(page is "/claim" or "/accounts.css" or "/look" ? (page, 200, null) : (page, 303, "/claim"), (page, shown.Status, shown.Location));
        }

        Assert.Contains("认领码", (await browser.GetAsync("/claim")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S07_Site_WhenClaimedWithTheCodeOfItsScreen_HasOneWhoManages()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        var shown = await ClaimAsync(browser, site.Screen.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Equal((303, "/account"), (shown.Status, shown.Location));
        var account = Assert.Single(await _ground.Book.AllAsync(TestContext.Current.CancellationToken));
        Assert.Equal((Duty.Manage, "王芳", "wangfang"), (account.Duties, account.Name, account.Login.Value));
        Assert.Equal(new AccountDeed("console", AccountDeed.Claim), Assert.Single(_ground.Book.Deeds).Deed);
        var own = await browser.GetAsync("/account");
        Assert.Contains("您的岗位要先设置手机验证码", own.Text, StringComparison.Ordinal);

        // Managing has to wait for the code.
        Assert.Equal("/account", (await browser.GetAsync("/people")).Location);
        Assert.Equal("/login", (await browser.GetAsync("/claim")).Location);
    }

    [Fact]
    public async Task S07_Code_WhenAStrangerTypesFiveWrongOnes_IsStillGood()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var stranger = new Browser(site, from: "192.0.2.7");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Equal(400, (await ClaimAsync(stranger, "AAAAA-AAAAA")).Status);
        }

        // It costs the stranger, and not the owner, who may have the same address behind a proxy.
        Assert.Equal(429, (await ClaimAsync(stranger, "AAAAA-AAAAA")).Status);
        Assert.Empty(await _ground.Book.AllAsync(TestContext.Current.CancellationToken));
        using var owner = new Browser(site, from: "192.0.2.7");
        Assert.Equal(303, (await ClaimAsync(owner, site.Screen.Code)).Status);
    }

    [Fact]
    public void S07_Code_WhenTriedMoreThanAnybodyCan_IsDead()
    {
        var code = new ClaimCode(_ground.Time);
        var made = code.Make().Code;
        foreach (var _ in Enumerable.Range(0, ClaimCode.MostTries - 1))
        {
            Assert.False(code.Take("AAAAA-AAAAA"));
        }

        Assert.False(code.Take("AAAAA-AAAAA"));
        Assert.False(code.Take(made));
        Assert.True(code.Take(code.Make().Code));
    }

    [Fact]
    public void S07_Code_WhenTheClockIsSetBack_LivesFifteenMinutes()
    {
        var time = new SetClock(_ground.Time.GetUtcNow());
        var code = new ClaimCode(time);
        var made = code.Make().Code;
        time.Off = TimeSpan.FromHours(-3);
        time.Passed = TimeSpan.FromMinutes(15);
        Assert.False(code.Take(made));

        // And another one is to be had.
        Assert.True(code.Take(code.Make().Code));
    }

    [Fact]
    public async Task S07_Code_WhenTheDiskIsFull_IsNotUsedUp()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        _ground.Book.Refuses = true;
        Assert.Equal(503, (await ClaimAsync(browser, site.Screen.Code)).Status);
        _ground.Book.Refuses = false;
        Assert.Equal(303, (await ClaimAsync(browser, site.Screen.Code)).Status);
    }

    [Theory]
    [InlineData(-1, 303)]
    [InlineData(0, 400)]
    public async Task S07_Code_WhenFifteenMinutesOld_IsRefused(int secondsAfter, int status)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        _ground.Time.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(secondsAfter));
        Assert.Equal(status, (await ClaimAsync(browser, site.Screen.Code)).Status);
    }

    [Fact]
    public async Task S07_Code_WhenUsed_IsWorthNothing()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var first = new Browser(site);
        using var second = new Browser(site);
        var token = (await second.GetAsync("/claim")).Token;
        Assert.Equal(303, (await ClaimAsync(first, site.Screen.Code)).Status);
        Assert.Equal(400, (await second.PostAsync("/claim", token, Fields(site.Screen.Code, "other"))).Status);
        Assert.Single(await _ground.Book.AllAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task S07_Code_WhenTwoComeAtOnce_LetsOneIn()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var browsers = Enumerable.Range(0, 6).Select(_ => new Browser(site)).ToArray();
        var answers = await Task.WhenAll(browsers.Select((browser, number) => browser.FillAsync("/claim", "/claim", Fields(site.Screen.Code, $"name{number + 2}"))));
        Assert.Single(answers, shown => shown.Status == 303);
        Assert.Single(await _ground.Book.AllAsync(TestContext.Current.CancellationToken));
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Fact]
    public async Task S07_Code_WhenThePasswordIsNoGood_IsNotUsedUp()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        var shown = await browser.FillAsync("/claim", "/claim", ("code", site.Screen.Code), ("name", "王芳"), ("login", "wangfang"), ("password", "password1234"));
        Assert.Equal(400, shown.Status);
        Assert.Equal(("wangfang", "王芳"), (shown.Field("login"), shown.Field("name")));
        Assert.Equal(303, (await ClaimAsync(browser, site.Screen.Code)).Status);
    }

    [Fact]
    public async Task S07_Another_WhenTheOwnerOfTheMachineAsks_TakesTheFirstOnesPlace()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        Assert.Single(site.Screen.Shown);
        Assert.True(await site.Service<ClaimDesk>().ShowAnotherAsync(TestContext.Current.CancellationToken));
        Assert.Equal(400, (await ClaimAsync(browser, site.Screen.Shown[0].Code)).Status);
        Assert.Equal(303, (await ClaimAsync(browser, site.Screen.Code)).Status);
        Assert.False(await site.Service<ClaimDesk>().ShowAnotherAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task S07_Site_WhenItHasAnAccount_ShowsNoCode()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        await site.AddAsync("wangfang", Duty.Manage);
        await site.DisposeAsync();
        await using var again = await AccountsSite.StartAsync(_ground);
        Assert.Empty(again.Screen.Shown);
        Assert.False(await again.Service<Web.Accounts.Desks.ClaimDesk>().ShowAnotherAsync(TestContext.Current.CancellationToken));
        Assert.Empty(again.Screen.Shown);
    }

    [Fact]
    public void Code_WhenMadeAnew_IsAnotherAndReadsAsPeopleType()
    {
        var code = new ClaimCode(new FakeTimeProvider());
        var codes = Enumerable.Range(0, 200).Select(_ => code.Make().Code).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, one => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", one));
        Assert.Equal(SpokenCode.Hash("s", "10ABC-XYZ23"), SpokenCode.Hash("s", " lo abc xyz 23 "));
        Assert.Equal(SpokenCode.Hash("s", "10ABC-XYZ23"), SpokenCode.Hash("s", "１０ａｂｃｘｙｚ２３"));
        Assert.NotEqual(SpokenCode.Hash("s", "10ABC-XYZ23"), SpokenCode.Hash("t", "10ABC-XYZ23"));
    }

    /// <summary>A clock that somebody sets: what it shows is off, what it measures is not.</summary>
    private sealed class SetClock(DateTimeOffset start) : TimeProvider
    {
        public TimeSpan Off { get; set; }

        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => start + Passed + Off;

        public override long GetTimestamp() => Passed.Ticks + 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }

    private static Task<Browser.Shown> ClaimAsync(Browser browser, string code) => browser.FillAsync("/claim", "/claim", Fields(code, "wangfang"));

    private static (string, string)[] Fields(string code, string login) => [("code", code), ("name", "王芳"), ("login", login), ("password", Insider.Usual)];
}
