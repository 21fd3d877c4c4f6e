using Microsoft.Extensions.Logging.Abstractions;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Sessions;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

/// <summary>The shelf of sessions is a convenience: nobody waits for it, and what is on it is what is so.</summary>
public sealed class ShelfTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task S40_Session_WhenTheShelfRefuses_StillOpensPages()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(writer);
        _ground.Shelf.Refuses = true;
        _ground.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
        using var other = new Browser(site);
        Assert.Equal(303, (await other.LogInAsync(writer)).Status);
        Assert.Equal("/login", (await other.FillAsync("/account", "/logout")).Location);
        Assert.True((await other.GetAsync("/")).IsDoor);

        // Once the disk takes it again, what is so is there.
        _ground.Shelf.Refuses = false;
        Assert.Equal(_ground.Time.GetUtcNow(), Assert.Single(await site.ShelvedAsync()).SeenAt);
    }

    [Fact]
    public async Task Site_WhenTheShelfCannotBeRead_StartsWithNobodyIn()
    {
        var cookies = new System.Net.CookieContainer();
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            using var browser = new Browser(site, cookies);
            await browser.LogInAsync(await site.AddAsync("writer", Duty.Write, hasCode: false));
        }

        Assert.Single(_ground.Shelf.Sessions);
        _ground.Shelf.Refuses = true;
        await using var again = await AccountsSite.StartAsync(_ground);
        using var same = new Browser(again, cookies);
        Assert.True((await same.GetAsync("/")).IsDoor);

        // What nobody took over must not come back at the next start.
        _ground.Shelf.Refuses = false;
        Assert.Empty(await again.ShelvedAsync());
    }

    [Fact]
    public async Task S28_LogOut_WhenTheBrowserHangsUp_IsLoggedOutAfterARestart()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var account = await site.AccountAsync(await site.AddAsync("writer", Duty.Write));
        string id, stays;
        using (var sessions = Sessions())
        {
            (id, stays) = (await sessions.BeginAsync(account), await sessions.BeginAsync(account));
            await sessions.Writer.WriteAsync(Token);
            var look = await sessions.LookAsync(Session.KeyOf(id), isActive: true, Token);

            // The shelf refuses just then; a page that is still open asks on.
            _ground.Shelf.Refuses = true;
            await sessions.EndAsync(look!.Stay);
            await Assert.ThrowsAsync<IOException>(() => sessions.Writer.WriteAsync(Token));
            Assert.Null(await sessions.LookAsync(look.Stay, Token));
            _ground.Shelf.Refuses = false;
            await sessions.Writer.WriteAsync(Token);
        }

        using var again = Sessions();
        await again.LoadAsync(Token);
        Assert.Null(await again.LookAsync(Session.KeyOf(id), isActive: false, Token));
        Assert.NotNull(await again.LookAsync(Session.KeyOf(stays), isActive: false, Token));
    }

    [Fact]
    public async Task S28_Proof_WhenShownAgain_LeavesOneIdOnTheShelf()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var account = await site.AccountAsync(await site.AddAsync("writer", Duty.Write));
        using var sessions = Sessions();
        var id = await sessions.BeginAsync(account);
        var look = await sessions.LookAsync(Session.KeyOf(id), isActive: false, Token);
        var next = sessions.Renew(look!.Stay, account);
        await sessions.Writer.WriteAsync(Token);
        Assert.Equal(Session.KeyOf(next!), Assert.Single(_ground.Shelf.Sessions).Key);
        Assert.Null(sessions.Renew(look.Stay, account with { Id = "another" }));
        Assert.NotNull(await sessions.LookAsync(look.Stay, Token));
    }

    [Fact]
    public async Task Shelf_WhenItRefusesForLong_IsMadeAnewFromThoseThatLive()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var account = await site.AccountAsync(await site.AddAsync("writer", Duty.Write));
        using var sessions = Sessions();
        var gone = await sessions.BeginAsync(account);
        await sessions.Writer.WriteAsync(Token);
        _ground.Shelf.Refuses = true;
        await sessions.EndAsync((await sessions.LookAsync(Session.KeyOf(gone), isActive: false, Token))!.Stay);
        var look = await sessions.LookAsync(Session.KeyOf(await sessions.BeginAsync(account)), isActive: false, Token);
        foreach (var _ in Enumerable.Range(0, ShelfWriter.Most + 10))
        {
            Assert.NotNull(sessions.Renew(look!.Stay, account));
            Assert.InRange(sessions.Writer.Waiting, 0, ShelfWriter.Most);
        }

        _ground.Shelf.Refuses = false;
        await sessions.Writer.WriteAsync(Token);
        var alive = Assert.Single(_ground.Shelf.Sessions);
        Assert.Equal((await sessions.LookAsync(look!.Stay, Token))!.Session, alive);
    }

    [Fact]
    public async Task Shelf_WhenManyChangeAtOnce_HoldsWhatIsSoInTheEnd()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var account = await site.AccountAsync(await site.AddAsync("writer", Duty.Write));
        using var sessions = Sessions();
        using var done = new CancellationTokenSource();
        var writing = sessions.Writer.RunAsync(done.Token);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                var look = await sessions.LookAsync(Session.KeyOf(await sessions.BeginAsync(account)), isActive: true, Token);
                var id = sessions.Renew(look!.Stay, account);
                await sessions.LookAsync(Session.KeyOf(id!), isActive: true, Token);
                await sessions.EndAsync(look.Stay);
            },
            Token)));
        await sessions.Writer.WriteAsync(Token);
        Assert.Empty(_ground.Shelf.Sessions);
        await done.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }

    private SessionBook Sessions() => new(_ground.Book, _ground.Shelf, _ground.Time, NullLogger<SessionBook>.Instance);
}
