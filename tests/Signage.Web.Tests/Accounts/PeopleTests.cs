using System.Text.RegularExpressions;
using Signage.Core.Review;
using Signage.Web.Accounts;
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
    public async Task Invitation_WhenOldOrTriedTooOften_IsDead()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var manager = await ManagerAsync(site);
        var tried = Code().Match((await manager.FillAsync("/people", "/people", ("login", "tried"), ("name", "甲"))).Body).Value;
        var old = Code().Match((await manager.FillAsync("/people", "/people", ("login", "old-one"), ("name", "乙"))).Body).Value;
        using var browser = new Browser(site);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Equal(400, (await WelcomeAsync(browser, "tried", "0000000000000000", Insider.Usual)).Status);
        }

        Assert.Equal(400, (await WelcomeAsync(browser, "tried", tried, Insider.Usual)).Status);
        _ground.Time.Advance(TimeSpan.FromHours(72));
        Assert.Equal(400, (await WelcomeAsync(browser, "old-one", old, Insider.Usual)).Status);
        Assert.Equal(400, (await WelcomeAsync(browser, "nobody", old, Insider.Usual)).Status);
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

        // Who left may come back; who was revoked may not.
        var back = await manager.FillAsync("/people", $"/people/{writer.Id}/standing", ("standing", "active"));
        Assert.Equal(standing is PersonStanding.Left ? 303 : 400, back.Status);
        Assert.Equal(standing is PersonStanding.Left ? 303 : 400, (await browser.LogInAsync(writer)).Status);
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
        Assert.Equal("/account", (await browser.GetAsync("/duty/8")).Location);
        Assert.Equal(400, (await manager.FillAsync("/people", "/people/id-manager/invitation")).Status);
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
        Assert.Equal(2, answers.Length);
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
