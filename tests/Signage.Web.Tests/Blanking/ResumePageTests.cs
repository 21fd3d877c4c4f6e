using Signage.Core.Review;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Blanking;

public sealed class ResumePageTests
{
    [Fact]
    public async Task I7_Resume_WhenTwoPeopleNameTheBlank_LightsAgain()
    {
        await using var site = await BlankSite.StartAsync();
        var (watch, final) = (await site.ComeInAsync("watch", Duty.Watch), await site.ComeInAsync("final", Duty.FinalReview));
        await PressAsync(watch);
        var asked = await watch.GetAsync("/resume");
        Assert.Contains("您是第一位", asked.Text, StringComparison.Ordinal);
        Assert.Contains("watch的姓名", asked.Text, StringComparison.Ordinal);
        Assert.Equal("1", asked.Field("number"));
        Assert.Equal("/resume", (await SayAsync(watch)).Location);
        Assert.True(site.Desk.Now.On);
        var waiting = await watch.GetAsync("/resume");
        Assert.Contains("屏幕还黑着", waiting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", waiting.Body, StringComparison.Ordinal);

        Assert.Contains("watch的姓名 已经确认。您是第二位", (await final.GetAsync("/resume")).Text, StringComparison.Ordinal);
        Assert.Equal("/resume", (await SayAsync(final)).Location);
        Assert.False(site.Desk.Now.On);
        Assert.Contains("第 1 号黑屏已由 watch的姓名、final的姓名 在", (await final.GetAsync("/resume")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I7_Resume_WhenOnePersonSaysItTwice_StaysDark()
    {
        await using var site = await BlankSite.StartAsync();
        var person = await site.Site.AddAsync("watch", Duty.Watch);
        var (here, there) = (await site.ComeInAsync(person), await site.ComeInAsync(person));
        await PressAsync(here);
        foreach (var browser in (Browser[])[here, there, here])
        {
            Assert.Equal(303, (await browser.PostAsync("/resume", (await browser.GetAsync("/account")).Token, ("number", "1"))).Status);
        }

        Assert.True(site.Desk.Now is { On: true, First.PersonId: "id-watch" });
    }

    [Theory]
    [InlineData("2", 409)]
    [InlineData("0", 409)]
    [InlineData("", 400)]
    [InlineData("-1", 400)]
    [InlineData("99999999999", 400)]
    public async Task I7_Resume_WhenItNamesAnotherBlank_IsRefused(string number, int status)
    {
        await using var site = await BlankSite.StartAsync();
        var watch = await site.ComeInAsync("watch", Duty.Watch);
        await PressAsync(watch);
        Assert.Equal(status, (await watch.PostAsync("/resume", (await watch.GetAsync("/resume")).Token, ("number", number))).Status);
        Assert.True(site.Desk.Now is { On: true, First: null });
    }

    [Fact]
    public async Task I7_Resume_WhenSomebodyPressedSince_TakesTwoNewWords()
    {
        await using var site = await BlankSite.StartAsync();
        var (watch, final) = (await site.ComeInAsync("watch", Duty.Watch), await site.ComeInAsync("final", Duty.FinalReview));
        await PressAsync(watch);
        await SayAsync(watch);
        var old = await final.GetAsync("/resume");
        await PressAsync(watch);
        var refused = await final.PostAsync("/resume", old.Token, ("number", old.Field("number")!));
        Assert.Equal(409, refused.Status);
        Assert.Contains("现在生效的是第 2 号", refused.Text, StringComparison.Ordinal);
        Assert.Equal("2", refused.Field("number"));
        await SayAsync(final);
        Assert.True(site.Desk.Now is { On: true, First.PersonId: "id-final" });
    }

    [Theory]
    [InlineData(Duty.Write)]
    [InlineData(Duty.Manage)]
    [InlineData(Duty.FirstReview | Duty.SecondReview)]
    [InlineData(Duty.Manage | Duty.FinalReview)]
    public async Task S30_Resume_WhenOfAnotherDuty_IsRefused(Duty duty)
    {
        await using var site = await BlankSite.StartAsync();
        var (watch, other) = (await site.ComeInAsync("watch", Duty.Watch), await site.ComeInAsync("other", duty));
        await PressAsync(watch);
        Assert.Equal(403, (await other.GetAsync("/resume")).Status);
        Assert.Equal(403, (await other.PostAsync("/resume", (await other.GetAsync("/account")).Token, ("number", "1"))).Status);
        Assert.True(site.Desk.Now is { On: true, First: null });
    }

    [Fact]
    public async Task S30_Resume_WhenTheProofIsStale_AsksAgainAndComesBack()
    {
        await using var site = await BlankSite.StartAsync();
        var person = await site.Site.AddAsync("watch", Duty.Watch);
        var watch = await site.ComeInAsync(person);
        await PressAsync(watch);
        var asked = await watch.GetAsync("/resume");
        site.Site.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((303, "/login/again?return=%2Fresume"), To(await watch.GetAsync("/resume")));
        Assert.Equal((303, "/login/again?return=%2Fresume"), To(await watch.PostAsync("/resume", asked.Token, ("number", "1"))));
        Assert.Null(site.Desk.Now.First);
        Assert.Equal((303, "/resume"), To(await watch.LogInAsync(person, "/login/again?return=%2Fresume")));
        await SayAsync(watch);
        Assert.NotNull(site.Desk.Now.First);
    }

    [Theory]
    [InlineData(Duty.Watch, PersonStanding.Left)]
    [InlineData(Duty.Watch, PersonStanding.Revoked)]
    [InlineData(Duty.Write, PersonStanding.Active)]
    public async Task I7_Resume_WhenTheFirstPersonMayNoMore_CountsTheSecondAsTheFirst(Duty duties, PersonStanding standing)
    {
        await using var site = await BlankSite.StartAsync();
        var person = await site.Site.AddAsync("watch", Duty.Watch);
        var (watch, final) = (await site.ComeInAsync(person), await site.ComeInAsync("final", Duty.FinalReview));
        await PressAsync(watch);
        await SayAsync(watch);
        await site.Site.ChangeAsync(person, account => account with { Duties = duties, Standing = standing });
        Assert.Contains("您是第一位", (await final.GetAsync("/resume")).Text, StringComparison.Ordinal);
        await SayAsync(final);
        Assert.True(site.Desk.Now is { On: true, First.PersonId: "id-final" });
    }

    [Fact]
    public async Task Resume_WhenTheDiskIsFull_StaysDarkAndSaysSo()
    {
        await using var site = await BlankSite.StartAsync();
        var (watch, final) = (await site.ComeInAsync("watch", Duty.Watch), await site.ComeInAsync("final", Duty.FinalReview));
        await PressAsync(watch);
        await SayAsync(watch);
        site.Desk.Full = "磁盘已满";
        var refused = await SayAsync(final);
        Assert.Equal(409, refused.Status);
        Assert.Contains("磁盘已满", refused.Text, StringComparison.Ordinal);
        Assert.True(site.Desk.Now.On);
        site.Desk.Full = null;
        await SayAsync(final);
        Assert.False(site.Desk.Now.On);
    }

    [Fact]
    public async Task S30_Resume_WhenTheSiteHasOnePerson_TakesTheCodeOfTheConsole()
    {
        await using var site = await BlankSite.StartAsync(ReviewMode.OnePerson);
        var person = await site.ComeInAsync("person", Duty.Manage | Duty.FinalReview);
        await PressAsync(person);
        Assert.Contains("name=\"code\"", (await person.GetAsync("/resume")).Body, StringComparison.Ordinal);
        Assert.Equal(409, (await SayAsync(person, ("code", ""))).Status);
        Assert.Equal(409, (await SayAsync(person, ("code", "111111"))).Status);
        Assert.True(site.Desk.Now.On);
        Assert.Equal("/resume", (await SayAsync(person, ("code", $" {MemoryDesk.Code} "))).Location);
        Assert.False(site.Desk.Now.On);
    }

    [Theory]
    [InlineData(ReviewMode.TwoPeople)]
    [InlineData(ReviewMode.ThreeReviews)]
    public async Task I7_Resume_WhenTheSiteHasMore_TakesNoCode(ReviewMode mode)
    {
        await using var site = await BlankSite.StartAsync(mode);
        var watch = await site.ComeInAsync("watch", Duty.Watch);
        await PressAsync(watch);
        Assert.DoesNotContain("name=\"code\"", (await watch.GetAsync("/resume")).Body, StringComparison.Ordinal);
        await SayAsync(watch, ("code", MemoryDesk.Code));
        Assert.True(site.Desk.Now.On);
    }

    private static Task<Browser.Shown> PressAsync(Browser browser) => browser.FillAsync("/blank", "/blank");

    /// <summary>Opens the page and sends its form, as the page has it.</summary>
    private static async Task<Browser.Shown> SayAsync(Browser browser, params (string, string)[] fields)
    {
        var page = await browser.GetAsync("/resume");
        Assert.Equal(200, page.Status);
        return await browser.PostAsync("/resume", page.Token, [("number", page.Field("number")!), .. fields]);
    }

    private static (int, string?) To(Browser.Shown shown) => (shown.Status, shown.Location);
}
