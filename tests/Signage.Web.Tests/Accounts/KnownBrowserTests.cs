using System.Net;
using Signage.Core.Review;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

/// <summary>Nobody elsewhere can keep a person out who sits where he always sits.</summary>
public sealed class KnownBrowserTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task S27_Account_WhenClosedFromElsewhere_OpensWhereItsPersonHasComeInBefore()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var own = new Browser(site);
        Assert.Equal(303, (await own.LogInAsync(final)).Status);
        await own.FillAsync("/account", "/logout");
        using var stranger = new Browser(site);
        await WrongAsync(stranger, "final", 5);

        // Somebody who keeps at it closes it again and again, and is stopped by the count of the name on top.
        Assert.Equal(400, (await stranger.LogInAsync(final)).Status);
        Assert.Equal((303, "/"), await StepsAsync(own, final));

        // A known browser has a count of its own.
        await own.FillAsync("/account", "/logout");
        await WrongAsync(own, "final", 5);
        Assert.Equal(429, (await own.FillAsync("/login", "/login", ("login", "final"), ("password", final.Password))).Status);
    }

    [Theory]
    [InlineData(0, 303)]
    [InlineData(6, 400)]
    public async Task S27_KnownBrowser_WhenThePersonLeftEverywhere_IsKnownHereAndNowhereElse(int minutes, int here)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var own = new Browser(site);
        using var other = new Browser(site);
        await own.LogInAsync(writer);
        await other.LogInAsync(writer);

        // A browser where nobody has shown anything lately may be the one that all this is about.
        _ground.Time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal("/login", (await own.FillAsync("/account", "/account/everywhere")).Location);
        using var stranger = new Browser(site);
        await WrongAsync(stranger, "writer", 5);
        Assert.Equal(here, (await own.LogInAsync(writer)).Status);
        Assert.Equal(400, (await other.LogInAsync(writer)).Status);
    }

    [Fact]
    public async Task S27_Browser_WhenTwoPeopleUseIt_KnowsBoth()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var (one, other) = (await site.AddAsync("one", Duty.Write, hasCode: false), await site.AddAsync("other", Duty.Watch, hasCode: false));
        using var desk = new Browser(site);
        await desk.LogInAsync(one);
        await desk.FillAsync("/account", "/logout");
        await desk.LogInAsync(other);
        await desk.FillAsync("/account", "/logout");
        using var stranger = new Browser(site);
        await WrongAsync(stranger, "one", 5);
        Assert.Equal(303, (await desk.LogInAsync(one)).Status);

        // For a while, whatever the browser says of the age of what it keeps.
        var kept = desk.Cookie("signage-known");
        _ground.Time.Advance(TimeSpan.FromDays(90));
        using var old = new Browser(site);
        old.Cookies.Add(site.Address, new Cookie("signage-known", kept));
        await WrongAsync(stranger, "one", 5);
        Assert.Equal(400, (await old.LogInAsync(one)).Status);
    }

    [Fact]
    public async Task S27_Browser_WhenManyPeopleUseIt_KnowsTheLastOfThem()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var desk = new Browser(site);
        var people = new List<Insider>();
        foreach (var number in Enumerable.Range(0, KnownBrowser.MostPeople + 1))
        {
            people.Add(await site.AddAsync($"person-{number}", Duty.Write, hasCode: false));
            Assert.Equal(303, (await desk.LogInAsync(people[^1])).Status);
            await desk.FillAsync("/account", "/logout");
        }

        using var stranger = new Browser(site);
        await WrongAsync(stranger, people[0].Login, 5);
        await WrongAsync(stranger, people[1].Login, 5);
        Assert.Equal(400, (await desk.LogInAsync(people[0])).Status);
        Assert.Equal(303, (await desk.LogInAsync(people[1])).Status);
    }

    [Fact]
    public async Task S27_Address_WhenStopped_StillLetsAKnownBrowserIn()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var own = new Browser(site);
        await own.LogInAsync(final);
        await own.FillAsync("/account", "/logout");
        using var stranger = new Browser(site);
        foreach (var number in Enumerable.Range(0, 30))
        {
            await WrongAsync(stranger, $"name{number}", 1);
        }

        Assert.Equal(429, (await stranger.FillAsync("/login", "/login", ("login", "another"), ("password", "x"))).Status);
        Assert.Equal((303, "/"), await StepsAsync(own, final));
    }

    [Fact]
    public async Task S27_KnownBrowser_WhenStrangersKeepTheTurn_WaitsForNoneOfThem()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var own = new Browser(site);
        await own.LogInAsync(final);
        await own.FillAsync("/account", "/logout");
        using var taken = await site.Service<LogInTurns>().Strangers.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((303, "/"), await StepsAsync(own, final));
    }

    private static async Task<(int Status, string? Location)> StepsAsync(Browser browser, Insider person)
    {
        var shown = await browser.LogInAsync(person);
        return (shown.Status, shown.Location);
    }

    private static async Task WrongAsync(Browser browser, string login, int times)
    {
        foreach (var _ in Enumerable.Range(0, times))
        {
            Assert.Equal(400, (await browser.FillAsync("/login", "/login", ("login", login), ("password", "not the password"))).Status);
        }
    }
}
