using Microsoft.Extensions.Logging.Abstractions;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Sessions;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed class SessionTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task S28_Id_WhenSomebodyComesIn_IsNewAndTheOldOneDead()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(writer);
        var first = browser.Cookie("signage");
        await browser.LogInAsync(writer);
        var second = browser.Cookie("signage");
        Assert.NotEqual(first, second);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
        using var thief = new Browser(site);
        thief.Cookies.Add(site.Address, new System.Net.Cookie("signage", first));
        Assert.True((await thief.GetAsync("/")).IsDoor);
        Assert.Equal(1, site.Service<SessionBook>().Count);
    }

    [Theory]
    [InlineData(Duty.FirstReview, 15)]
    [InlineData(Duty.SecondReview, 15)]
    [InlineData(Duty.FinalReview, 15)]
    [InlineData(Duty.Watch, 15)]
    [InlineData(Duty.Manage, 15)]
    [InlineData(Duty.Write, 60)]
    [InlineData(Duty.Technician, 60)]
    [InlineData(Duty.None, 60)]
    [InlineData(Duty.Write | Duty.Watch, 15)]
    public async Task S28_Session_WhenNobodyDoesAnything_EndsAfterItsTime(Duty duties, int minutes)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var person = await site.AddAsync("person", duties);
        using var browser = new Browser(site);
        await browser.LogInAsync(person);
        _ground.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
        _ground.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await browser.GetAsync("/")).Status);

        // Styles come by themselves and keep nobody in.
        _ground.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await browser.GetAsync("/accounts.css")).Status);
        _ground.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await browser.GetAsync("/")).IsDoor);
    }

    [Fact]
    public async Task S28_Session_WhenTwelveHoursOld_EndsWhateverItsPersonDoes()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var watch = await site.AddAsync("watch", Duty.Watch, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(watch);
        foreach (var _ in Enumerable.Range(0, 71))
        {
            _ground.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(200, (await browser.GetAsync("/")).Status);
        }

        _ground.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await browser.GetAsync("/")).IsDoor);
    }

    /// <summary>A look at all sessions takes a while. Who does something meanwhile has not been quiet for so long.</summary>
    [Fact]
    public async Task S28_Session_WhenSeenWhileAllAreLookedAt_GoesOn()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var watch = await site.AddAsync("watch", Duty.Watch, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(watch);
        var stays = site.Service<SessionBook>();
        _ground.Time.Advance(TimeSpan.FromMinutes(10));
        _ground.Book.BeforeAll = async () =>
        {
            Assert.Equal(200, (await browser.GetAsync("/")).Status);
            _ground.Time.Advance(TimeSpan.FromMinutes(10));
        };
        await stays.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData(PersonStanding.Left, true)]
    [InlineData(PersonStanding.Revoked, true)]
    [InlineData(PersonStanding.Revoked, false)]
    public async Task S28_Page_WhenItsPersonIsRevokedBySomethingElse_IsCutWithinAMinute(PersonStanding standing, bool isCircuit)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        var other = await site.AddAsync("other", Duty.FinalReview);
        using var browser = new Browser(site);
        using var otherBrowser = new Browser(site);
        await browser.LogInAsync(final);
        await otherBrowser.LogInAsync(other);
        using var page = await browser.OpenLiveAsync(isCircuit);
        using var otherPage = await otherBrowser.OpenLiveAsync(isCircuit);
        await site.ChangeAsync(final, account => account with { Standing = standing });
        var cut = page.CutAsync();
        _ground.Time.Advance(SessionLimits.SeenWithin);
        await cut;
        Assert.True((await browser.GetAsync("/")).IsDoor);

        // What comes back has to log in.
        Assert.Equal(401, (await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null)).Status);
        Assert.True(await otherPage.AnswersAsync());
        Assert.Equal(200, (await otherBrowser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task S28_Page_WhenNobodySitsThere_IsCutAndDoesNotKeepItselfIn()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        _ground.Time.Advance(TimeSpan.FromMinutes(14.9));
        using var page = await browser.OpenLiveAsync();
        var cut = page.CutAsync();
        _ground.Time.Advance(SessionLimits.SeenWithin);
        await cut;
    }

    [Fact]
    public async Task S28_Page_WhenItsPersonLeavesEverywhere_IsCutAtOnce()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var here = new Browser(site);
        using var there = new Browser(site);
        await here.LogInAsync(writer);
        await there.LogInAsync(writer);
        using var page = await there.OpenLiveAsync();
        var cut = page.CutAsync();
        Assert.Equal("/login", (await here.FillAsync("/account", "/account/everywhere")).Location);
        await cut;
        Assert.True((await here.GetAsync("/")).IsDoor);
        Assert.True((await there.GetAsync("/")).IsDoor);
        Assert.Empty(await site.ShelvedAsync());
    }

    [Fact]
    public async Task S28_LogOut_WhenDone_EndsThisBrowserOnlyAndByPostOnly()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var here = new Browser(site);
        using var there = new Browser(site);
        await here.LogInAsync(writer);
        await there.LogInAsync(writer);
        Assert.Equal(405, (await here.GetAsync("/logout")).Status);
        var cookie = here.Cookie("signage");
        Assert.Equal("/login", (await here.FillAsync("/account", "/logout")).Location);
        Assert.Null(here.Cookie("signage"));
        using var thief = new Browser(site);
        thief.Cookies.Add(site.Address, new System.Net.Cookie("signage", cookie));
        Assert.True((await thief.GetAsync("/")).IsDoor);
        Assert.Equal(200, (await there.GetAsync("/")).Status);
    }

    [Fact]
    public async Task S28_Sessions_WhenTooManyOfAPerson_EndTheQuietest()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await AccountsSite.StartAsync(_ground);
        var sessions = site.Service<SessionBook>();
        var account = await site.AccountAsync(await site.AddAsync("writer", Duty.Write));
        var first = await sessions.BeginAsync(account);
        var second = await sessions.LookAsync(Session.KeyOf(await sessions.BeginAsync(account)), isActive: false, token);
        _ground.Time.Advance(TimeSpan.FromMinutes(1));
        var look = await sessions.LookAsync(Session.KeyOf(first), isActive: true, token);
        foreach (var _ in Enumerable.Range(0, SessionLimits.MostOfPerson - 1))
        {
            await sessions.BeginAsync(account);
        }

        Assert.Equal(SessionLimits.MostOfPerson, sessions.Count);
        Assert.True(sessions.EndOf(second!.Stay).IsCancellationRequested);
        Assert.False(sessions.EndOf(look!.Stay).IsCancellationRequested);
        Assert.Equal(SessionLimits.MostOfPerson, (await site.ShelvedAsync()).Count);
    }

    [Fact]
    public async Task S28_Sessions_WhenTooManyOfASiteAtOnce_AreBounded()
    {
        using var sessions = new SessionBook(_ground.Book, _ground.Shelf, _ground.Time, NullLogger<SessionBook>.Instance);
        var login = ((LoginNameAnswer.Named)LoginName.Read("writer")).Login;
        await Task.WhenAll(Enumerable.Range(0, SessionLimits.Most + 50).Select(number => Task.Run(
            () => sessions.BeginAsync(new Account($"p{number / 5}", login, "王芳", Duty.Write)), TestContext.Current.CancellationToken)));
        Assert.Equal(SessionLimits.Most, sessions.Count);
    }

    [Fact]
    public async Task S28_Sessions_WhenOneDoesNotLetGo_EndAllTheSame()
    {
        var token = TestContext.Current.CancellationToken;
        using var sessions = new SessionBook(_ground.Book, _ground.Shelf, _ground.Time, NullLogger<SessionBook>.Instance);
        await using var site = await AccountsSite.StartAsync(_ground);
        var account = await site.AccountAsync(await site.AddAsync("writer", Duty.Write));
        var stays = new List<long>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            stays.Add((await sessions.LookAsync(Session.KeyOf(await sessions.BeginAsync(account)), isActive: false, token))!.Stay);
        }

        var ends = stays.ConvertAll(sessions.EndOf);
        ends.ForEach(end => end.UnsafeRegister(static _ => throw new InvalidOperationException("a page that does not let go"), null));
        await sessions.EndAllAsync(account.Id);
        Assert.All(ends, end => Assert.True(end.IsCancellationRequested));
        Assert.Equal(0, sessions.Count);
    }

    [Fact]
    public async Task S28_Session_WhenTheClockStandsBeforeItsBeginningOrItsLastSight_Ends()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var account = await site.AccountAsync(await site.AddAsync("writer", Duty.Write));
        var now = _ground.Time.GetUtcNow();
        var session = new Session("k", account.Id, account.Stamp, now, now, now);
        Assert.True(SessionLimits.Holds(session, account, now.AddSeconds(-30)));
        Assert.False(SessionLimits.Holds(session, account, now.AddHours(-1)));
        Assert.False(SessionLimits.Holds(session with { Stamp = "another" }, account, now));
        Assert.False(SessionLimits.Holds(session with { Began = now.AddHours(-1), SeenAt = now.AddHours(3) }, account, now));
        Assert.True(SessionLimits.Holds(session with { Began = now.AddHours(-1), SeenAt = now.AddMinutes(1) }, account, now));
    }

    [Fact]
    public async Task S28_Cookie_WhenItIsOfASessionThatEnded_IsLeftAlone()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(writer);
        await site.Service<SessionBook>().EndAllAsync(writer.Id);

        // A request that was under way when the browser got a new id must not take that away.
        var late = await browser.GetAsync("/");
        Assert.True(late.IsDoor);
        Assert.Empty(late.SetCookies);
    }

    [Theory]
    [InlineData(false, "signage")]
    [InlineData(true, "__Host-signage")]
    public async Task S28_Cookie_WhenSet_IsForThisSiteOnlyAndNotForScripts(bool isHttps, string name)
    {
        await using var site = await AccountsSite.StartAsync(_ground, settings => settings with { IsHttps = isHttps });
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        var form = (await browser.GetAsync("/login")).SetCookies;
        var shown = await browser.LogInAsync(writer);
        using var other = new Browser(site);
        var final = await site.AddAsync("final", Duty.FinalReview);
        var half = await other.FillAsync("/login", "/login", ("login", final.Login), ("password", final.Password));
        string[] cookies = [Single(form, $"{name}-form="), Single(shown.SetCookies, $"{name}="), Single(shown.SetCookies, $"{name}-known="), Single(half.SetCookies, $"{name}-half=")];
        foreach (var cookie in cookies)
        {
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(isHttps, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }

        // The browser forgets who is in when it is closed.
        Assert.DoesNotContain("expires=", Single(shown.SetCookies, $"{name}="), StringComparison.OrdinalIgnoreCase);
    }

    private static string Single(IEnumerable<string> cookies, string name) => Assert.Single(cookies, cookie => cookie.StartsWith(name, StringComparison.Ordinal));
}
