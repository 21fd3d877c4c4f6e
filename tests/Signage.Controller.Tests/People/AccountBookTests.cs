using Microsoft.Data.Sqlite;
using Signage.Controller.People;
using Signage.Core.Accounts;
using Signage.Core.Text;
using Signage.Testing.Disks;
using Signage.Testing.Recording;

namespace Signage.Controller.Tests.People;

/// <summary>What the book of a site keeps beyond what is asked of every book: over a restart, while the disk refuses, and when many write.</summary>
public sealed class AccountBookTests
{
    private static readonly AccountDeed Deed = AccountDeed.ByConsole(AccountDeed.Duties);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_WhenTheSiteStartsAgain_AreThereInTheirOrder()
    {
        await using var ground = new SiteGround();
        var book = await ground.StartAsync();
        string[] ids = ["c", "a", "b"];
        foreach (var id in ids)
        {
            await StoredAsync(book.AddAsync(SiteGround.Person(id, $"name-{id}"), Deed, null, Token));
        }

        var changed = await StoredAsync(book.ChangeAsync((await book.FindAsync("c", Token))! with { LastCodeStep = 7 }, Deed, null, Token));

        var again = await ground.StartAsync();
        Assert.Equal(ids, (await again.AllAsync(Token)).Select(account => account.Id));
        Assert.Equal((changed.Version, changed.LastCodeStep), ((await again.FindByLoginAsync(changed.Login, Token))!.Version, (await again.FindAsync("c", Token))!.LastCodeStep));
        Assert.IsType<AccountAnswer.Refused>(await again.AddFirstAsync(SiteGround.Person("d", "name-d"), Deed, Token));
    }

