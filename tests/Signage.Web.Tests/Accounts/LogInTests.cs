using System.Net;
using System.Text.RegularExpressions;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed partial class LogInTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task S27_Person_WhenPasswordAndCodeAreRight_ComesInInTwoSteps()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        var half = await browser.FillAsync("/login?return=/duty/8", "/login?return=/duty/8", ("login", "Final"), ("password", final.Password));
        Assert.Equal((303, "/login/code?return=%2Fduty%2F8"), (half.Status, half.Location));

        // Half way is nowhere.
        Assert.True((await browser.GetAsync("/duty/8")).IsDoor);
        var whole = await browser.FillAsync(half.Location!, half.Location!, ("code", final.Code(_ground.Time.GetUtcNow())));
        Assert.Equal((303, "/duty/8"), (whole.Status, whole.Location));
        Assert.Equal("FinalReview", (await browser.GetAsync("/duty/8")).Body);
        Assert.Equal(
            [new AccountDeed("person:id-final", AccountDeed.UseCode), new AccountDeed("person:id-final", AccountDeed.LogIn) { FirstFrom = "127.0.0.1", LastFrom = "127.0.0.1" }],
            _ground.Book.Deeds.TakeLast(2).Select(deed => deed.Deed));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/ok\r\nSet-Cookie: a=b")]
    [InlineData("/慈善")]
    [InlineData("/a b")]
    [InlineData("/\u007F")]
    public async Task S27_Return_WhenItLeadsElsewhere_IsHome(string wished)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        Assert.Equal("/", (await browser.LogInAsync(writer, $"/login?return={Uri.EscapeDataString(wished)}")).Location);
    }

    [Fact]
    public async Task S27_Name_WhenNobodyHasIt_IsAnsweredTheSameWithTheSameWork()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        await site.AddAsync("known", Duty.Write);
        var left = await site.AddAsync("left", Duty.Write);
        await site.ChangeAsync(left, account => account with { Standing = PersonStanding.Left });
        var invited = await site.AddAsync("invited", Duty.Write);
        await site.ChangeAsync(invited, account => account with { PasswordHash = null });
        using var browser = new Browser(site);
        var closed = await site.AddAsync("closed", Duty.Write);
        await site.ChangeAsync(closed, account => account with { LockedUntil = _ground.Time.GetUtcNow().AddMinutes(1) });
        var (looks, reads, deeds) = (site.Hasher.Looks, 0, _ground.Book.Deeds.Count);
        List<(int, string, int)> answers = [];
        var page = await browser.GetAsync("/login");
        foreach (var name in (string[])["known", "unknown", "left", "invited", "closed"])
        {
            reads = _ground.Book.Reads;
            var shown = await browser.PostAsync("/login", page.Token, ("login", name), ("password", "not the password"));
            answers.Add((shown.Status, Varying().Replace(shown.Body, ""), _ground.Book.Reads - reads));
            Assert.Equal(++looks, site.Hasher.Looks);
        }

        foreach (var name in (string[])["no such: name!", ""])
        {
            var shown = await browser.PostAsync("/login", page.Token, ("login", name), ("password", "not the password"));
            answers.Add((shown.Status, Varying().Replace(shown.Body, ""), answers[0].Item3));
            Assert.Equal(++looks, site.Hasher.Looks);
        }

        // What is written is written behind its back: of each account one entry, and one of all names that nobody has.
        await site.SettleAsync();
        var written = _ground.Book.Deeds.Skip(deeds).Select(deed => deed.Deed).ToArray();
        Assert.Equal([null, "id-closed", "id-invited", "id-known", "id-left"], written.Select(deed => deed.Subject).Order(StringComparer.Ordinal));
        Assert.All(written, deed => Assert.Equal(("visitor", AccountDeed.Wrong, 1, "127.0.0.1"), (deed.Actor, deed.Action, deed.Count, deed.FirstFrom)));
        Assert.Single(answers.Distinct());
        Assert.Contains("登录名、密码或验证码不对", WebUtility.HtmlDecode(answers[0].Item2), StringComparison.Ordinal);

        // The right password of somebody who has left is no better than a wrong one.
        Assert.Equal(400, (await browser.LogInAsync(left)).Status);
    }

    [Fact]
    public async Task S27_Account_WhenTriedWronglyFiveTimes_IsClosedForTenMinutes()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        await WrongAsync(browser, "writer", 4);
        Assert.Equal(303, (await browser.LogInAsync(writer)).Status);
        using var fresh = new Browser(site);
        await WrongAsync(fresh, "writer", 5);
        Assert.Equal(400, (await fresh.LogInAsync(writer)).Status);
        await site.SettleAsync();
        Assert.Equal(_ground.Time.GetUtcNow().AddMinutes(10), (await site.AccountAsync(writer)).LockedUntil);
        Assert.Single(_ground.Book.Deeds, deed => deed.Deed.Action == AccountDeed.Closed && deed.Deed.Subject == writer.Id);
        Assert.Equal(400, (await fresh.LogInAsync(writer)).Status);
        _ground.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(303, (await fresh.LogInAsync(writer)).Status);
        Assert.Null((await site.AccountAsync(writer)).LockedUntil);
    }

    [Fact]
    public async Task S27_Account_WhenManyTryAtOnce_CountsEveryTry()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        var browsers = Enumerable.Range(0, 5).Select(_ => new Browser(site)).ToArray();
        await Task.WhenAll(browsers.Select(browser => WrongAsync(browser, "writer", 1)));
        await site.SettleAsync();
        Assert.True((await site.AccountAsync(writer)).IsLocked(_ground.Time.GetUtcNow()));
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Fact]
    public async Task S27_Account_WhenTheClockWasSetBack_IsClosedNoLongerThanTenMinutes()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        await site.ChangeAsync(writer, account => account with { LockedUntil = _ground.Time.GetUtcNow().AddDays(1) });
        using var browser = new Browser(site);
        Assert.Equal(303, (await browser.LogInAsync(writer)).Status);
    }

    [Fact]
    public async Task S27_Address_WhenManyWorkThere_IsNotUsedUpByThem()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        foreach (var number in Enumerable.Range(0, 32))
        {
            using var browser = new Browser(site);
            Assert.Equal((303, "/"), await StepsAsync(browser, await site.AddAsync($"final{number}", Duty.FinalReview)));
        }
    }

    [Fact]
    public async Task S27_Turn_WhenTooManyWait_SendsTheNextAwayAtOnce()
    {
        using var turn = new LogInTurn(2, new AccountClock(_ground.Time));
        var token = TestContext.Current.CancellationToken;
        var first = await turn.WaitAsync(token);
        var (second, third) = (turn.WaitAsync(token), turn.WaitAsync(token));
        Assert.Null(await turn.WaitAsync(token));
        first!.Dispose();
        (await second)!.Dispose();
        Assert.NotNull(await third);
    }

    [Fact]
    public async Task S27_Person_WhenTheAccountIsChangedJustThen_ComesInAllTheSame()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        var left = 2;
        _ground.Book.BeforeChange = async changed =>
        {
            if (changed.Name != "改名" && Interlocked.Decrement(ref left) >= 0)
            {
                await site.ChangeAsync(writer, account => account with { Name = "改名" });
            }
        };
        using var browser = new Browser(site);
        Assert.Equal(303, (await browser.LogInAsync(writer)).Status);
        Assert.Equal("home of 改名", (await browser.GetAsync("/")).Body);
    }

    [Fact]
    public async Task S27_Person_WhenRevokedJustThen_DoesNotComeIn()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        _ground.Book.BeforeChange = async changed =>
        {
            if (changed.Standing is PersonStanding.Active && (await site.AccountAsync(writer)).Standing is PersonStanding.Active)
            {
                await site.ChangeAsync(writer, account => account with { Standing = PersonStanding.Revoked });
            }
        };
        using var browser = new Browser(site);
        Assert.Equal(400, (await browser.LogInAsync(writer)).Status);
        Assert.True((await browser.GetAsync("/")).IsDoor);
    }

    [Fact]
    public async Task Disk_WhenFull_SaysSoToWhoIsRightAndNothingToWhoIsWrong()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        var final = await site.AddAsync("final", Duty.FinalReview);
        _ground.Book.Refuses = true;
        using var browser = new Browser(site);
        await WrongAsync(browser, "writer", 1);
        var right = await browser.LogInAsync(writer);
        Assert.Equal(503, right.Status);
        Assert.Contains("磁盘已满", right.Text, StringComparison.Ordinal);
        Assert.Equal(503, (await browser.LogInAsync(final)).Status);

        // Nothing was counted for it.
        _ground.Book.Refuses = false;
        Assert.Equal((303, "/"), await StepsAsync(browser, final));
    }

    [Fact]
    public async Task S27_Name_WhenTriedTooOften_IsAnsweredTheSameKnownOrNot()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        await site.AddAsync("known", Duty.Write);
        using var browser = new Browser(site);
        foreach (var name in (string[])["known", "unknown"])
        {
            await WrongAsync(browser, name, 10);
            Assert.Equal(429, (await browser.FillAsync("/login", "/login", ("login", name), ("password", "x"))).Status);
        }
    }

    [Fact]
    public async Task S27_Address_WhenItTriesManyNames_IsStopped()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        await site.AddAsync("known", Duty.Write);
        using var browser = new Browser(site);
        var looks = site.Hasher.Looks;
        foreach (var number in Enumerable.Range(0, 30))
        {
            await WrongAsync(browser, $"name{number}", 1);
        }

        Assert.Equal(429, (await browser.FillAsync("/login", "/login", ("login", "another"), ("password", "x"))).Status);
        Assert.Equal(looks + 30, site.Hasher.Looks);
        _ground.Time.Advance(LogInLimits.Window);
        await WrongAsync(browser, "another", 1);
    }

    [Fact]
    public async Task S27_Code_WhenUsed_IsNotTakenAgainEvenAtOnce()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        var browsers = Enumerable.Range(0, 4).Select(_ => new Browser(site)).ToArray();
        foreach (var browser in browsers)
        {
            await browser.FillAsync("/login", "/login", ("login", "final"), ("password", final.Password));
        }

        var code = final.Code(_ground.Time.GetUtcNow());
        var answers = await Task.WhenAll(browsers.Select(browser => browser.FillAsync("/login/code", "/login/code", ("code", code))));
        Assert.Single(answers, shown => shown.Status == 303);
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Fact]
    public async Task S27_Codes_WhenWrong_CloseTheAccountAsPasswordsDo()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.FillAsync("/login", "/login", ("login", "final"), ("password", final.Password));
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Equal(400, (await browser.FillAsync("/login/code", "/login/code", ("code", "000000"))).Status);
        }

        Assert.Equal(400, (await browser.FillAsync("/login/code", "/login/code", ("code", final.Code(_ground.Time.GetUtcNow())))).Status);
        await site.SettleAsync();
        Assert.True((await site.AccountAsync(final)).IsLocked(_ground.Time.GetUtcNow()));
    }

    [Fact]
    public async Task S27_Codes_WhenTriedAgainAndAgain_CloseTheAccountForLongerEachTime()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        foreach (var minutes in (int[])[10, 20, 40])
        {
            using var thief = new Browser(site);
            Assert.Equal("/login/code", (await thief.FillAsync("/login", "/login", ("login", "final"), ("password", final.Password))).Location);
            foreach (var _ in Enumerable.Range(0, 5))
            {
                Assert.Equal(400, (await thief.FillAsync("/login/code", "/login/code", ("code", "000000"))).Status);
            }

            _ground.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Equal(400, (await thief.FillAsync("/login", "/login", ("login", "final"), ("password", final.Password))).Status);
            _ground.Time.Advance(TimeSpan.FromSeconds(1));
        }

        // Until the person comes in.
        using var browser = new Browser(site);
        Assert.Equal((303, "/"), await StepsAsync(browser, final));
        Assert.False(site.Service<WrongTries>().IsClosed(await site.AccountAsync(final)));
    }

    [Fact]
    public async Task S27_HalfWay_WhenOlderThanFiveMinutesOrOfAnotherPassword_BeginsAnew()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.FillAsync("/login", "/login", ("login", "final"), ("password", final.Password));
        var token = (await browser.GetAsync("/login/code")).Token;
        _ground.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("/login", (await browser.PostAsync("/login/code", token, ("code", final.Code(_ground.Time.GetUtcNow())))).Location);
        await browser.FillAsync("/login", "/login", ("login", "final"), ("password", final.Password));
        await site.ChangeAsync(final, account => account with { Stamp = "another" });
        Assert.Equal(400, (await browser.FillAsync("/login/code", "/login/code", ("code", final.Code(_ground.Time.GetUtcNow())))).Status);
    }

    [Fact]
    public async Task S27_Reviewer_WhenWithoutACode_MayDoNothingBeforeItIsSetUp()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var first = await site.AddAsync("first", Duty.FirstReview | Duty.Write, hasCode: false);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(first);
        Assert.Equal("/account", (await browser.GetAsync("/duty/2")).Location);
        Assert.Equal("/account", (await browser.GetAsync("/duty/1")).Location);
        await browser.FillAsync("/account", "/logout");
        await browser.LogInAsync(writer);
        Assert.Equal(200, (await browser.GetAsync("/duty/1")).Status);
    }

    [Fact]
    public void S27_Tries_WhenOfManyKeys_TakeABoundedRoom()
    {
        var limits = new TryLimits(2, TimeSpan.FromMinutes(10), _ground.Time);
        Assert.True(limits.Take("first"));
        foreach (var number in Enumerable.Range(0, TryLimits.MostKeys + 100))
        {
            Assert.True(limits.Take($"key {number}"));
        }

        Assert.Equal(TryLimits.MostKeys, limits.Count);
        Assert.True(limits.Take($"key {TryLimits.MostKeys + 99}"));
        Assert.False(limits.Take($"key {TryLimits.MostKeys + 99}"));
        _ground.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(limits.Take($"key {TryLimits.MostKeys + 99}"));
    }

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:2:ffff::8", true)]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:3::7", false)]
    public void S27_Address_WhenOfOneMachine_CountsAsOne(string one, string other, bool isOne) => Assert.Equal(isOne, CallerAddress.Of(IPAddress.Parse(one)) == CallerAddress.Of(IPAddress.Parse(other)));

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

    [GeneratedRegex("name=\"token\" value=\"[^\"]*\"|name=\"login\" required value=\"[^\"]*\"")]
    private static partial Regex Varying();
}
