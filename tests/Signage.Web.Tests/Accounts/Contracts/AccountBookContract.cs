using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Web.Accounts;

namespace Signage.Web.Tests.Accounts.Contracts;

/// <summary>What every account book has to keep, whatever it is made of. A host's own book passes the same tests: derive, and hand an empty one over.</summary>
public abstract class AccountBookContract
{
    private static readonly AccountDeed Deed = new("person:p1", "account.test");
    private static readonly DateTimeOffset Moment = DateTimeOffset.Parse("2026-09-01T09:00:00.1234567+08:00", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Account_WhenAdded_IsFoundWithEverythingItHolds()
    {
        var book = await EmptyAsync();
        var stored = Stored(await book.AddAsync(Whole("p1", "wang"), Deed, null, Token));
        Assert.Equal(1, stored.Version);
        AssertSame(Whole("p1", "wang") with { Version = 1 }, await book.FindAsync("p1", Token));
        AssertSame(stored, await book.FindByLoginAsync(Login("WANG"), Token));
        AssertSame(stored, Assert.Single(await book.AllAsync(Token)));
    }

    [Fact]
    public async Task Account_WhenNobodyHasIt_IsNotFound()
    {
        var book = await EmptyAsync();
        Assert.Null(await book.FindAsync("p1", Token));
        Assert.Null(await book.FindByLoginAsync(Login("wang"), Token));
        Assert.Empty(await book.AllAsync(Token));
        Assert.False(await book.AnyAsync(Token));
        Stored(await book.AddAsync(Whole("p1", "wang"), Deed, null, Token));
        Assert.True(await book.AnyAsync(Token));
    }

    [Fact]
    public async Task Account_WhenTheRuleSaysNo_IsNotWritten()
    {
        var book = await EmptyAsync();
        var first = Stored(await book.AddAsync(Whole("p1", "wang"), Deed, all => all.Count == 0 ? null : "too many", Token));
        Assert.Equal("too many", Refused(await book.AddAsync(Whole("p2", "li"), Deed, all => all.Count == 0 ? null : "too many", Token)));
        Assert.Equal("no", Refused(await book.ChangeAsync(first with { Name = "改名" }, Deed, _ => "no", Token)));
        AssertSame(first, Assert.Single(await book.AllAsync(Token)));
    }

    [Fact]
    public async Task Account_WhenTheRuleIsAsked_IsAmongThoseOfThatMoment()
    {
        var book = await EmptyAsync();
        var read = Stored(await book.AddAsync(Whole("p0", "wang"), Deed, null, Token));

        // Of eight who each ask to be one of two, one is.
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(
            () => book.AddAsync(Whole($"p{number}", $"name{number + 1}"), Deed, all => all.Count < 2 ? null : "too many", Token), Token)));
        Assert.Single(answers.OfType<AccountAnswer.Stored>());
        Assert.Equal(2, (await book.AllAsync(Token)).Count);

