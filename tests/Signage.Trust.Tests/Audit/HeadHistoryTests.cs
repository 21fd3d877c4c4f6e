using System.Collections.Concurrent;
using CsCheck;
using Signage.Trust.Audit;
using Signage.Trust.Keys;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Audit;

/// <summary>Random histories: whatever is done to one that a head covers is noticed within two heartbeats, and one that only grows is never accused.</summary>
public sealed class HeadHistoryTests
{
    private static readonly Gen<Pulse> Pulses = Gen.Select(Gen.Int[0, 4], Gen.Enum<Sending>(), Gen.Int[0, 300], Gen.Int[0, 99], (grown, sending, back, old) => new Pulse(grown, sending, back, old));

    private static readonly Gen<Past> Pasts = Gen.Select(Gen.Bool, Gen.Int[2, 8], Pulses.Array[0, 6], (isNew, first, pulses) => new Past(isNew, first, pulses));

    private static readonly Gen<Deed> Deeds = Gen.Select(
        Gen.Enum<DeedKind>(), Gen.Int[0, 999], Gen.Int[0, 3], Gen.Select(Gen.Int[0, 6], Gen.Enum<Cheat>(), (grown, cheat) => (grown, cheat)).Array[2],
        (kind, where, unseen, cheats) => new Deed(kind, where, unseen, cheats));

    private enum Sending { WithEntries, WithAllEntries, WithoutEntries, Lost }

    private enum DeedKind { Truncated, Rewritten, Swapped }

    private enum Cheat { ItsEntries, AllItsEntries, NoEntries, TrueEntries, OldHead, HeadOfTheOther, Nothing }

