using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed class PasswordTests : IDisposable
{
    private static readonly CommonPasswords Common = CommonPasswords.Load();
    private readonly PasswordRules _rules = new(Common, new SiteAccountsSettings("nanjinlu-shequ", "unused"));
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Theory]
    [InlineData("elevenlette", "至少")]
    [InlineData("密码只有十一个字啊呀呀", "至少")]
    [InlineData("123456789012", "太常见")]
    [InlineData("Password1234", "太常见")]
    [InlineData("p@ssw0rd1234", "太常见")]
    [InlineData("woaini1314520", "太常见")]
    [InlineData("qwertyuiop12", "太常见")]
    [InlineData("1qaz2wsx3edc4rfv", "太常见")]
    [InlineData("abcabcabcabcabcabc", "太常见")]
    [InlineData("慈善慈善慈善慈善慈善慈善慈善", "太常见")]
    [InlineData("administrator2026", "太常见")]
    [InlineData("wangfang-2026", "一猜就中")]
    [InlineData("NanJinLu-SheQu-1", "一猜就中")]
    [InlineData("王芳王芳王芳王芳王芳王芳王芳", "一猜就中")]
    [InlineData("long enough \u202E twisted", "U+202E")]
    public void S29_Password_WhenWeak_IsRefusedWithTheReason(string password, string reason) =>
        Assert.Contains(reason, _rules.Objection(password, "wangfang", "王芳"), StringComparison.Ordinal);

    [Theory]
    [InlineData("三只 猫 走过 南津桥 的 早上")]
    [InlineData("correct horse battery staple")]
    [InlineData("Kx7plmqq3zzb")]
    [InlineData("社区公告栏每周一上午更新")]
    public void S29_Password_WhenGood_IsTakenWhateverLettersItHas(string password) => Assert.Null(_rules.Objection(password, "wangfang", "王芳"));

    [Fact]
    public void S29_List_WhenRead_HasWhatIsTriedFirst()
    {
        Assert.Equal(2, Common.Weight("123456"));
        Assert.Equal(2, Common.Weight("5201314"));
        Assert.Equal(7, Common.Weight("kx7plmq"));
    }

    [Fact]
    public void S29_Password_WhenLongest_IsLookedAtAndLongerIsRefused()
    {
        Assert.Null(_rules.Objection(string.Concat(Enumerable.Range(0, 128).Select(number => (char)('一' + 37 * number))), "wangfang", "王芳"));
        Assert.Contains("最多", _rules.Objection(new string('z', 129), "wangfang", "王芳"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S29_Hash_WhenMadeByTheSite_HasTheRoundsThatOwaspAsksFor()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var options = site.Service<IOptions<PasswordHasherOptions>>();
        var hash = Convert.FromBase64String(new PasswordHasher<AccountUser>(options).HashPassword(null!, "x"));
        Assert.Equal((1, 2, 210_000), (hash[0], BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5))));
    }

    [Fact]
    public async Task S29_Password_WhenOld_IsAskedToBeChangedOnlyWhereTheSiteWantsThat()
    {
        foreach (var days in (int?[])[null, 90])
        {
            using var ground = new AccountsGround();
            await using var site = await AccountsSite.StartAsync(ground, settings => settings with { PasswordDays = days });
            var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
            ground.Time.Advance(TimeSpan.FromDays(89.9));
            using var browser = new Browser(site);
            await browser.LogInAsync(writer);
            Assert.Equal(200, (await browser.GetAsync("/duty/1")).Status);
            ground.Time.Advance(TimeSpan.FromDays(0.2));
            await browser.LogInAsync(writer);
            var asked = await browser.GetAsync("/duty/1");
            Assert.Equal(days is null ? (200, null) : (303, "/account"), (asked.Status, asked.Location));
            if (days is not null)
            {
                Assert.Contains("密码使用太久", (await browser.GetAsync("/account")).Text, StringComparison.Ordinal);
                Assert.Equal(200, (await browser.FillAsync("/account", "/account/password", ("old", writer.Password), ("password", "另一句 谁也 猜不到 的话 哦"))).Status);
                Assert.Equal(200, (await browser.GetAsync("/duty/1")).Status);
            }
        }
    }

    [Fact]
    public async Task Password_WhenChanged_EndsEveryOtherBrowserAndTheOldPassword()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var here = new Browser(site);
        using var there = new Browser(site);
        await here.LogInAsync(writer);
        await there.LogInAsync(writer);
        Assert.Equal(400, (await here.FillAsync("/account", "/account/password", ("old", "not mine at all"), ("password", "另一句 谁也 猜不到 的话 哦"))).Status);
        Assert.Equal(400, (await here.FillAsync("/account", "/account/password", ("old", writer.Password), ("password", "password1234"))).Status);
        Assert.Equal(200, (await there.GetAsync("/")).Status);
        Assert.Equal(200, (await here.FillAsync("/account", "/account/password", ("old", writer.Password), ("password", "另一句 谁也 猜不到 的话 哦"))).Status);
        Assert.Equal(200, (await here.GetAsync("/")).Status);
        Assert.True((await there.GetAsync("/")).IsDoor);
        Assert.Equal(400, (await there.LogInAsync(writer)).Status);
        Assert.Equal(303, (await there.LogInAsync(writer with { Password = "另一句 谁也 猜不到 的话 哦" })).Status);
        Assert.Contains(_ground.Book.Deeds, deed => deed.Deed == new AccountDeed($"person:{writer.Id}", AccountDeed.ChangePassword));
    }

    [Fact]
    public async Task S29_Password_WhenTheSameIsSetAgain_IsRefused()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(writer);
        var before = await site.AccountAsync(writer);
        var same = await browser.FillAsync("/account", "/account/password", ("old", writer.Password), ("password", writer.Password));
        Assert.Equal(400, same.Status);
        Assert.Contains("和原密码一样", same.Text, StringComparison.Ordinal);
        Assert.Equal(before, await site.AccountAsync(writer));
    }

    [Fact]
    public async Task S29_Password_WhenTheOldOneIsWrong_IsCountedAndWritten()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var writer = await site.AddAsync("writer", Duty.Write, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(writer);

        // Whoever knows it and is told what is wrong with the new one has not tried.
        foreach (var _ in Enumerable.Range(0, 6))
        {
            Assert.Equal(400, (await browser.FillAsync("/account", "/account/password", ("old", writer.Password), ("password", "password1234"))).Status);
        }

        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Contains("原密码不对", (await browser.FillAsync("/account", "/account/password", ("old", "not mine"), ("password", "另一句 谁也 猜不到 的话 哦"))).Text, StringComparison.Ordinal);
        }

        Assert.Equal(429, (await browser.FillAsync("/account", "/account/password", ("old", writer.Password), ("password", "另一句 谁也 猜不到 的话 哦"))).Status);
        await site.SettleAsync();
        Assert.Contains(_ground.Book.Deeds, deed => deed.Deed.Action == AccountDeed.Wrong && deed.Deed.Subject == writer.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task S29_Hash_WhenMadeWithFewerRounds_IsRenewedOnlyByWhoeverComesIn(bool hasCode)
    {
        var cookies = new System.Net.CookieContainer();
        Insider final;
        string? old;
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            final = await site.AddAsync("final", hasCode ? Duty.FinalReview : Duty.Write, hasCode);
            using var browser = new Browser(site, cookies);
            await browser.LogInAsync(final);
            old = (await site.AccountAsync(final)).PasswordHash;
        }

        await using var again = await AccountsSite.StartAsync(_ground, rounds: 2000);
        using var first = new Browser(again, cookies);
        using var stranger = new Browser(again);
        var deeds = _ground.Book.Deeds.Count;
        if (hasCode)
        {
            Assert.Equal("/login/code", (await stranger.FillAsync("/login", "/login", ("login", "final"), ("password", final.Password))).Location);
            Assert.Equal((old, deeds), ((await again.AccountAsync(final)).PasswordHash, _ground.Book.Deeds.Count));
        }

        var stamp = (await again.AccountAsync(final)).Stamp;
        Assert.Equal("/", (await stranger.LogInAsync(final)).Location);
        Assert.NotEqual(old, (await again.AccountAsync(final)).PasswordHash);
        Assert.Equal(stamp, (await again.AccountAsync(final)).Stamp);
        Assert.Equal(200, (await first.GetAsync("/")).Status);
        var renewed = (await again.AccountAsync(final)).PasswordHash;
        using var third = new Browser(again);
        Assert.Equal("/", (await third.LogInAsync(final)).Location);
        Assert.Equal(renewed, (await again.AccountAsync(final)).PasswordHash);
    }
}