        // Who is stale is told so, whatever the rule would say.
        Stored(await book.ChangeAsync(read, Deed, all => all[0].Id == "p0" ? null : "another", Token));
        Assert.IsType<AccountAnswer.Stale>(await book.ChangeAsync(read, Deed, _ => "no", Token));
    }

    [Fact]
    public async Task Accounts_WhenFull_TakeNoMore()
    {
        var book = await EmptyAsync();
        foreach (var number in Enumerable.Range(0, PeopleRules.MostAccounts))
        {
            Stored(await book.AddAsync(new Account($"p{number}", Login($"x{number + 10_000}"), "王芳", Duty.None), Deed, null, Token));
        }

        Assert.NotEmpty(Refused(await book.AddAsync(Whole("late", "late"), Deed, null, Token)));
    }

    [Fact]
    public async Task Account_WhenItsNameLooksLikeAnothers_IsRefused()
    {
        var book = await EmptyAsync();
        Stored(await book.AddAsync(Whole("p1", "lili"), Deed, null, Token));
        Assert.NotEmpty(Refused(await book.AddAsync(Whole("p2", "Ｌ1L1"), Deed, null, Token)));
        Assert.NotEmpty(Refused(await book.AddAsync(Whole("p1", "other"), Deed, null, Token)));
        Assert.Single(await book.AllAsync(Token));
    }

    [Fact]
    public async Task Account_WhenTwoClaimTheFirst_IsOnlyOne()
    {
        var book = await EmptyAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => book.AddFirstAsync(Whole($"p{number}", $"name{number + 2}"), Deed, Token), Token)));
        Assert.Single(answers.OfType<AccountAnswer.Stored>());
        Assert.Equal(7, answers.OfType<AccountAnswer.Refused>().Count());
        Assert.Single(await book.AllAsync(Token));
        Assert.NotEmpty(Refused(await book.AddFirstAsync(Whole("late", "late"), Deed, Token)));
    }

    [Fact]
    public async Task Account_WhenChanged_IsReplacedWholeAndHasTheNextVersion()
    {
        var book = await EmptyAsync();
        var first = Stored(await book.AddAsync(Whole("p1", "wang"), Deed, null, Token));
        var bare = new Account("p1", Login("wang"), "王芳", Duty.None) { Standing = PersonStanding.Left, Stamp = "s2", Version = first.Version };
        var second = Stored(await book.ChangeAsync(bare, Deed, null, Token));
        AssertSame(bare with { Version = 2 }, second);
        AssertSame(second, await book.FindAsync("p1", Token));
    }

    [Fact]
    public async Task Account_WhenAnotherWasFaster_IsLeftAsItIs()
    {
        var book = await EmptyAsync();
        var read = Stored(await book.AddAsync(Whole("p1", "wang"), Deed, null, Token));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => book.ChangeAsync(read with { LastCodeStep = number }, Deed, null, Token), Token)));
        var stored = Assert.Single(answers.OfType<AccountAnswer.Stored>()).Account;
        Assert.Equal(7, answers.OfType<AccountAnswer.Stale>().Count());
        AssertSame(stored, await book.FindAsync("p1", Token));
    }

    [Fact]
    public async Task Account_WhenUnknownOrNamedAnew_IsNotChanged()
    {
        var book = await EmptyAsync();
        Assert.NotEmpty(Refused(await book.ChangeAsync(Whole("p1", "wang") with { Version = 1 }, Deed, null, Token)));
        var read = Stored(await book.AddAsync(Whole("p1", "wang"), Deed, null, Token));
        Assert.NotEmpty(Refused(await book.ChangeAsync(Whole("p1", "other") with { Version = read.Version }, Deed, null, Token)));
        AssertSame(read, await book.FindAsync("p1", Token));
    }

    [Fact]
    public async Task Accounts_WhenSeveral_ComeInTheirOrder()
    {
        var book = await EmptyAsync();
        string[] ids = ["c", "a", "b"];
        foreach (var id in ids)
        {
            Stored(await book.AddAsync(Whole(id, $"name-{id}"), Deed, null, Token));
        }

        Stored(await book.ChangeAsync((await book.FindAsync("c", Token))! with { Name = "改名" }, Deed, null, Token));
        Assert.Equal(ids, (await book.AllAsync(Token)).Select(account => account.Id));
    }

    [Fact]
    public async Task Note_WhenWritten_ChangesNoAccount()
    {
        var book = await EmptyAsync();
        var read = Stored(await book.AddAsync(Whole("p1", "wang"), Deed, null, Token));
        Assert.True(await book.NoteAsync(AccountDeed.ByVisitor(AccountDeed.Wrong) with { Count = 3, FirstFrom = "192.0.2.1", LastFrom = "192.0.2.2" }, Token));
        AssertSame(read, Assert.Single(await book.AllAsync(Token)));
    }

    /// <summary>A book without any account.</summary>
    protected abstract Task<IAccountBook> EmptyAsync();

    private static Account Whole(string id, string login) => new(id, Login(login), "王芳", Duty.Write | Duty.Watch)
    {
        PasswordHash = "AQAAAAIAAYagAAAAE",
        PasswordSetAt = Moment,
        Stamp = "stamp",
        CodeSecret = new SealedBytes([1, 2, 3, 0, 255]),
        LastCodeStep = 59_000_000,
        RecoveryHashes = ["aa", "bb"],
        LockedUntil = Moment.AddMinutes(10),
        Invitation = new Invitation("cc", Moment.AddHours(72)),
        InvitedAgainBy = "p9",
        SigningKey = new SealedBytes([9, 8, 7]),
    };

    private static LoginName Login(string text) => Assert.IsType<LoginNameAnswer.Named>(LoginName.Read(text)).Login;

    private static Account Stored(AccountAnswer answer) => Assert.IsType<AccountAnswer.Stored>(answer).Account;

    private static string Refused(AccountAnswer answer) => Assert.IsType<AccountAnswer.Refused>(answer).Reason;

    private static void AssertSame(Account expected, Account? found)
    {
        Assert.NotNull(found);
        Assert.Equal(expected.RecoveryHashes, found.RecoveryHashes);
        Assert.Equal(expected with { RecoveryHashes = [] }, found with { RecoveryHashes = [] });
    }
}
