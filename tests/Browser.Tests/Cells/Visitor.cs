using Browser.Tests.Sites;
using Signage.Core.Accounts;
using Signage.Core.Review;

namespace Browser.Tests.Cells;

/// <summary>In which part of the table somebody stands.</summary>
internal enum Part
{
    Out,
    Fresh,
    Stale,
}

/// <summary>Somebody who comes to the doors of a site.</summary>
/// <param name="Name">Who.</param>
/// <param name="Part">In which part of the table.</param>
/// <param name="Kind">What account it is.</param>
/// <param name="Enter">Sits down at a browser with the account of this kind, which is in the book of a site that is claimed and in no book of another.</param>
internal sealed record Visitor(string Name, Part Part, Kind Kind, Func<DoorSite, Account, Task<string?>> Enter)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProofEnds = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortEnds = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongEnds = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan DayEnds = TimeSpan.FromHours(12);

    /// <summary>Where this kind stands in the table.</summary>
    public int Column { get; } = Kind.All.TakeWhile(one => one != Kind).Count();

    /// <summary>Everybody.</summary>
    public static IReadOnlyList<Visitor> All { get; } = [.. People(), .. Strangers()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Whoever neither reviews, blanks nor manages may be quiet for an hour.
    private static TimeSpan Ends(Kind kind) => kind.Duties is Duty.None or Duty.Write or Duty.Technician ? LongEnds : ShortEnds;

    private static IEnumerable<Visitor> People()
    {
        foreach (var kind in Kind.All)
        {
            yield return Quiet($"{kind.Name}, in for almost five minutes", Part.Fresh, kind, ProofEnds - Moment);
            yield return Quiet($"{kind.Name}, in for five minutes", Part.Stale, kind, ProofEnds);
            yield return Quiet($"{kind.Name}, quiet for too long", Part.Out, kind, Ends(kind));
        }
    }

    private static IEnumerable<Visitor> Strangers()
    {
        var (nothing, manage, watch, final) = (Kind.All[0], Kind.All[7], Kind.All[5], Kind.All[4]);
        yield return new Visitor("nobody", Part.Out, nothing, (_, _) => Task.FromResult<string?>(null));
        yield return new Visitor("somebody with a cookie that is none", Part.Out, nothing, (_, _) => Task.FromResult<string?>("signage=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAA"));
        yield return new Visitor("somebody whose account there never was", Part.Out, manage, async (site, account) => await site.ComeInAsync(account with { Id = "p0123456789abcdef" }, TimeSpan.Zero));
        foreach (var kind in (Kind[])[nothing, watch, manage])
        {
            yield return Quiet($"{kind.Name}, quiet for as long as may be", Part.Stale, kind, Ends(kind) - Moment);
            yield return new Visitor($"{kind.Name}, active for twelve hours", Part.Out, kind, (site, account) => StayAsync(site, account, DayEnds));
            yield return new Visitor($"{kind.Name}, active for almost twelve hours", Part.Stale, kind, (site, account) => StayAsync(site, account, DayEnds - Moment));
        }

        foreach (var kind in (Kind[])[watch, manage, final])
        {
            yield return Changed($"{kind.Name}, revoked", kind, account => account with { Standing = PersonStanding.Revoked });
            yield return Changed($"{kind.Name}, gone", kind, account => account with { Standing = PersonStanding.Left });
            yield return Changed($"{kind.Name}, password changed elsewhere", kind, account => account with { Stamp = "another" });
        }
    }

    private static Visitor Quiet(string name, Part part, Kind kind, TimeSpan ago) => new(name, part, kind, async (site, account) => await site.ComeInAsync(account, ago));

    private static async Task<string?> StayAsync(DoorSite site, Account account, TimeSpan ago) =>
        await site.People.Book.FindAsync(account.Id, Token) is null ? await site.ComeInAsync(account, ago) : await site.StayInAsync(account, ago, Token);

    // In when it happened, as another part of the program does it that does not look after sessions.
    private static Visitor Changed(string name, Kind kind, Func<Account, Account> change) => new(name, Part.Out, kind, async (site, account) =>
    {
        var cookie = await site.ComeInAsync(account, TimeSpan.Zero);
        if (await site.People.Book.FindAsync(account.Id, Token) is { } now)
        {
            await site.ChangeAsync(change(now), Token);
        }

        return cookie;
    });

    /// <inheritdoc />
    public override string ToString() => Name;
}
