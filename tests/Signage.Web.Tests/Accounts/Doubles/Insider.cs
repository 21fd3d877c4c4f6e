using System.Security.Cryptography;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts.Secrets;

namespace Signage.Web.Tests.Accounts.Doubles;

/// <summary>A person of a site with what only the person knows.</summary>
internal sealed record Insider(string Id, string Login, string Password, byte[]? Secret)
{
    public const string Usual = "三只 猫 走过 南津桥 的 早上";

    /// <summary>What the telephone shows now.</summary>
    public string Code(DateTimeOffset now) => OneTimeCodes.At(Secret!, OneTimeCodes.StepAt(now));
}

/// <summary>Puts people into a site by the side door, so that a test begins where it wants to.</summary>
internal static class Insiders
{
    public static async Task<Insider> AddAsync(this AccountsSite site, string login, Duty duties, bool hasCode = true)
    {
        var name = ((LoginNameAnswer.Named)LoginName.Read(login)).Login;
        var secret = hasCode ? RandomNumberGenerator.GetBytes(OneTimeCodes.SecretSize) : null;
        var account = new Account($"id-{login}", name, $"{login}的姓名", duties) { Stamp = $"stamp-of-{login}", PasswordSetAt = site.Time.GetUtcNow() };
        account = account with
        {
            PasswordHash = site.Hasher.HashPassword(new Web.Accounts.AccountUser(account, AccountDeed.ByVisitor("test")), Passwords.Plain(Insider.Usual)),
            CodeSecret = secret is null ? null : site.Service<CodeSecretSeal>().Lock(account.Id, secret),
        };
        await site.Book.AddAsync(account, AccountDeed.ByVisitor("test"), null, TestContext.Current.CancellationToken);
        return new Insider(account.Id, login, Insider.Usual, secret);
    }

    public static async Task<Account> AccountAsync(this AccountsSite site, Insider person) => (await site.Book.FindAsync(person.Id, TestContext.Current.CancellationToken))!;

    /// <summary>Changes an account as another part of the program would: not through the pages.</summary>
    public static async Task ChangeAsync(this AccountsSite site, Insider person, Func<Account, Account> change) => Assert.IsType<AccountAnswer.Stored>(await site.Book.ChangeAsync(
        change(await site.AccountAsync(person)), AccountDeed.ByVisitor("test"), null, TestContext.Current.CancellationToken));

    private static class Passwords
    {
        public static string Plain(string password) => Web.Accounts.Passwords.PasswordText.Of(password);
    }
}