    /// <summary>Whoever was answered finds what it wrote, and nobody ever finds less than before, while eight write at once.</summary>
    [Fact]
    public async Task Look_WhenEightWriteAtOnce_NeverGoesBack()
    {
        await using var ground = new SiteGround();
        var book = await ground.StartAsync();
        using var done = new CancellationTokenSource();
        var watching = Task.Run(() => WatchAsync(book, done.Token), Token);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                var mine = await StoredAsync(book.AddAsync(SiteGround.Person($"p{writer}", $"writer{writer + 2}"), Deed, null, Token));
                for (var step = 0; step < 15; step++)
                {
                    mine = await StoredAsync(book.ChangeAsync(mine with { LastCodeStep = step }, Deed, null, Token));
                    Assert.True((await book.FindAsync(mine.Id, Token))!.Version >= mine.Version);
                }
            },
            Token)));
        await done.CancelAsync();
        Assert.True(await watching > 0);

        var all = await book.AllAsync(Token);
        Assert.All(all, account => Assert.Equal((16, 14), (account.Version, account.LastCodeStep)));
        Assert.Equal((await ground.Store.ReadAccountsAsync(Token)).Select(account => (account.Id, account.Version)), all.Select(account => (account.Id, account.Version)));
        Assert.Empty(await ground.Store.CheckAsync(Token));
    }

    /// <summary>Whoever is answered late does not bring back what was before.</summary>
    [Fact]
    public void Newest_WhenTheEarlierWritingIsHeardOfLast_StaysWithTheLater()
    {
        var one = SiteGround.Person("p1", "wang") with { Version = 3 };
        var two = SiteGround.Person("p2", "li2") with { Version = 1 };
        var newest = new NewestAccounts([one]);
        newest.Learn([one, two]);
        newest.Learn([one with { Version = 4 }, two]);
        newest.Learn([one, two]);
        newest.Learn([one]);
        newest.Learn([]);
        Assert.Equal([("p1", 4), ("p2", 1)], newest.Now.All.Select(account => (account.Id, account.Version)));
        Assert.Equal((4, 1), (newest.Now.Find(one.Login)!.Version, newest.Now.Find("p2")!.Version));
    }

    [Fact]
    public async Task Write_WhenAnotherProgramHoldsTheDatabase_IsBusyAndNothingIsWritten()
    {
        await using var ground = new SiteGround();
        using var console = new SiteConsole();
        var book = await ground.StartAsync(TimeSpan.FromMilliseconds(100), console);
        var read = await StoredAsync(book.AddAsync(SiteGround.Person("p1", "wang"), Deed, null, Token));
        using (var holder = new SqliteConnection($"Data Source={ground.Database};Pooling=False"))
        {
            holder.Open();
            using var held = holder.BeginTransaction();
            Assert.Equal(Words.AccountsBusy, Busy(await book.AddAsync(SiteGround.Person("p2", "li2"), Deed, null, Token)));
            Assert.Equal(Words.AccountsBusy, Busy(await book.ChangeAsync(read, Deed, null, Token)));
            Assert.Equal(Words.AccountsBusy, Busy(await book.AddFirstAsync(read, Deed, Token)));
            Assert.False(await book.NoteAsync(Deed, Token));
            Assert.Equal(1, Assert.Single(await book.AllAsync(Token)).Version);   // looks do not wait
        }

        Assert.Equal(4, console.Complaints.Count);
        Assert.All(console.Complaints, line => Assert.Contains("the database is busy", line, StringComparison.Ordinal));
        Assert.DoesNotContain(ground.Folder, Words.AccountsBusy, StringComparison.Ordinal);   // a stranger is told it too
        Assert.True(await book.NoteAsync(Deed, Token));
        await StoredAsync(book.ChangeAsync(read, Deed, null, Token));
    }

    [Fact]
    public async Task Write_WhenTheDiskIsFull_IsBusyAndStoresWithSpace()
    {
        using var disk = SmallDisk.Make(4096);
        await using var ground = new SiteGround(disk.Folder);
        var book = await ground.StartAsync();
        var mine = await StoredAsync(book.AddAsync(SiteGround.Person("p1", "wang"), Deed, null, Token));
        disk.Fill();

        // A log that once was longer has room in it, so a full disk is felt only after a while.
        var answer = await book.ChangeAsync(mine, Deed, null, Token);
        while (answer is AccountAnswer.Stored(var stored))
        {
            mine = stored;
            answer = await book.ChangeAsync(mine, Deed, null, Token);
        }

        Assert.Equal(Words.AccountsBusy, Busy(answer));
        Assert.Equal(mine.Version, (await book.FindAsync("p1", Token))!.Version);
        disk.Free();
        Assert.Equal(mine.Version + 1, (await StoredAsync(book.ChangeAsync(mine, Deed, null, Token))).Version);
        Assert.Empty(await ground.Store.CheckAsync(Token));
    }

    /// <summary>A writing that the disk took although it said no, or that came past the book, must not leave everybody stale for good.</summary>
    [Fact]
    public async Task Look_WhenTheStoreKnowsMore_HearsOfItFromTheFirstThatIsStale()
    {
        await using var ground = new SiteGround();
        var book = await ground.StartAsync();
        var read = await StoredAsync(book.AddAsync(SiteGround.Person("p1", "wang"), Deed, null, Token));
        await ground.Store.Accounts.ChangeAsync(read with { Name = "改名" }, Deed, null, Token);

        Assert.IsType<AccountAnswer.Stale>(await book.ChangeAsync(read, Deed, null, Token));
        var newest = (await book.FindAsync("p1", Token))!;
        Assert.Equal("改名", newest.Name);
        await StoredAsync(book.ChangeAsync(newest, Deed, null, Token));
    }

    [Fact]
    public async Task Write_WhenTheCallerGivesUpBefore_IsNotDone()
    {
        await using var ground = new SiteGround();
        var book = await ground.StartAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => book.AddAsync(SiteGround.Person("p1", "wang"), Deed, null, new CancellationToken(canceled: true)));
        Assert.False(await book.AnyAsync(Token));
    }

    private static async Task<int> WatchAsync(AccountBook book, CancellationToken done)
    {
        var (looks, seen) = (0, new Dictionary<string, long>());
        while (!done.IsCancellationRequested)
        {
            var all = await book.AllAsync(Token);
            Assert.All(seen, known => Assert.True(all.Single(account => account.Id == known.Key).Version >= known.Value));
            seen = all.ToDictionary(account => account.Id, account => account.Version);
            looks++;
            await Task.Yield();
        }

        return looks;
    }

    private static async Task<Account> StoredAsync(Task<AccountAnswer> answer) => Assert.IsType<AccountAnswer.Stored>(await answer).Account;

    private static string Busy(AccountAnswer answer) => Assert.IsType<AccountAnswer.Busy>(answer).Reason;
}
