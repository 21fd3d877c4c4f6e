using Microsoft.AspNetCore.Authorization;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Access;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed class AccessTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public static TheoryData<Duty> Duties => [.. Enum.GetValues<Duty>()];

    public void Dispose() => _ground.Dispose();

    [Theory]
    [MemberData(nameof(Duties))]
    public async Task S16_Duty_WhenHeld_OpensItsEndpointAndNoOther(Duty held)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var person = await site.AddAsync("person", held);
        using var browser = new Browser(site);
        await browser.LogInAsync(person);
        foreach (var duty in Enum.GetValues<Duty>().Where(duty => duty is not Duty.None))
        {
            Assert.Equal((duty, duty == held ? 200 : 403), (duty, (await browser.GetAsync($"/duty/{(int)duty}")).Status));
        }

        Assert.Equal(held is Duty.Manage ? 200 : 403, (await browser.GetAsync("/people")).Status);
    }

    [Fact]
    public async Task Endpoint_WhenNobodySaidWhoMay_IsClosedToStrangers()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var person = await site.AddAsync("person", Duty.None);
        using var browser = new Browser(site);
        Assert.Equal("/login?return=%2Fsilent", (await browser.GetAsync("/silent")).Location);
        Assert.Equal("/login?return=%2Fnot-there", (await browser.GetAsync("/not-there")).Location);
        await browser.LogInAsync(person);
        Assert.Equal(200, (await browser.GetAsync("/silent")).Status);
        Assert.Equal(404, (await browser.GetAsync("/not-there")).Status);
    }

    [Fact]
    public async Task Site_WhenItHasNoAccount_MayBeLookedAtAndNothingElse()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        Assert.Equal(200, (await browser.GetAsync("/look")).Status);
        foreach (var path in (string[])["/silent", "/fresh", "/duty/1", "/people", "/account"])
        {
            Assert.Equal((303, "/claim"), ((await browser.GetAsync(path)).Status, (await browser.GetAsync(path)).Location));
        }

        var person = await site.AddAsync("person", Duty.None);
        Assert.Equal("/login?return=%2Flook", (await browser.GetAsync("/look")).Location);
        await browser.LogInAsync(person);
        Assert.Equal(200, (await browser.GetAsync("/look")).Status);
        await site.ChangeAsync(person, account => account with { Standing = PersonStanding.Left });
        Assert.Equal("/login?return=%2Flook", (await browser.GetAsync("/look")).Location);
    }

    [Fact]
    public async Task Duty_WhenTakenAway_IsGoneAtTheNextRequest()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var person = await site.AddAsync("person", Duty.Write | Duty.Watch);
        using var browser = new Browser(site);
        await browser.LogInAsync(person);
        Assert.Equal(200, (await browser.GetAsync("/duty/16")).Status);
        await site.ChangeAsync(person, account => account with { Duties = Duty.Write });
        Assert.Equal(403, (await browser.GetAsync("/duty/16")).Status);
        Assert.Equal(200, (await browser.GetAsync("/duty/1")).Status);
    }

    [Fact]
    public async Task S30_Proof_WhenOlderThanFiveMinutes_IsAskedForAgain()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        _ground.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await browser.GetAsync("/fresh")).Status);
        _ground.Time.Advance(TimeSpan.FromSeconds(1));
        var asked = await browser.GetAsync("/fresh");
        Assert.Equal((303, "/login/again?return=%2Ffresh"), (asked.Status, asked.Location));

        // Who it is stays; only what was shown is too old.
        Assert.Equal(200, (await browser.GetAsync("/duty/8")).Status);
        var before = browser.Cookie("signage");
        using var page = await browser.OpenLiveAsync();
        Assert.Equal("/fresh", (await browser.LogInAsync(final, asked.Location!)).Location);
        Assert.Equal(200, (await browser.GetAsync("/fresh")).Status);
        Assert.NotEqual(before, browser.Cookie("signage"));

        // Pages that are open stay so, under the new id.
        Assert.True(await page.AnswersAsync());
        Assert.Single(await site.ShelvedAsync());
    }

    [Fact]
    public async Task S30_Proof_WhenThePasswordIsWrongOrThePasswordAlone_IsNone()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        _ground.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(400, (await browser.FillAsync("/login/again", "/login/again", ("password", "wrong"))).Status);
        Assert.Equal(303, (await browser.FillAsync("/login/again", "/login/again", ("password", final.Password))).Status);
        Assert.Equal(303, (await browser.GetAsync("/fresh")).Status);
        Assert.Equal(200, (await browser.GetAsync("/duty/8")).Status);
    }

    [Fact]
    public async Task S30_Form_WhenTheProofIsTooOld_IsNotTakenAndLeadsBackToItsPage()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var manager = await site.AddAsync("manager", Duty.Manage);
        using var browser = new Browser(site);
        await browser.LogInAsync(manager);
        _ground.Time.Advance(TimeSpan.FromMinutes(6));
        var before = _ground.Book.Deeds.Count;
        var shown = await browser.FillAsync("/people", "/people", ("login", "new-one"), ("name", "新人"), ("duty", "1"));
        Assert.Equal((303, "/login/again?return=%2Fpeople"), (shown.Status, shown.Location));
        Assert.Equal(before, _ground.Book.Deeds.Count);
        Assert.Equal("/login/again?return=%2Faccount%2Fcode", (await browser.GetAsync("/account/code")).Location);
    }

    [Fact]
    public void Policies_WhenNamed_AreOnePerDuty()
    {
        var options = new AuthorizationOptions();
        DutyPolicies.Configure(options);
        Assert.NotNull(options.FallbackPolicy);
        Assert.All(DutyPolicies.All, duty => Assert.NotNull(options.GetPolicy(DutyPolicies.Of(duty))));
        Assert.Equal(7, DutyPolicies.All.Count());
        Assert.NotNull(options.GetPolicy(DutyPolicies.Of(PeopleRules.Reviews)));
    }
}
