using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Access;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Accounts.Sessions;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

/// <summary>What is done is allowed at the moment it is done; only password and code are a proof, and only a log-in begins a session.</summary>
public sealed class ProofTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Theory]
    [InlineData("/account/code")]
    [InlineData("/account/recovery")]
    [InlineData("/account/password")]
    public async Task S28_Form_WhenTheSessionEndsWhileItsBodyComes_IsNotTaken(string path)
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var thief = new Browser(site);
        using var owner = new Browser(site);
        await thief.LogInAsync(final);
        _ground.Time.Advance(TimeSpan.FromSeconds(30));
        await owner.LogInAsync(final);
        var page = await thief.GetAsync("/account/code");
        var secret = Base32.Read(Regex.Match(page.Body, "secret=([A-Z2-7]+)").Groups[1].Value)!;
        using var content = new SlowContent(
            ("token", page.Token!), ("lent", page.Field("lent")!), ("code", (final with { Secret = secret }).Code(_ground.Time.GetUtcNow())), ("old", final.Password), ("password", "另一句 谁也 猜不到 的话 哦"));
        var sending = thief.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
        await content.Begun;
        Assert.Equal("/login", (await owner.FillAsync("/account", "/account/everywhere")).Location);
        var before = await site.AccountAsync(final);
        content.LetGo();
        Assert.True((await sending).IsDoor);
        Assert.Equal(before, await site.AccountAsync(final));
        Assert.Equal(0, site.Service<SessionBook>().Count);
        Assert.Empty(await site.ShelvedAsync());
    }

    [Fact]
    public async Task S28_Form_WhenTheDutyIsTakenWhileItsBodyComes_IsNotTaken()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var manager = await site.AddAsync("manager", Duty.Manage);
        using var browser = new Browser(site);
        await browser.LogInAsync(manager);
        using var content = new SlowContent(("token", (await browser.GetAsync("/people")).Token!), ("login", "puppet"), ("name", "某人"), ("duty", "64"));
        var sending = browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/people") { Content = content });
        await content.Begun;
        await site.ChangeAsync(manager, account => account with { Duties = Duty.Write });
        content.LetGo();
        Assert.Equal(403, (await sending).Status);
        Assert.Single(await _ground.Book.AllAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task InviteAgain_WhenWhoAsksManagesNoMore_IsRefused()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var manager = await site.AddAsync("manager", Duty.Manage);
        await site.AddAsync("second", Duty.Manage);
        var writer = await site.AddAsync("writer", Duty.Write);
        var by = await site.AccountAsync(manager);
        await site.ChangeAsync(manager, account => account with { Standing = PersonStanding.Revoked });
        using var scope = site.Service<IServiceScopeFactory>().CreateScope();
        var desk = scope.ServiceProvider.GetRequiredService<PeopleDesk>();
        Assert.IsType<DeskAnswer.Refused>((await desk.InviteAsync(by, "puppet", "某人", Duty.Manage, TestContext.Current.CancellationToken)).Answer);
        Assert.IsType<DeskAnswer.Refused>((await desk.InviteAgainAsync(by, writer.Id, TestContext.Current.CancellationToken)).Answer);
        Assert.NotNull((await site.AccountAsync(writer)).PasswordHash);
        Assert.Equal(3, (await _ground.Book.AllAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task S30_PasswordChange_WhenTheCodeWasNotShown_IsNoProof()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        _ground.Time.Advance(TimeSpan.FromMinutes(6));
        var asked = await browser.FillAsync("/account", "/account/password", ("old", final.Password), ("password", "另一句 谁也 猜不到 的话 哦"));
        Assert.Equal((303, "/login/again?return=%2Faccount"), (asked.Status, asked.Location));
        Assert.Equal(303, (await browser.GetAsync("/fresh")).Status);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task S30_PasswordChange_WhenTheProofIsFresh_MakesItNoFresher()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        var before = browser.Cookie("signage");
        _ground.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(200, (await browser.FillAsync("/account", "/account/password", ("old", final.Password), ("password", "另一句 谁也 猜不到 的话 哦"))).Status);
        Assert.NotEqual(before, browser.Cookie("signage"));
        Assert.Equal(200, (await browser.GetAsync("/fresh")).Status);
        _ground.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(303, (await browser.GetAsync("/fresh")).Status);
    }

    [Fact]
    public async Task S28_Session_WhenRecoveryCodesAreMadeAgainAndAgain_EndsAfterTwelveHours()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        var (began, made) = (_ground.Time.GetUtcNow(), 0);
        while (_ground.Time.GetUtcNow() - began < TimeSpan.FromHours(12) - TimeSpan.FromMinutes(4))
        {
            _ground.Time.Advance(TimeSpan.FromMinutes(4));
            made += (await browser.FillAsync("/account", "/account/recovery")).Status == 200 ? 1 : 0;
        }

        // The first found the proof fresh; no proof was shown after it.
        Assert.Equal(1, made);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
        Assert.Equal(303, (await browser.GetAsync("/fresh")).Status);
        _ground.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.True((await browser.GetAsync("/")).IsDoor);
    }

    [Fact]
    public async Task S30_Page_WhenTheProofIsShownAgain_MayGoOn()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        var (sessions, rights) = (site.Service<SessionBook>(), site.Service<IAuthorizationService>());
        var account = await site.AccountAsync(final);
        var look = await sessions.LookAsync(Session.KeyOf(await sessions.BeginAsync(account)), isActive: false, TestContext.Current.CancellationToken);
        var page = SessionClaims.Of(look!);
        var end = sessions.EndOf(look!.Stay);
        Assert.NotNull(sessions.Renew(look.Stay, account));
        Assert.True((await rights.AuthorizeAsync(page, null, DutyPolicies.Of(Duty.FinalReview))).Succeeded);
        Assert.NotNull(await sessions.ContinueAsync(look.Stay, account));
        Assert.True((await rights.AuthorizeAsync(page, null, DutyPolicies.Of(Duty.FinalReview))).Succeeded);
        Assert.False(end.IsCancellationRequested);
        await sessions.EndAsync(look.Stay);
        Assert.False((await rights.AuthorizeAsync(page, null, DutyPolicies.Of(Duty.FinalReview))).Succeeded);
        Assert.True(end.IsCancellationRequested);
    }

    [Fact]
    public async Task S16_Duties_WhenTheSiteAsksForMorePeopleThanBefore_AreThoseThatOneMayHave()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var person = await site.AddAsync("person", Duty.Manage | Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(person);
        Assert.Equal((403, 200), ((await browser.GetAsync("/duty/8")).Status, (await browser.GetAsync("/duty/64")).Status));

        // Which the person can put right.
        Assert.Equal("/people", (await browser.FillAsync("/people", $"/people/{person.Id}/duties", ("duty", "64"))).Location);
        Assert.Equal(Duty.Manage, (await site.AccountAsync(person)).Duties);
    }

    /// <summary>A form whose last byte waits for a word of the test.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly byte[] _bytes;
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _last = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowContent(params (string Name, string Value)[] fields)
        {
            _bytes = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")));
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        /// <summary>All but the last byte is on its way.</summary>
        public Task Begun => _begun.Task;

        public void LetGo() => _last.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length - 1));
            await stream.FlushAsync();
            _begun.TrySetResult();
            await _last.Task;
            await stream.WriteAsync(_bytes.AsMemory(_bytes.Length - 1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
