using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed partial class AccountPageTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task Code_WhenSetUp_IsAskedForFromThenOnAndRecoveryCodesAreShownOnce()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var first = await site.AddAsync("first", Duty.FirstReview, hasCode: false);
        using var browser = new Browser(site);
        using var elsewhere = new Browser(site);
        await browser.LogInAsync(first);
        await elsewhere.LogInAsync(first);
        var page = await browser.GetAsync("/account/code");
        var link = new Uri(System.Net.WebUtility.HtmlDecode(Link().Match(page.Body).Groups[1].Value));
        var secret = Base32.Read(Regex.Match(link.Query, "secret=([A-Z2-7]+)").Groups[1].Value)!;
        Assert.Equal(OneTimeCodes.SecretSize, secret.Length);
        Assert.Contains(CodeLink.Spaced(Base32.Write(secret)), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img class=\"desk-square\"", page.Body, StringComparison.Ordinal);

        // A wrong code shows the same secret again: the telephone has it already.
        var wrong = await browser.PostAsync("/account/code", page.Token, ("lent", page.Field("lent")!), ("code", "000000"));
        Assert.Equal((400, page.Field("lent")), (wrong.Status, wrong.Field("lent")));
        var person = first with { Secret = secret };
        var done = await browser.PostAsync("/account/code", wrong.Token, ("lent", wrong.Field("lent")!), ("code", person.Code(_ground.Time.GetUtcNow())));
        Assert.Equal(200, done.Status);
        var recovery = RecoveryCode().Matches(done.Body).Select(code => code.Groups[1].Value).ToArray();
        Assert.Equal(8, recovery.Distinct().Count());
        Assert.Equal(200, (await browser.GetAsync("/duty/2")).Status);
        Assert.True((await elsewhere.GetAsync("/")).IsDoor);

        // What is sent again shows others, and those before are worth nothing.
        var again = await browser.FillAsync("/account", "/account/recovery");
        var others = RecoveryCode().Matches(again.Body).Select(code => code.Groups[1].Value).ToArray();
        Assert.Equal(8, others.Except(recovery).Count());
        var burnt = recovery[0];
        recovery = others;
        Assert.Equal(200, (await LogInWithAsync(elsewhere, person)).Status);

        // A recovery code stands for a code, once.
        Assert.Equal((303, 400, 303), await ThriceAsync(site, person, recovery[0], recovery[0].ToLowerInvariant(), recovery[1].Replace("-", "", StringComparison.Ordinal)));
        Assert.Equal((400, 400, 400), await ThriceAsync(site, person, burnt, burnt, burnt));
        Assert.Equal(6, (await site.AccountAsync(person)).RecoveryHashes.Count);
        Assert.All((await site.AccountAsync(person)).RecoveryHashes, hash => Assert.DoesNotContain(hash, recovery));
    }

    [Fact]
    public async Task Code_WhenThePageIsOldOrAnothers_IsNotSetUp()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var first = await site.AddAsync("first", Duty.FirstReview, hasCode: false);
        var other = await site.AddAsync("other", Duty.FirstReview, hasCode: false);
        using var browser = new Browser(site);
        using var thief = new Browser(site);
        await browser.LogInAsync(first);
        await thief.LogInAsync(other);
        var theirs = await thief.GetAsync("/account/code");
        var page = await browser.GetAsync("/account/code");
        Assert.Contains("打开太久", (await browser.PostAsync("/account/code", page.Token, ("lent", theirs.Field("lent")!), ("code", CodeOf(theirs)))).Text, StringComparison.Ordinal);
        _ground.Time.Advance(TimeSpan.FromMinutes(4));
        await browser.LogInAsync(first, "/login/again");
        _ground.Time.Advance(TimeSpan.FromMinutes(4));
        await browser.LogInAsync(first, "/login/again");
        _ground.Time.Advance(TimeSpan.FromMinutes(4));
        await browser.LogInAsync(first, "/login/again");
        _ground.Time.Advance(TimeSpan.FromMinutes(3));
        var late = await browser.PostAsync("/account/code", (await browser.GetAsync("/account")).Token, ("lent", page.Field("lent")!), ("code", CodeOf(page)));
        Assert.Equal(400, late.Status);
        Assert.NotEqual(page.Field("lent"), late.Field("lent"));
        Assert.Null((await site.AccountAsync(first)).CodeSecret);
    }

    [Fact]
    public async Task Code_WhenTheHostDrawsSquares_IsShownAsOne()
    {
        await using var site = await AccountsSite.StartAsync(_ground, services: services => services.AddSingleton<IQrDrawing, OnePixel>());
        var first = await site.AddAsync("first", Duty.FirstReview, hasCode: false);
        using var browser = new Browser(site);
        await browser.LogInAsync(first);
        Assert.Contains("src=\"data:image/png;base64,iVBORw==\"", System.Net.WebUtility.HtmlDecode((await browser.GetAsync("/account/code")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovery_WhenMadeAnew_MakesTheOldOnesWorthless()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        var first = RecoveryCode().Match((await browser.FillAsync("/account", "/account/recovery")).Body).Groups[1].Value;
        var second = RecoveryCode().Match((await browser.FillAsync("/account", "/account/recovery")).Body).Groups[1].Value;
        Assert.Equal((400, 303, 400), await ThriceAsync(site, final, first, second, second));
        Assert.Equal(2, _ground.Book.Deeds.Count(deed => deed.Deed == new AccountDeed($"person:{final.Id}", AccountDeed.NewRecovery)));
    }

    [Fact]
    public async Task Recovery_WhenUsed_IsOneEntry()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var final = await site.AddAsync("final", Duty.FinalReview);
        using var browser = new Browser(site);
        await browser.LogInAsync(final);
        var code = RecoveryCode().Match((await browser.FillAsync("/account", "/account/recovery")).Body).Groups[1].Value;
        using var elsewhere = new Browser(site);
        await elsewhere.FillAsync("/login", "/login", ("login", final.Login), ("password", final.Password));
        Assert.Equal(303, (await elsewhere.FillAsync("/login/code", "/login/code", ("code", code))).Status);
        Assert.Single(_ground.Book.Deeds, deed => deed.Deed == new AccountDeed($"person:{final.Id}", AccountDeed.UseRecovery));
    }

    [Fact]
    public async Task Code_WhenTheKeyRingIsLost_OpensNothingAndARecoveryCodeDoes()
    {
        string recovery;
        Insider final;
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            final = await site.AddAsync("final", Duty.FinalReview);
            using var browser = new Browser(site);
            await browser.LogInAsync(final);
            recovery = RecoveryCode().Match((await browser.FillAsync("/account", "/account/recovery")).Body).Groups[1].Value;
        }

        Directory.Delete(_ground.Keys, recursive: true);
        await using var again = await AccountsSite.StartAsync(_ground);
        using var fresh = new Browser(again);
        Assert.Equal(400, (await fresh.LogInAsync(final)).Status);
        Assert.Equal(303, (await fresh.FillAsync("/login/code", "/login/code", ("code", recovery))).Status);
    }

    [Fact]
    public async Task Page_WhenShown_SaysWhoOneIsInTheWordsOfTheSite()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var person = await site.AddAsync("person", Duty.Write | Duty.Watch);
        using var browser = new Browser(site);
        await browser.LogInAsync(person);
        var text = (await browser.GetAsync("/account")).Text;
        Assert.Contains("person的姓名", text, StringComparison.Ordinal);
        Assert.Contains("录入、值班", text, StringComparison.Ordinal);
        Assert.DoesNotContain("人员和岗位", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_WhenAny_NameEveryFieldAndNeedNoScript()
    {
        await using var site = await AccountsSite.StartAsync(_ground);
        var manager = await site.AddAsync("manager", Duty.Manage);
        using var browser = new Browser(site);
        var door = new[] { "/login", "/welcome" }.Select(path => browser.GetAsync(path).GetAwaiter().GetResult()).ToList();
        await browser.LogInAsync(manager);
        door.AddRange(new[] { "/account", "/account/code", "/people", "/login/again" }.Select(path => browser.GetAsync(path).GetAwaiter().GetResult()));
        Assert.All(door, page =>
        {
            Assert.Equal(200, page.Status);
            Assert.Contains("<html lang=\"zh-CN\">", page.Body, StringComparison.Ordinal);
            Assert.Contains("name=\"viewport\"", page.Body, StringComparison.Ordinal);
            Assert.Equal(1, Regex.Count(page.Body, "<h1>"));
            Assert.DoesNotMatch(" on[a-z]+=\"", page.Body);
            Assert.Equal(["_content/Signage.Web/theme.js"], Regex.Matches(page.Body, "<script src=\"([^\"]*)\"").Select(script => script.Groups[1].Value));
            Assert.All(Regex.Matches(page.Body, "<form[^>]*>"), form => Assert.Contains("method=\"post\"", form.Value, StringComparison.Ordinal));
            Assert.Equal(Regex.Count(page.Body, "<form"), Regex.Count(page.Body, "name=\"token\""));

            // A field stands in its label.
            Assert.All(Regex.Matches(page.Body, "<input (?!type=\"hidden\")"), field => Assert.True(
                page.Body.LastIndexOf("<label", field.Index, StringComparison.Ordinal) > page.Body.LastIndexOf("</label", field.Index, StringComparison.Ordinal), field.Value));
        });
    }

    private static async Task<Browser.Shown> LogInWithAsync(Browser browser, Insider person)
    {
        await browser.LogInAsync(person);
        return await browser.GetAsync("/");
    }

    private static async Task<(int, int, int)> ThriceAsync(AccountsSite site, Insider person, params string[] codes)
    {
        List<int> answers = [];
        foreach (var code in codes)
        {
            using var browser = new Browser(site);
            await browser.FillAsync("/login", "/login", ("login", person.Login), ("password", person.Password));
            answers.Add((await browser.FillAsync("/login/code", "/login/code", ("code", code))).Status);
        }

        return (answers[0], answers[1], answers[2]);
    }

    private string CodeOf(Browser.Shown page) =>
        OneTimeCodes.At(Base32.Read(Regex.Match(page.Body, "secret=([A-Z2-7]+)").Groups[1].Value), OneTimeCodes.StepAt(_ground.Time.GetUtcNow()));

    [GeneratedRegex("href=\"(otpauth:[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<li>([0-9A-Z]{8}-[0-9A-Z]{8})</li>")]
    private static partial Regex RecoveryCode();

    private sealed class OnePixel : IQrDrawing
    {
        public byte[] DrawPng(string text) => text.StartsWith("otpauth://totp/", StringComparison.Ordinal) ? [0x89, (byte)'P', (byte)'N', (byte)'G'] : [];
    }
}
