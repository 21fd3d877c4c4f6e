using Signage.Core.Review;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed class RestartTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task T32_CookieAndForm_WhenTheSiteIsStartedAnew_AreGood()
    {
        var cookies = new System.Net.CookieContainer();
        string? token, half;
        Insider writer, final;
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
            final = await site.AddAsync("final", Duty.FinalReview);
            using var browser = new Browser(site, cookies);
            await browser.LogInAsync(writer);
            token = (await browser.GetAsync("/account")).Token;
            half = browser.Cookie("signage");
        }

        _ground.Time.Advance(TimeSpan.FromMinutes(5));
        await using (var again = await AccountsSite.StartAsync(_ground))
        {
            using var browser = new Browser(again, cookies);
            Assert.Equal("home of writer的姓名", (await browser.GetAsync("/")).Body);
            Assert.Equal(half, browser.Cookie("signage"));

            // The form was made before the restart, and is still one of ours; the secret of the code can still be read.
            Assert.Equal("/login", (await browser.PostAsync("/logout", token)).Location);
            Assert.True((await browser.GetAsync("/")).IsDoor);
            Assert.Equal(303, (await browser.LogInAsync(final)).Status);
        }
    }

    [Fact]
    public async Task S28_Session_WhenTheHostHasNoTimeLeft_IsStillOnTheShelf()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        await browser.LogInAsync(writer);
        using (var stranger = new Browser(site))
        {
            await stranger.FillAsync("/login", "/login", ("login", "writer"), ("password", "wrong"));
        }

        await site.StopInHasteAsync();
        Assert.Equal(writer.Id, Assert.Single(_ground.Shelf.Sessions).PersonId);
        Assert.Contains(_ground.Book.Deeds, deed => deed.Deed.Action == Core.Accounts.AccountDeed.Wrong);
    }

    [Fact]
    public async Task T32_Cookie_WhenTheKeyRingIsAnother_IsNotBelieved()
    {
        var cookies = new System.Net.CookieContainer();
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            using var browser = new Browser(site, cookies);
            await browser.LogInAsync(await site.AddAsync("writer", Duty.Write, hasCode: false));
        }

        Directory.Delete(_ground.Keys, recursive: true);
        await using var again = await AccountsSite.StartAsync(_ground);
        using var same = new Browser(again, cookies);
        Assert.True((await same.GetAsync("/")).IsDoor);
    }

    [Fact]
    public async Task T32_Session_WhenItEndedWhileTheSiteWasDown_IsEnded()
    {
        var cookies = new System.Net.CookieContainer();
        Insider final;
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            final = await site.AddAsync("final", Duty.FinalReview);
            using var browser = new Browser(site, cookies);
            await browser.LogInAsync(final);
        }

        _ground.Time.Advance(TimeSpan.FromMinutes(15));
        await using var again = await AccountsSite.StartAsync(_ground);
        using var same = new Browser(again, cookies);
        Assert.True((await same.GetAsync("/")).IsDoor);
    }

    [Fact]
    public async Task T32_Key_WhenItsFileWasCutShort_DoesNotStopTheSite()
    {
        Directory.CreateDirectory(_ground.Keys);
        await File.WriteAllTextAsync(Path.Combine(_ground.Keys, "broken.xml"), "<key id=", TestContext.Current.CancellationToken);
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        Assert.Equal(303, (await browser.LogInAsync(await site.AddAsync("writer", Duty.Write, hasCode: false))).Status);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task T32_Site_WhenTheKeyFolderCannotBeWritten_DoesNotStart()
    {
        await File.WriteAllTextAsync(_ground.Keys, "a file in place of the folder", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<IOException>(() => AccountsSite.StartAsync(_ground));
        Assert.Contains("密钥目录", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T32_Key_WhenThePowerWentBeforeItHadItsName_IsTakenOver()
    {
        var cookies = new System.Net.CookieContainer();
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            using var browser = new Browser(site, cookies);
            await browser.LogInAsync(await site.AddAsync("writer", Duty.Write, hasCode: false));
        }

        var key = Assert.Single(Directory.GetFiles(_ground.Keys));
        File.Move(key, key + ".new");
        await File.WriteAllTextAsync(Path.Combine(_ground.Keys, "broken.xml.new"), "<key id=", TestContext.Current.CancellationToken);
        await using var again = await AccountsSite.StartAsync(_ground);
        using var same = new Browser(again, cookies);
        Assert.Equal(200, (await same.GetAsync("/")).Status);
        Assert.True(File.Exists(key));
    }
}
