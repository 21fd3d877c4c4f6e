using System.Text.RegularExpressions;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed partial class PeopleTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task Person_WhenInvited_SetsAPasswordWithTheCodeOnce()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var manager = await ManagerAsync(site);
        var invited = await manager.FillAsync("/people", "/people", ("login", "lihua"), ("name", "李华"), ("duty", "1"), ("duty", "16"));
        Assert.Equal(200, invited.Status);
        var code = Code().Match(invited.Body).Value;
        Assert.Contains($"{site.Address.GetLeftPart(UriPartial.Authority)}/welcome", invited.Text, StringComparison.Ordinal);
        using var browser = new Browser(site);
        Assert.Equal(400, (await WelcomeAsync(browser, "lihua", "0000000000000000", Insider.Usual)).Status);
        Assert.Equal(400, (await WelcomeAsync(browser, "lihua", code, "password1234")).Status);
        Assert.Equal("/account", (await WelcomeAsync(browser, "LIHUA", code.ToLowerInvariant(), Insider.Usual)).Location);
        Assert.Equal((200, 200, 403), ((await browser.GetAsync("/duty/1")).Status, (await browser.GetAsync("/duty/16")).Status, (await browser.GetAsync("/duty/2")).Status));
        using var second = new Browser(site);
        Assert.Equal(400, (await WelcomeAsync(second, "lihua", code, "另一句 谁也 猜不到 的话 哦")).Status);
        Assert.Contains(_ground.Book.Deeds, deed => deed.Deed == new AccountDeed("person:id-manager", AccountDeed.Invite) && deed.Account!.Login.Value == "lihua");
    }

    [Fact]
    public async Task Invitation_WhenOld_IsDead()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var manager = await ManagerAsync(site);
        var old = Code().Match((await manager.FillAsync("/people", "/people", ("login", "old-one"), ("name", "乙"))).Body).Value;
        using var browser = new Browser(site);
        _ground.Time.Advance(TimeSpan.FromHours(72));
        Assert.Equal(400, (await WelcomeAsync(browser, "old-one", old, Insider.Usual)).Status);
        Assert.Equal(400, (await WelcomeAsync(browser, "nobody", old, Insider.Usual)).Status);
    }

    [Fact]
    public async Task Invitation_WhenAStrangerTypesWrongCodes_IsStillGood()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var manager = await ManagerAsync(site);
        var code = Code().Match((await manager.FillAsync("/people", "/people", ("login", "lihua"), ("name", "李华"))).Body).Value;
        using var stranger = new Browser(site, from: "192.0.2.7");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Equal(400, (await WelcomeAsync(stranger, "lihua", "0000000000000000", Insider.Usual)).Status);
        }

        Assert.Equal(429, (await WelcomeAsync(stranger, "lihua", code, Insider.Usual)).Status);
        using var browser = new Browser(site);

        // A password that is no good is no wrong code.
        foreach (var _ in Enumerable.Range(0, 6))
        {
            Assert.Equal(400, (await WelcomeAsync(browser, "lihua", code, "password1234")).Status);
        }

        Assert.Equal("/account", (await WelcomeAsync(browser, "lihua", code, Insider.Usual)).Location);
    }

    [Fact]
    public void Invitation_WhenTheClockWasSetBack_LivesNoLongerThanAnyOther()
    {
        var now = _ground.Time.GetUtcNow();
        Assert.True(new Invitation("hash", now + Invitation.Life).IsOpen(now));
        Assert.False(new Invitation("hash", now + Invitation.Life + TimeSpan.FromSeconds(1)).IsOpen(now));
        Assert.False(new Invitation("hash", now).IsOpen(now));
    }

    [Theory]
    [InlineData("left", PersonStanding.Left)]
    [InlineData("revoked", PersonStanding.Revoked)]
    public async Task Person_WhenSentAway_IsOutAtOnce(string sent, PersonStanding standing)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(writer);
        using var page = await browser.OpenLiveAsync();
        using var manager = await ManagerAsync(site);
        Assert.Equal("/people", (await manager.FillAsync("/people", $"/people/{writer.Id}/standing", ("standing", sent))).Location);
        Assert.Equal(standing, (await site.AccountAsync(writer)).Standing);
        await page.CutAsync();
        Assert.True((await browser.GetAsync("/")).IsDoor);
        Assert.Equal(400, (await browser.LogInAsync(writer)).Status);

        // Who left may come back, and is invited again; who was revoked may not.
        var back = await manager.FillAsync("/people", $"/people/{writer.Id}/standing", ("standing", "active"));
        Assert.Equal(standing is PersonStanding.Left ? 303 : 400, back.Status);
        Assert.Equal(400, (await browser.LogInAsync(writer)).Status);
        var account = await site.AccountAsync(writer);
        Assert.Equal((null, null, 0), (account.PasswordHash, account.CodeSecret, account.RecoveryHashes.Count));
        var code = Code().Match((await manager.FillAsync("/people", $"/people/{writer.Id}/invitation")).Body).Value;
        Assert.Equal(standing is PersonStanding.Left ? 303 : 400, (await WelcomeAsync(browser, "writer", code, Insider.Usual)).Status);
    }

    [Fact]
    public async Task Person_WhenInvitedAgain_HasNeitherTheOldPasswordNorTheOldCode()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        using var manager = await ManagerAsync(site);
        var code = Code().Match((await manager.FillAsync("/people", $"/people/{final.Id}/invitation")).Body).Value;
        Assert.True((await browser.GetAsync("/")).IsDoor);
        Assert.Equal(400, (await browser.LogInAsync(final)).Status);
        Assert.Equal("/account", (await WelcomeAsync(browser, "final", code, "另一句 谁也 猜不到 的话 哦")).Location);
        Assert.Equal(400, (await manager.FillAsync("/people", "/people/id-manager/invitation")).Status);
    }

    [Fact]
    public async Task InviteAgain_OfAReviewer_GivesNoReviewDutyBackBySamePerson()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview | Duty.Write);
        using var manager = await ManagerAsync(site);
        Assert.Contains("审批岗位会取消", (await manager.GetAsync("/people")).Text, StringComparison.Ordinal);
        var code = Code().Match((await manager.FillAsync("/people", $"/people/{final.Id}/invitation")).Body).Value;
        using var puppet = new Browser(site);
        Assert.Equal("/account", (await WelcomeAsync(puppet, "final", code, "另一句 谁也 猜不到 的话 哦")).Location);
        Assert.Equal(403, (await puppet.GetAsync("/duty/8")).Status);
        Assert.Equal(200, (await puppet.GetAsync("/duty/1")).Status);
        foreach (var duty in (string[])["2", "4", "8"])
        {
            var refused = await manager.FillAsync("/people", $"/people/{final.Id}/duties", ("duty", "1"), ("duty", duty));
            Assert.Equal(400, refused.Status);
            Assert.Contains("另一位管理人员", refused.Text, StringComparison.Ordinal);
        }

        // Other duties it may give, and somebody else any.
        Assert.Equal(303, (await manager.FillAsync("/people", $"/people/{final.Id}/duties", ("duty", "1"), ("duty", "16"))).Status);
        using var second = new Browser(site);
        await second.LogInAsync(await site.AddAsync("second", Duty.Manage));
        Assert.Equal(303, (await second.FillAsync("/people", $"/people/{final.Id}/duties", ("duty", "8"))).Status);
        Assert.Equal((Duty.FinalReview, null), ((await site.AccountAsync(final)).Duties, (await site.AccountAsync(final)).InvitedAgainBy));
    }

    [Fact]
    public async Task Console_WhenTheOnlyManagerLostEverything_InvitesAnew()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var manager = await ManagerAsync(site);
        var desk = site.Service<ConsoleDesk>();
        var (code, problem) = await desk.InviteAgainAsync("manager", TestContext.Current.CancellationToken);
        Assert.Null(problem);
        Assert.True((await manager.GetAsync("/")).IsDoor);
        using var browser = new Browser(site);
        Assert.Equal("/account", (await WelcomeAsync(browser, "manager", code!, "另一句 谁也 猜不到 的话 哦")).Location);
        Assert.Equal(Duty.Manage, (await _ground.Book.FindAsync("id-manager", TestContext.Current.CancellationToken))!.Duties);
        Assert.Contains(_ground.Book.Deeds, deed => deed.Deed == new AccountDeed("console", AccountDeed.InviteAgain));
        Assert.NotNull((await desk.InviteAgainAsync("nobody", TestContext.Current.CancellationToken)).Problem);
    }

    [Fact]
    public async Task Console_WhenNoSecondManagerIsThere_GivesReviewDutiesBack()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var manager = await ManagerAsync(site);
        await manager.FillAsync("/people", $"/people/{final.Id}/invitation");
        var desk = site.Service<ConsoleDesk>();
        Assert.Contains("不能由一人兼任", await desk.GiveDutiesAsync("final", Duty.FinalReview | Duty.Manage, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null(await desk.GiveDutiesAsync("final", Duty.FinalReview, TestContext.Current.CancellationToken));
        Assert.Equal(Duty.FinalReview, (await site.AccountAsync(final)).Duties);
    }

    [Fact]
    public async Task S28_Person_WhenStrangersKeepTheTurn_IsRevokedAllTheSame()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write);
        using var manager = await ManagerAsync(site);
        var turns = site.Service<LogInTurns>();
        using var strangers = await turns.Strangers.WaitAsync(TestContext.Current.CancellationToken);
        using var known = await turns.Known.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(303, (await manager.FillAsync("/people", $"/people/{writer.Id}/standing", ("standing", "revoked"))).Status);
        Assert.Equal(PersonStanding.Revoked, (await site.AccountAsync(writer)).Standing);
    }

    [Fact]
    public async Task People_WhenManyAreInvitedAtOnce_AreNeverMoreThanASiteHas()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var manager = await ManagerAsync(site);
        foreach (var number in Enumerable.Range(0, PeopleRules.MostAccounts - 2))
        {
            var login = ((LoginNameAnswer.Named)LoginName.Read($"x{number + 10_000}")).Login;
            await _ground.Book.AddAsync(new Account($"p{number}", login, "某人", Duty.None), AccountDeed.ByVisitor("test"), null, TestContext.Current.CancellationToken);
        }

        var token = (await manager.GetAsync("/people")).Token;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => manager.PostAsync("/people", token, ("login", $"late{number + 2}"), ("name", "某人"))));
        Assert.Single(answers, shown => shown.Status == 200);
        Assert.Equal(PeopleRules.MostAccounts, (await _ground.Book.AllAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task Duties_WhenWished_AreGivenAsTheRulesAllow()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var manager = await ManagerAsync(site);
        Assert.Equal(303, (await manager.FillAsync("/people", $"/people/{writer.Id}/duties", ("duty", "1"), ("duty", "2"))).Status);
        Assert.Equal(Duty.Write | Duty.FirstReview, (await site.AccountAsync(writer)).Duties);
        foreach (var (id, duties, reason) in ((string, string[], string)[])
                 [
                     (writer.Id, ["64", "8"], "不能由一人兼任"), (writer.Id, ["128"], "没有这样的岗位"), (writer.Id, ["x"], "没有这样的岗位"), ("id-manager", ["1"], "不能改自己"), ("nobody", ["1"], "没有这个人"),
                 ])
        {
            var shown = await manager.FillAsync("/people", $"/people/{id}/duties", [.. duties.Select(duty => ("duty", duty))]);
            Assert.Equal(400, shown.Status);
            Assert.Contains(reason, shown.Text, StringComparison.Ordinal);
        }

        Assert.Equal(Duty.Write | Duty.FirstReview, (await site.AccountAsync(writer)).Duties);
        Assert.Equal(400, (await manager.FillAsync("/people", $"/people/{writer.Id}/standing", ("standing", "king"))).Status);
        Assert.Equal(400, (await manager.FillAsync("/people", "/people", ("login", "WR1TER"), ("name", "重名"))).Status);
    }

    [Fact]
    public async Task Managers_WhenTheyTakeEachOthersDutyAtOnce_AreNotBothGone()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var one = await ManagerAsync(site);
        var other = await site.AddAsync("other", Duty.Manage);
        using var second = new Browser(site);
        await second.LogInAsync(other);
        var (first, then) = ((await one.GetAsync("/people")).Token, (await second.GetAsync("/people")).Token);
        var answers = await Task.WhenAll(
            one.PostAsync($"/people/{other.Id}/standing", first, ("standing", "left")), second.PostAsync("/people/id-manager/standing", then, ("standing", "left")));
        Assert.Single((await _ground.Book.AllAsync(TestContext.Current.CancellationToken)), account => account.Person.Has(Duty.Manage));

        // The other one came too late: it was told so, or found itself at the door.
        Assert.Single(answers, shown => shown.Location == "/people");
        Assert.Single(answers, shown => shown.Status is 400 or 403 || shown.IsDoor);
    }

    [Fact]
    public async Task Managers_WhenTheyInviteEachOtherAgainAtOnce_AreNotBothWithoutAPassword()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var one = await ManagerAsync(site);
        var other = await site.AddAsync("other", Duty.Manage);
        using var second = new Browser(site);
        await second.LogInAsync(other);
        var (first, then) = ((await one.GetAsync("/people")).Token, (await second.GetAsync("/people")).Token);

        // Both have read everything before either writes.
        var both = new Barrier(2);
        var meetings = 2;
        _ground.Book.BeforeChange = changed => changed.Invitation is not null && Interlocked.Decrement(ref meetings) >= 0 ? Task.Run(() => both.SignalAndWait(TestContext.Current.CancellationToken)) : Task.CompletedTask;
        var answers = await Task.WhenAll(one.PostAsync($"/people/{other.Id}/invitation", first), second.PostAsync("/people/id-manager/invitation", then));
        Assert.Single(answers, shown => shown.Status == 200);
        Assert.Single(await _ground.Book.AllAsync(TestContext.Current.CancellationToken), account => account.Person.Has(Duty.Manage) && account.PasswordHash is not null);
    }

    private static Task<Browser.Shown> WelcomeAsync(Browser browser, string login, string code, string password) =>
        browser.FillAsync("/welcome", "/welcome", ("login", login), ("code", code), ("password", password));

    private static async Task<Browser> ManagerAsync(AccountsSite site)
    {
        var browser = new Browser(site);
        Assert.Equal(303, (await browser.LogInAsync(await site.AddAsync("manager", Duty.Manage))).Status);
        return browser;
    }

    [GeneratedRegex("[0-9A-Z]{8}-[0-9A-Z]{8}")]
    private static partial Regex Code();
}
