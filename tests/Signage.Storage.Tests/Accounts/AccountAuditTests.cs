using Signage.Core.Accounts;
using Signage.Core.Review;
using Signage.Trust.Audit;

namespace Signage.Storage.Tests.Accounts;

/// <summary>I8 and I15 for accounts: every change has one entry, in its transaction, and no entry has a secret.</summary>
public sealed class AccountAuditTests : IDisposable
{
    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task I8_Account_WhenWritten_LeavesOneEntryThatSaysWhatBecameOfIt()
    {
        await using var store = await _folder.OpenAsync();
        var first = await SamplePeople.StoredAsync(store.Accounts.AddFirstAsync(SamplePeople.Bare("p1", "Wang.Fang"), AccountDeed.ByVisitor(AccountDeed.Claim), Token));
        var other = first with { Name = "王方", Duties = Duty.Write, Standing = PersonStanding.Left };
        await SamplePeople.StoredAsync(store.Accounts.ChangeAsync(other, AccountDeed.By(first, AccountDeed.Standing), null, Token));
        await SamplePeople.StoredAsync(store.Accounts.ChangeAsync(other with { Version = 2, LastCodeStep = 3 }, AccountDeed.By(first, AccountDeed.LogIn) with { FirstFrom = "192.0.2.1" }, null, Token));

        var entries = await EntriesAsync(store);
        Assert.Equal(
            [
                "visitor account.claim p1: duties=Write, FirstReview; login=Wang.Fang; name=王芳; standing=Active",
                "person:p1 account.standing p1: duties=Write, FirstReview → Write; login=Wang.Fang; name=王芳 → 王方; standing=Active → Left",
                "person:p1 account.log-in p1: firstFrom=192.0.2.1; login=Wang.Fang",
            ],
            entries.Select(Tell));
        Assert.All(entries, entry => Assert.Equal(_folder.Time.GetUtcNow(), entry.Facts.At));
    }

    [Fact]
    public async Task I8_Note_WhenItStandsForMany_SaysHowManyAndFromWhere()
    {
        await using var store = await _folder.OpenAsync();
        await store.Accounts.NoteAsync(AccountDeed.ByVisitor(AccountDeed.Wrong) with { Subject = "p1", Count = 17, FirstFrom = "192.0.2.1", LastFrom = "2001:db8::7" }, Token);
        await store.Accounts.NoteAsync(AccountDeed.ByVisitor(AccountDeed.Wrong), Token);
        Assert.Equal(["visitor account.wrong p1: count=17; firstFrom=192.0.2.1; lastFrom=2001:db8::7", "visitor account.wrong : "], (await EntriesAsync(store)).Select(Tell));
        Assert.Empty(await store.ReadAccountsAsync(Token));
    }

    [Fact]
    public async Task I8_Account_WhenNotWritten_LeavesNone()
    {
        await using var store = await _folder.OpenAsync();
        var first = await SamplePeople.StoredAsync(store.Accounts.AddAsync(SamplePeople.Bare("p1", "wang"), SamplePeople.Invites, null, Token));
        Assert.IsType<AccountAnswer.Refused>((await store.Accounts.AddAsync(SamplePeople.Bare("p1", "other"), SamplePeople.Invites, null, Token)).Answer);
        Assert.IsType<AccountAnswer.Refused>((await store.Accounts.AddFirstAsync(SamplePeople.Bare("p2", "other"), SamplePeople.Invites, Token)).Answer);
        Assert.IsType<AccountAnswer.Refused>((await store.Accounts.ChangeAsync(first, SamplePeople.Invites, _ => "no", Token)).Answer);
        Assert.IsType<AccountAnswer.Stale>((await store.Accounts.ChangeAsync(first with { Version = 9 }, SamplePeople.Invites, null, Token)).Answer);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => store.Accounts.ChangeAsync(first, SamplePeople.Invites, _ => throw new InvalidTimeZoneException("of the rule"), Token));
        Assert.Single(await EntriesAsync(store));
        Assert.Equal(SamplePeople.Tell([first]), SamplePeople.Tell(await store.ReadAccountsAsync(Token)));
    }

    /// <summary>I15: neither what is there nor what was there before.</summary>
    [Fact]
    public async Task I15_Entry_WhenTheAccountHoldsSecrets_HoldsNone()
    {
        await using var store = await _folder.OpenAsync();
        var whole = await SamplePeople.StoredAsync(store.Accounts.AddAsync(SamplePeople.Whole("p1", "wang"), SamplePeople.Invites, null, Token));
        var bare = await SamplePeople.StoredAsync(store.Accounts.ChangeAsync(SamplePeople.Bare("p1", "wang") with { Version = whole.Version }, SamplePeople.Invites, null, Token));
        await SamplePeople.StoredAsync(store.Accounts.ChangeAsync(SamplePeople.Whole("p1", "wang") with { Version = bare.Version, Duties = Duty.Watch }, SamplePeople.Invites, null, Token));
        var (lines, newest) = await store.ReadAuditAsync(0, 10, Token);
        Assert.Equal(3, newest);
        Assert.All(lines, line => Assert.DoesNotContain(SamplePeople.Canary, line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain(Convert.ToHexString("canary-secret"u8), line, StringComparison.OrdinalIgnoreCase));
        Assert.All(lines, line => Assert.DoesNotContain(Convert.ToBase64String("canary-key"u8), line, StringComparison.Ordinal));
    }

    /// <summary>Whenever the site is killed, there are as many invitations in the audit as accounts, of the same people, and everything that was acknowledged.</summary>
    [Fact]
    public async Task I8_Account_WhenTheSiteIsKilledAtAnyMoment_IsThereExactlyWithItsEntry()
    {
        await using var store = await _folder.OpenAsync();
        using var enough = new CancellationTokenSource();
        var acknowledged = 0;
        var writing = Task.Run(
            async () =>
            {
                for (var at = 0; !enough.IsCancellationRequested && at < PeopleRules.MostAccounts; at++)
                {
                    await SamplePeople.StoredAsync(store.Accounts.AddAsync(SamplePeople.Whole($"p{at}", $"x{at + 10_000}"), SamplePeople.Invites, null, Token));
                    Volatile.Write(ref acknowledged, at + 1);
                }
            },
            Token);
        var kills = new List<(string Path, int Acknowledged)>();
        for (var kill = 0; kill < 12; kill++)
        {
            var sure = Volatile.Read(ref acknowledged);
            kills.Add((_folder.Killed($"killed{kill}.db"), sure));
            while (Volatile.Read(ref acknowledged) == sure && !writing.IsCompleted)
            {
                await Task.Yield();
            }
        }

        await enough.CancelAsync();
        await writing;
        foreach (var (path, sure) in kills)
        {
            await using var killed = await _folder.OpenAsync(path);
            var accounts = await killed.ReadAccountsAsync(Token);
            Assert.True(accounts.Count >= sure, $"{accounts.Count} of {sure}");
            Assert.Equal(accounts.Select(account => account.Id), (await EntriesAsync(killed)).Select(entry => entry.Facts.Subject));
            Assert.Empty(await killed.CheckAsync(Token));
        }
    }

    private static string Tell(AuditEntry entry) =>
        $"{entry.Facts.Actor} {entry.Facts.Action} {entry.Facts.Subject}: {string.Join("; ", entry.Facts.Details.Select(detail => $"{detail.Key}={detail.Value}"))}";

    private static async Task<AuditEntry[]> EntriesAsync(SiteStore store) => [.. (await store.ReadAuditAsync(0, 1000, Token)).Lines.Select(line => AuditExport.Read(line)!.Value.Entry)];
}