    [Fact]
    public void S32_History_WhenTruncatedRewrittenOrSwapped_IsNoticedWithinTwoHeartbeats()
    {
        var (first, second, kinds) = (0, 0, new ConcurrentDictionary<HeadFault, int>());
        Gen.Select(Pasts, Deeds).Sample((past, deed) =>
        {
            var world = new World(past);
            world.Do(deed);
            var found = new List<HeadNotice>();
            foreach (var (grown, cheat) in deed.Cheats)
            {
                found.AddRange(world.Send(grown, cheat));
                if (found.Count > 0)
                {
                    break;
                }
            }

            Interlocked.Increment(ref (world.Beats == past.Pulses.Length + 1 ? ref first : ref second));
            found.ForEach(notice => kinds.AddOrUpdate(notice.Fault, 1, (_, count) => count + 1));
            return found.Count > 0;
        }, iter: 2_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"noticed at the first heartbeat {first}, at the second {second}: {string.Join(", ", kinds.OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Value}"))}");
        Assert.True(first > 0 && second > 0);
        Assert.All(Enum.GetValues<HeadFault>().Except([HeadFault.ClockBack]), fault => Assert.Contains(fault, kinds.Keys));
    }

    /// <summary>The other books that visitors are shown, beside the heads of the true ones.</summary>
    [Fact]
    public void S32_Export_WhenOfAHistoryThatWasTruncatedRewrittenOrSwapped_IsFoundByTheKeptHeads() => Gen.Select(Pasts, Deeds).Sample((past, deed) =>
    {
        var world = new World(past);
        Assert.IsType<HeadVerdict.Agrees>(HeadCheck.Check(world.Site.Lines(), world.Kept, Cast.Now));
        var before = world.Site.Entries;
        world.Do(deed);
        world.Site.Grow(deed.Cheats[0].Grown, Cast.Now, "?");
        var wrong = Enumerable.Range(1, before.Count).First(number => world.Site.Entries.Count < number || world.Site.Entries[number - 1].Hash != before[number - 1].Hash);
        var found = Assert.IsType<HeadVerdict.Disagrees>(HeadCheck.Check(world.Site.Lines(), world.Kept, Cast.Now));
        Assert.InRange(wrong, found.First, found.Last);
    }, iter: 1_000);

    [Fact]
    public void S32_History_WhenItOnlyGrows_IsNeverAccused() => Pasts.Sample(past =>
    {
        var world = new World(past);
        Assert.Empty(world.Notices);
        Assert.Equal(world.Watch.ToBytes(), HeadWatch.Read(world.Watch.ToBytes())!.ToBytes());
        world.Site.Grow(1, world.Now);
        Assert.Equal(HeadAnswer.Grown, world.Site.Offer(world.Watch, world.Now).Answer);
    }, iter: 2_000);

    /// <summary>A heartbeat of an honest site: how much it grew, how its head went, how many seconds back its clock was put, which old head came along.</summary>
    private sealed record Pulse(int Grown, Sending Sending, int Back, int Old);

    private sealed record Past(bool IsNew, int First, Pulse[] Pulses);

    private sealed record Deed(DeedKind Kind, int Where, int Unseen, (int Grown, Cheat Cheat)[] Cheats);

    private sealed class World
    {
        private readonly WatchedSite _other = new(Cast.Of(ProfileId.P256), "suining/chuanshan-2", "site-2");
        private readonly List<byte[]> _sent = [];
        private List<AuditEntry> _true = [];

        public World(Past past)
        {
            Watch = Site.Begin(past.IsNew ? AuditHead.None : null);
            Site.Grow(past.First, Now);
            Take(Site.Head(Now), Site.Lines());
            var isWhole = true;
            foreach (var pulse in past.Pulses)
            {
                Now += WatchedSite.Beat;
                Beats++;
                Site.Grow(pulse.Grown, Now.AddSeconds(-pulse.Back));

                // A head that is lost or goes ahead of its entries is followed by a whole one.
                var sending = isWhole ? pulse.Sending : Sending.WithEntries;
                isWhole = sending is Sending.WithEntries or Sending.WithAllEntries;
                var envelope = Site.Head(Now);
                if (sending != Sending.Lost)
                {
                    Take(envelope, sending == Sending.WithoutEntries ? [] : sending == Sending.WithEntries ? Site.LinesFor(Watch) : Site.Lines());
                }

                if (isWhole)
                {
                    Take(_sent[pulse.Old % _sent.Count], pulse.Old % 2 == 0 ? [] : Site.Lines());
                }

                _sent.Add(envelope);
            }
        }

        public WatchedSite Site { get; } = WatchedSite.Of();

        public HeadWatch Watch { get; private set; }

        public DateTimeOffset Now { get; private set; } = Cast.Now;

        public int Beats { get; private set; }

        public List<HeadNotice> Notices { get; } = [];

        public List<KeptHead> Kept { get; } = [];

        public void Do(Deed deed)
        {
            var covered = (Watch.Claimed.IsEmpty ? Watch.Proven! : Watch.Claimed[^1]).Number;
            Site.Grow(deed.Unseen, Now);
            _true = Site.Entries;
            var where = 1 + (int)(deed.Where % covered);
            _other.Grow(1 + (deed.Where % 30), Now);
            switch (deed.Kind)
            {
                case DeedKind.Truncated:
                    Site.Entries = [.. Site.Entries.Take((int)Math.Min(where, covered - 1))];
                    break;
                case DeedKind.Rewritten:
                    Site.Rewrite(where, Now);
                    break;
                default:
                    Site.Entries = [.. _other.Entries];
                    break;
            }
        }

        public IEnumerable<HeadNotice> Send(int grown, Cheat cheat)
        {
            Now += WatchedSite.Beat;
            Beats++;
            Site.Grow(grown, Now, "?");
            var from = (int)Watch.Proven!.Number;
            var step = cheat switch
            {
                Cheat.Nothing => null,
                Cheat.OldHead => Watch.Look(_sent[grown % _sent.Count], Site.Lines(), Site.Trusted, Now),
                Cheat.HeadOfTheOther => Watch.Look(_other.Head(Now), _other.Lines(), Site.Trusted, Now),
                Cheat.ItsEntries => Watch.Look(Site.Head(Now), Site.LinesFor(Watch), Site.Trusted, Now),
                Cheat.AllItsEntries => Watch.Look(Site.Head(Now), Site.Lines(), Site.Trusted, Now),
                Cheat.TrueEntries => Watch.Look(Site.Head(Now), Chains.Lines(_true.Skip(from)), Site.Trusted, Now),
                _ => Watch.Look(Site.Head(Now), [], Site.Trusted, Now),
            };
            Watch = step?.After ?? Watch;
            return step?.Notices ?? (Watch.Silence(Now) is { } silence ? [silence] : []);
        }

        private void Take(byte[] envelope, string[] lines)
        {
            var step = Watch.Look(envelope, lines, Site.Trusted, Now);
            Watch = step.After;
            Notices.AddRange(step.Notices);
            Kept.AddRange(step.Kept is { } kept ? [kept] : []);
            if (_sent.Count == 0)
            {
                _sent.Add(envelope);
            }
        }
    }
}
