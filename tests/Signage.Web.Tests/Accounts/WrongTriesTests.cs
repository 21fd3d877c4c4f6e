using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.LogIn;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

/// <summary>What stands in the audit of wrong tries, and what they cost.</summary>
public sealed class WrongTriesTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task Audit_WhenAStrangerKeepsTrying_GrowsByAFewLines()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write);
        var before = _ground.Book.Deeds.Count;
        foreach (var address in Enumerable.Range(0, 20))
        {
            using var browser = new Browser(site, from: $"192.0.2.{address}");
            var page = await browser.GetAsync("/welcome");
            foreach (var number in Enumerable.Range(0, 10))
            {
                await browser.PostAsync("/login", page.Token, ("login", number == 0 ? "writer" : $"name{address}x{number}"), ("password", "x"));
                await browser.PostAsync("/welcome", page.Token, ("login", "writer"), ("code", "0000000000000000"), ("password", "x"));
            }
        }

        await site.SettleAsync();
        Assert.InRange(_ground.Book.Deeds.Count - before, 3, 5);
        _ground.Time.Advance(LogInLimits.Window);
        await site.SettleAsync();
        var deeds = _ground.Book.Deeds.Skip(before).Select(deed => deed.Deed).ToArray();
        Assert.InRange(deeds.Length, 5, 8);

        // None is lost: of each kind the first of all, and then the rest with where they came from.
        Assert.Equal(180, deeds.Where(deed => deed.Action == AccountDeed.Wrong && deed.Subject is null).Sum(deed => deed.Count));
        Assert.Equal(100, deeds.Where(deed => deed.Action == AccountDeed.WrongInvitation && deed.Subject == writer.Id).Sum(deed => deed.Count));
        var rest = Assert.Single(deeds, deed => deed.Action == AccountDeed.Wrong && deed.Subject is null && deed.Count > 1);
        Assert.Equal(("192.0.2.0", "192.0.2.19"), (rest.FirstFrom, rest.LastFrom));
    }

    [Fact]
    public async Task Tries_WhenTheDiskRefuses_AreWrittenLaterAndNoneIsLost()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var wrong = site.Service<WrongTries>();
        var account = await site.AccountAsync(await site.AddAsync("writer", Duty.Write));
        var before = _ground.Book.Deeds.Count;
        _ground.Book.Refuses = true;
        foreach (var _ in Enumerable.Range(0, 7))
        {
            wrong.NoteAndCount(AccountDeed.Wrong, account, "192.0.2.1");
        }

        Assert.True(wrong.IsClosed(account));
        await wrong.WriteAsync(isAll: true, Token);
        Assert.Equal(before, _ground.Book.Deeds.Count);
        _ground.Book.Refuses = false;
        await wrong.WriteAsync(isAll: false, Token);
        _ground.Book.Breaks = true;
        await Assert.ThrowsAsync<IOException>(() => wrong.WriteAsync(isAll: true, Token));
        _ground.Book.Breaks = false;
        await wrong.WriteAsync(isAll: true, Token);
        Assert.Equal([(AccountDeed.Closed, 1), (AccountDeed.Wrong, 1), (AccountDeed.Wrong, 6)], _ground.Book.Deeds.Skip(before).Select(deed => (deed.Deed.Action, deed.Deed.Count)));
    }

    [Fact]
    public async Task Tries_WhenTheSiteStops_AreWrittenDown()
    {
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            using var browser = new Browser(site);
            await site.AddAsync("writer", Duty.Write);
            foreach (var _ in Enumerable.Range(0, 3))
            {
                await browser.FillAsync("/login", "/login", ("login", "nobody"), ("password", "x"));
            }
        }

        Assert.Equal(3, _ground.Book.Deeds.Where(deed => deed.Deed.Action == AccountDeed.Wrong).Sum(deed => deed.Deed.Count));
    }

    [Fact]
    public async Task Tries_WhenAnEditIsFaster_CloseTheAccountAtTheNextLook()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var wrong = site.Service<WrongTries>();
        var person = await site.AddAsync("writer", Duty.Write);
        var left = 1;
        _ground.Book.BeforeChange = async changed =>
        {
            if (changed.LockedUntil is not null && Interlocked.Decrement(ref left) >= 0)
            {
                await site.ChangeAsync(person, account => account with { Name = "改名" });
            }
        };
        var account = await site.AccountAsync(person);
        foreach (var _ in Enumerable.Range(0, LogInLimits.MostWrong))
        {
            wrong.NoteAndCount(AccountDeed.Wrong, account, "192.0.2.1");
        }

        await wrong.WriteAsync(isAll: false, Token);
        await wrong.WriteAsync(isAll: false, Token);
        var closed = await site.AccountAsync(person);
        Assert.Equal(("改名", true), (closed.Name, closed.IsLocked(_ground.Time.GetUtcNow())));
    }
}
