using System.Text.RegularExpressions;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Secrets;
using Signage.Web.Tests.Accounts.Doubles;

namespace Signage.Web.Tests.Accounts;

public sealed partial class SecretTests : IDisposable
{
    private readonly AccountsGround _ground = new();

    public void Dispose() => _ground.Dispose();

    [Fact]
    public async Task S36_Secrets_WhenAWholeRunIsLogged_AreInNoLine()
    {
        HashSet<string> secrets = ["秘密的 一句话 谁也 不知道 一", "秘密的 一句话 谁也 不知道 二", "wrong-pass-canary-77"];
        await using (var site = await AccountsSite.StartAsync(_ground))
        {
            using var manager = new Browser(site);
            secrets.Add(site.Screen.Code);
            await manager.FillAsync("/claim", "/claim", ("code", site.Screen.Code), ("name", "王芳"), ("login", "wangfang"), ("password", "秘密的 一句话 谁也 不知道 一"));
            var page = await manager.GetAsync("/account/code");
            var secret = Regex.Match(page.Body, "secret=([A-Z2-7]+)").Groups[1].Value;
            secrets.UnionWith([secret, CodeLink.Spaced(secret), page.Field("lent")!, page.Token!]);
            var code = OneTimeCodes.At(Base32.Read(secret), OneTimeCodes.StepAt(_ground.Time.GetUtcNow()));
            var shown = await manager.PostAsync("/account/code", page.Token, ("lent", page.Field("lent")!), ("code", code));
            secrets.UnionWith(LongCode().Matches(shown.Body).Select(found => found.Value));
            Assert.Equal(200, shown.Status);
            var invited = await manager.FillAsync("/people", "/people", ("login", "lihua"), ("name", "李华"), ("duty", "1"));
            secrets.UnionWith(LongCode().Matches(invited.Body).Select(found => found.Value));
            using var person = new Browser(site);
            await person.FillAsync("/welcome", "/welcome", ("login", "lihua"), ("code", LongCode().Match(invited.Body).Value), ("password", "秘密的 一句话 谁也 不知道 二"));
            await person.FillAsync("/account", "/logout");
            await person.FillAsync("/login", "/login", ("login", "lihua"), ("password", "wrong-pass-canary-77"));
            await person.FillAsync("/login", "/login", ("login", "lihua"), ("password", "秘密的 一句话 谁也 不知道 二"));
            await person.PostAsync("/login", "no-token-of-ours", ("login", "lihua"), ("password", "wrong-pass-canary-77"));
            foreach (System.Net.Cookie cookie in manager.Cookies.GetAllCookies().Concat(person.Cookies.GetAllCookies()))
            {
                secrets.Add(cookie.Value);
            }

            var accounts = await _ground.Book.AllAsync(TestContext.Current.CancellationToken);
            secrets.UnionWith(accounts.Select(account => account.PasswordHash!).Concat(accounts.SelectMany(account => account.RecoveryHashes)).Concat(accounts.Select(account => account.Stamp)));
            secrets.UnionWith((await site.ShelvedAsync()).Select(session => session.Key));
        }

        Assert.True(secrets.Count > 25, $"only {secrets.Count} secrets were planted");
        Assert.All(secrets, secret => Assert.True(secret.Length >= 10, "a secret that is too short to look for"));
        Assert.True(_ground.Logs.Lines.Count > 200, "nothing was caught, so nothing was shown");
        Assert.Contains(_ground.Logs.Lines, line => line.Contains("/welcome", StringComparison.Ordinal));
        foreach (var line in _ground.Logs.Lines)
        {
            Assert.DoesNotContain(secrets, secret => line.Contains(secret, StringComparison.Ordinal) || line.Contains(Uri.EscapeDataString(secret), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task S36_Keys_WhenMade_LieInAFolderThatNobodyElseReads()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("modes of files are those of Unix");
            return;
        }

        Directory.CreateDirectory(_ground.Keys);
        File.SetUnixFileMode(_ground.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await using var site = await AccountsSite.StartAsync(_ground);
        using var browser = new Browser(site);
        await site.AddAsync("person", Duty.None);
        await browser.GetAsync("/login");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_ground.Keys));
        var files = Directory.GetFiles(_ground.Keys);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.All(files, file => Assert.EndsWith(".xml", file, StringComparison.Ordinal));
    }

    [Fact]
    public void S36_Records_WhenPrinted_TellNoSecret()
    {
        var login = ((LoginNameAnswer.Named)LoginName.Read("wangfang")).Login;
        var account = new Account("p1", login, "王芳", Duty.Write)
        {
            PasswordHash = "canary-hash",
            Stamp = "canary-stamp",
            RecoveryHashes = ["canary-recovery"],
            CodeSecret = new SealedBytes("canary"u8),
            Invitation = new Invitation("canary-code", default),
        };
        var session = new Session("canary-key", "p1", "canary-stamp", default, default, default);
        object[] printed =
        [
            account, account.Invitation!, account.CodeSecret!, session, new Web.Accounts.Sessions.SessionLook(1, session, account), new Web.Accounts.Desks.LentSecret("canary", "canary"),
            new Web.Accounts.LogIn.KnownPlace("p1", "canary-stamp", "canary-number", default), new Web.Accounts.LogIn.LogInPlace("192.0.2.1", [new Web.Accounts.LogIn.KnownPlace("p1", "canary-stamp", "canary-number", default)]),
            new Web.Accounts.LogIn.LogInAnswer.CodeWanted(account, "canary-rehash"),
        ];
        Assert.All(printed, one => Assert.DoesNotContain("canary", one.ToString(), StringComparison.Ordinal));
    }

    [GeneratedRegex("[0-9A-Z]{8}-[0-9A-Z]{8}")]
    private static partial Regex LongCode();
}
