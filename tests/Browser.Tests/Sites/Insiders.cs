using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Desks;
using Signage.Web.Accounts.Passwords;
using Signage.Web.Accounts.Secrets;

namespace Browser.Tests.Sites;

/// <summary>Makes people of a site by the side door, so that a test begins where it wants to. All have one password.</summary>
internal static class Insiders
{
    public const string Password = "三只猫走过南津桥的早上 2026";

    /// <summary>How often a password is hashed here.</summary>
    public const int Rounds = 1000;

    /// <summary>A person as the site would have it, in no book yet.</summary>
    public static Account Make(this DoorSite site, string login, Duty duties, bool hasCode = true)
    {
        var account = NewAccount.Of(((LoginNameAnswer.Named)LoginName.Read(login)).Login, login, duties) with { PasswordSetAt = site.Clock.GetUtcNow() };
        var hasher = new PasswordHasher<AccountUser>(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
        return account with
        {
            PasswordHash = hasher.HashPassword(new AccountUser(account, AccountDeed.ByVisitor("test")), PasswordText.Of(Password)),
            CodeSecret = hasCode ? site.Service<CodeSecretSeal>().Lock(account.Id, RandomNumberGenerator.GetBytes(OneTimeCodes.SecretSize)) : null,
        };
    }

    /// <summary>Puts a person into the book, as it is.</summary>
    public static async Task<Account> AddAsync(this DoorSite site, Account account, CancellationToken cancellationToken) =>
        Assert.IsType<AccountAnswer.Stored>(await site.People.Book.AddAsync(account, AccountDeed.ByConsole(AccountDeed.Invite), null, cancellationToken)).Account;

    /// <summary>Changes a person as another part of the program would: not through the pages.</summary>
    public static async Task<Account> ChangeAsync(this DoorSite site, Account account, CancellationToken cancellationToken) =>
        Assert.IsType<AccountAnswer.Stored>(await site.People.Book.ChangeAsync(account, AccountDeed.ByConsole(AccountDeed.Duties), null, cancellationToken)).Account;

    /// <summary>A person as it is now.</summary>
    public static async Task<Account> NowAsync(this DoorSite site, Account account, CancellationToken cancellationToken) => (await site.People.Book.FindAsync(account.Id, cancellationToken))!;
}
