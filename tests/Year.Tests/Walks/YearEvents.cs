using System.Globalization;
using Signage.Controller.Hosting;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Storage;
using Year.Tests.Making;
using Year.Tests.Sites;

namespace Year.Tests.Walks;

/// <summary>What happens to a site on the way: cuts, clocks that are set, edits, moves. Each is done to the site and to what the oracle reads.</summary>
/// <param name="chance">The dice.</param>
/// <param name="site">The site.</param>
/// <param name="contents">What the oracle reads.</param>
/// <param name="slots">Makes slots.</param>
/// <param name="words">Makes words.</param>
internal sealed class YearEvents(Random chance, YearSite site, YearContents contents, SlotMaker slots, WordsMaker words)
{
    private const int Day = 24 * 60;
    private const int EveryMinutes = Day / 3;
    private const int MostDaysAway = 3;
    private static readonly int[] Steps = [2, 45, 5 * 60, 26 * 60, 4 * Day, 12 * Day];
    private readonly Dictionary<string, int> _counts = [];
    private readonly List<Slogan> _unapproved = [];
    private readonly int _about = contents.Slots.Count;
    private int _awayUntil;
    private int _approvers;

    /// <summary>How often what happened.</summary>
    public string Told => string.Join(", ", _counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Value} {count.Key}"));

    /// <summary>Perhaps something happens: then the home of the site afterwards, and how far its clock is set off for a while; null when nothing did.</summary>
    public async Task<(SiteHome Home, TimeSpan Step)?> PerhapsAsync(int minute, SiteHome home, SiteHome own, CancellationToken cancellationToken)
    {
        if (home != own && minute >= _awayUntil)
        {
            return (await MoveAsync(own, cancellationToken), TimeSpan.Zero);
        }

        if (chance.Next(EveryMinutes) > 0)
        {
            return null;
        }

        switch (chance.Next(10))
        {
            case 0 or 1 or 2:
                Count("power cuts");
                await site.CutAsync(home, cancellationToken);
                return (home, TimeSpan.Zero);
            case 3:
                Count("clocks set forward");
                return (home, Step());
            case 4:
                Count("clocks set back");
                return (home, -Step());
            case 5 when home == own && !TurnsSoon(own):
                _awayUntil = minute + chance.Next(Day / 4, MostDaysAway * Day);
                return (await MoveAsync(SiteHome.All[chance.Next(SiteHome.All.Count)], cancellationToken), TimeSpan.Zero);
            default:
                await EditAsync(cancellationToken);
                return (home, TimeSpan.Zero);
        }
    }

    // A site should be at home when the clocks there are put forward or back.
    private bool TurnsSoon(SiteHome home) => home.Sky.Zone is var zone && zone.GetUtcOffset(site.Clock.Now) != zone.GetUtcOffset(site.Clock.Now.AddDays(MostDaysAway));

    private async Task<SiteHome> MoveAsync(SiteHome home, CancellationToken cancellationToken)
    {
        Count("moves");
        await site.RestartAsync(home, cancellationToken);
        return home;
    }

    private TimeSpan Step() => TimeSpan.FromMinutes(Steps[chance.Next(Steps.Length)] + chance.Next(2));

    private async Task EditAsync(CancellationToken cancellationToken)
    {
        if (chance.Next(5) == 0)
        {
            await (_unapproved.Count == 0 ? WordsAsync(cancellationToken) : ApproveAsync(chance.Next(3) > 0 ? _unapproved[0] : words.Known, cancellationToken));
        }
        else if (chance.Next(10) < (contents.Slots.Count > _about ? 3 : 7))
        {
            await AddAsync(slots.One([.. contents.Programmes.Keys]), cancellationToken);
        }
        else
        {
            Count("slots removed");
            var slot = contents.Slots[chance.Next(contents.Slots.Count)];
            Stored(await site.Book.As(Actor.Site).RemoveSlotsAsync([slot.Id], cancellationToken));
            contents.Remove(slot);
        }
    }

    private async Task AddAsync(SlotEntry slot, CancellationToken cancellationToken)
    {
        Count("slots added");
        Stored(await site.Book.As(Actor.Site).AddSlotAsync(slot.ToSlot(), cancellationToken));
        contents.Add(slot);
    }

    /// <summary>New words that nobody has approved, and at once a slot for them.</summary>
    private async Task WordsAsync(CancellationToken cancellationToken)
    {
        Count("words added");
        var slogan = words.Next();
        Stored(await site.Book.As(Actor.Site).AddSlogansAsync([(slogan, null)], cancellationToken));
        contents.Add(new Programme(slogan.Id, [slogan.ToRevision()], ShowStyle.Automatic));
        _unapproved.Add(slogan);
        await AddAsync(slots.One([slogan.Id]) with { Days = null, FirstDay = null, LastDay = null, Begins = null, Ends = Soon(), Priority = "urgent", Joins = true }, cancellationToken);
    }

    private async Task ApproveAsync(Slogan slogan, CancellationToken cancellationToken)
    {
        Count("words approved");
        var approval = SloganApproval.Of(slogan.ToRevision(), $"approver {++_approvers}", site.Clock.Now);
        Stored(await site.Book.As(Actor.Site).AddSlogansAsync([(slogan, approval)], cancellationToken));
        contents.Add(approval);
        _unapproved.Remove(slogan);
    }

    private string Soon() => site.Clock.Now.AddHours(chance.Next(2, 40)).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    private static void Stored(StoreAnswer answer) => Assert.IsType<StoreAnswer.Stored>(answer);

    private void Count(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;
}
