using Signage.Trust.Audit;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Audit;

/// <summary>What a watch of heads notices, one thing each.</summary>
public sealed class HeadWatchTests
{
    private static readonly DateTimeOffset Now = Cast.Now;

    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Head_WhenItsEntriesComeAlong_IsGrownAndKept(ProfileId profile)
    {
        var site = WatchedSite.Of(profile, entries: 5);
        var begun = site.Offer(site.Begin(), Now);
        Assert.Equal((HeadAnswer.Begun, 5), (begun.Answer, begun.After.Proven!.Number));
        Assert.Empty(begun.Notices);
        site.Grow(3, Now);
        var grown = site.Offer(begun.After, Now + WatchedSite.Beat);
        Assert.Equal((HeadAnswer.Grown, new KeptHead(site.Last, Now + WatchedSite.Beat)), (grown.Answer, grown.Kept));
        Assert.Empty(grown.Notices);
        Assert.Equal("审计从第 5 条长到第 8 条，记录接得上 (the audit grew from entry 5 to entry 8, and its entries show it)", grown.Told);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void S32_End_WhenTheLastEntriesAreDeleted_IsNoticedAtTheNextHead(int deleted)
    {
        var (site, watch) = Watched(10);
        site.Entries = [.. site.Entries.SkipLast(deleted)];
        var step = site.Offer(watch, Now.AddHours(1));
        Assert.Equal((HeadAnswer.Contradicts, HeadFault.Shrunk), (step.Answer, Assert.Single(step.Notices).Fault));
        Assert.Equal(watch, step.After);
        Assert.Null(step.Kept);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void S32_End_WhenDeletedAndGrownAgain_IsNoticedByTheEntries(int more)
    {
        var (site, watch) = Watched(10);
        site.Entries = [.. site.Entries.SkipLast(3)];
        site.Grow(3 + more, Now.AddMinutes(1), "!");
        var step = site.Offer(watch, Now.AddHours(1));
        Assert.Equal((HeadAnswer.Contradicts, HeadFault.Rewritten), (step.Answer, Assert.Single(step.Notices).Fault));
        Assert.Contains("第 10 条", step.Told, StringComparison.Ordinal);
    }

    [Fact]
    public void S32_End_WhenDeletedAndGrownAgainAndNoEntriesCome_IsNoticedAtTheSecondHead()
    {
        var (site, watch) = Watched(10);
        site.Entries = [.. site.Entries.SkipLast(3)];
        site.Grow(5, Now, "!");
        var first = site.Offer(watch, Now.AddHours(1), withLines: false);
        Assert.Equal((HeadAnswer.Unproven, 11), (first.Answer, first.After.OwedFrom));
        Assert.Empty(first.Notices);
        Assert.Contains(HeadFault.Unproven, Faults(site.Offer(first.After, Now.AddHours(2), withLines: false)));
        Assert.Contains(HeadFault.Rewritten, Faults(site.Offer(first.After, Now.AddHours(2))));
        Assert.Equal(HeadFault.Silent, first.After.Silence(Now.AddHours(2))!.Fault);
    }

    /// <summary>The limit: behind the last head nothing proves the end.</summary>
    [Fact]
    public void S32_End_WhenDeletedBeforeAnyHeadCoveredIt_IsNoticedByNobody()
    {
        var (site, watch) = Watched(10);
        site.Grow(4, Now);
        site.Entries = [.. site.Entries.SkipLast(4)];
        site.Grow(2, Now, "!");
        var step = site.Offer(watch, Now.AddHours(1));
        Assert.Equal(HeadAnswer.Grown, step.Answer);
        Assert.Empty(step.Notices);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(10)]
    public void S32_History_WhenWrittenAnewFromAnEntryOn_IsNoticedAtTheNextHead(int first)
    {
        var (site, watch) = Watched(10);
        site.Rewrite(first, Now);
        Assert.Equal([HeadFault.Rewritten], Faults(site.Offer(watch, Now.AddHours(1))));
        site.Grow(2, Now);
        Assert.Equal([HeadFault.Rewritten], Faults(site.Offer(watch, Now.AddHours(1))));
    }

    [Fact]
    public void S32_History_WhenWrittenAnewBetweenTwoHeadsThatOweTheirEntries_IsNoticedWhenTheyCome()
    {
        var (site, watch) = Watched(10);
        foreach (var hour in (int[])[1, 2, 3])
        {
            site.Grow(2, Now);
            watch = site.Offer(watch, Now.AddHours(hour), withLines: false).After;
        }

        Assert.Equal([12, 14, 16], watch.Claimed.Select(head => head.Number));
        Assert.Equal(HeadAnswer.Grown, site.Offer(watch, Now.AddHours(4)).Answer);

        // Entry 14 is as the last head but one had it no more, and the end is longer than all that was signed.
        site.Rewrite(13, Now);
        site.Grow(1, Now);
        var step = site.Offer(watch, Now.AddHours(4));
        Assert.Contains(HeadFault.Rewritten, Faults(step));
        Assert.Contains("第 14 条", step.Told, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S32_Head_WhenSignedByAnyOtherKeyOrForOthers_IsRefused(ProfileId profile)
    {
        var site = WatchedSite.Of(profile, entries: 3);
        var watch = site.Begin();
        byte[][] others =
        [
            site.Sign(site.Last, Now, by: "site-2"), site.Sign(site.Last, Now, by: "dispatch"), site.Sign(site.Last, Now, by: "stranger"),
            site.Sign(site.Last, Now, target: "suining/chuanshan-2"), site.Sign(site.Last, Now, target: "suining/*"), site.Sign(site.Last, Now, target: "*"),
            site.Sign(site.Last, Now.AddMinutes(5).AddMilliseconds(1)), site.Sign(site.Last, Now.AddDays(-30)), site.Sign(site.Last, Now, epoch: 2),
            new WatchedSite(Cast.Of(profile), "suining/chuanshan-2", "site-2") { Entries = site.Entries }.Head(Now),
            site.Head(Now)[..^1], [], [0],
        ];
        Assert.All(others, envelope =>
        {
            var step = watch.Look(envelope, site.Lines(), site.Trusted, Now);
            Assert.Equal((HeadAnswer.Refused, watch), (step.Answer, step.After));
            Assert.Null(step.Kept);
            Assert.Equal([HeadFault.NotBelieved], Faults(step));
        });
        Assert.Equal("审计头的签名不成立：签名的不是这个站点 (it is not this site that signed) (the signature of a head does not hold: 签名的不是这个站点 (it is not this site that signed))", watch.Look(others[0], [], site.Trusted, Now).Told);
    }

    [Fact]
    public void S32_Head_WhenAnOldOneIsOfferedAgain_IsOlderAndShowsNoLife()
    {
        var site = WatchedSite.Of(entries: 3);
        var old = site.Head(Now);
        var watch = site.Offer(site.Begin(), Now).After;
        site.Grow(2, Now);
        watch = site.Offer(watch, Now.AddHours(1)).After;
        var again = watch.Look(old, site.Lines(), site.Trusted, Now.AddHours(2));
        Assert.Equal((HeadAnswer.Older, watch), (again.Answer, again.After));
        Assert.Empty(again.Notices);
        Assert.Equal([HeadFault.Silent], Faults(watch.Look(old, [], site.Trusted, Now.AddHours(3))));
    }

    [Fact]
    public void S32_Site_WhenNothingNewComesForTwoHeartbeats_IsSilent()
    {
        var (site, watch) = Watched(3);
        Assert.Null(watch.Silence(Now.AddHours(2).AddMilliseconds(-1)));
        Assert.Equal("2026-09-05 08:00Z 以后没有收到带齐记录的新审计头 (no new head came with its entries since then)", watch.Silence(Now.AddHours(2))!.Reason);
        Assert.Equal(HeadFault.Silent, site.Begin().Silence(Now.AddHours(2))!.Fault);

        // The very same envelope is no sign of life; the same head signed anew is.
        Assert.Equal([HeadFault.Silent], Faults(watch.Look(site.Head(Now), [], site.Trusted, Now.AddHours(2))));
        var alive = site.Offer(watch, Now.AddHours(2), withLines: false);
        Assert.Equal(HeadAnswer.Same, alive.Answer);
        Assert.Empty(alive.Notices);

        // Nor is one that was signed ahead of the time good for longer.
        Assert.Equal(HeadFault.Silent, watch.Look(site.Head(Now.AddMinutes(65)), [], site.Trusted, Now.AddHours(1)).After.Silence(Now.AddHours(3))!.Fault);
    }

    [Fact]
    public void S32_Clock_WhenItRanBack_IsNoticedAndTheEntriesAreTaken()
    {
        var (site, watch) = Watched(3);
        site.Grow(1, Now.AddHours(1));

        // Signed before the last head was.
        var signed = watch.Look(site.Head(Now.AddMinutes(-6)), site.LinesFor(watch), site.Trusted, Now.AddHours(1));
        Assert.Equal((HeadAnswer.Grown, true), (signed.Answer, Faults(signed).Contains(HeadFault.ClockBack)));

        // Signed before its own last entry.
        Assert.Equal([HeadFault.ClockBack], Faults(watch.Look(site.Head(Now.AddMinutes(54)), site.LinesFor(watch), site.Trusted, Now.AddHours(1))));

        // Put back for one entry and put right again.
        site.Grow(1, Now.AddMinutes(54));
        site.Grow(1, Now.AddHours(1));
        var step = site.Offer(watch, Now.AddHours(1));
        Assert.Equal((HeadAnswer.Grown, "站点的时钟在第 5 条前后倒退过 (the clock of the site ran back at about entry 5)"), (step.Answer, Assert.Single(step.Notices).Reason));
    }

    [Fact]
    public void Clock_WhenItIsCorrectedByLittle_IsNotNoticed()
    {
        var (site, watch) = Watched(3);
        site.Grow(1, Now.AddHours(1));
        site.Grow(1, Now.AddMinutes(55));
        Assert.Empty(site.Offer(watch, Now.AddMinutes(55)).Notices);
    }

    [Fact]
    public void Lines_WhenGarbledOnTheWay_MakeNobodyALiar()
    {
        var (site, watch) = Watched(3);
        site.Grow(3, Now);
        var good = site.LinesFor(watch);
        var other = WatchedSite.Of(entries: 6);
        other.Rewrite(1, Now);
        string[][] garbled =
        [
            [], [""], ["{}"], [.. good.Take(2)], [.. good.Skip(1)], [.. good.Reverse()], [good[0], good[0], good[1], good[2]], other.Lines(4), other.Lines(), [.. other.Lines().Take(3), .. good],
            [good[0], good[1].Replace("wang", "weng", StringComparison.Ordinal), good[2]], [.. good.Select(line => " " + line)], [Chains.Lines(Chains.Of(90))[89]],
        ];
        Assert.All(garbled, lines =>
        {
            var step = watch.Look(site.Head(Now.AddHours(1)), lines, site.Trusted, Now.AddHours(1));
            Assert.Equal(HeadAnswer.Unproven, step.Answer);
            Assert.Empty(step.Notices);
        });
    }

    [Fact]
    public void Lines_WhenMoreThanAreNeeded_AreFollowedFromTheFirstToTheHead()
    {
        var (site, watch) = Watched(3);
        site.Grow(3, Now);
        var read = 0;
        IEnumerable<string> Endless()
        {
            for (var all = site.Lines(); ; read++)
            {
                yield return read < all.Length ? all[read] : throw new InvalidOperationException("More was asked for than leads to the head.");
            }
        }

        Assert.Equal(HeadAnswer.Grown, watch.Look(site.Head(Now.AddHours(1)), Endless(), site.Trusted, Now.AddHours(1)).Answer);
        Assert.Equal(5, read);
    }

    [Fact]
    public void S32_Head_WhenItsInstantIsNotThatOfItsEntry_Contradicts()
    {
        var (site, watch) = Watched(3);
        site.Grow(1, Now);
        var envelope = site.Sign(site.Last with { At = Now.AddMinutes(-3) }, Now.AddHours(1));
        Assert.Equal([HeadFault.Rewritten], Faults(watch.Look(envelope, site.LinesFor(watch), site.Trusted, Now.AddHours(1))));
    }

    /// <summary>Why a watch does not follow the rule about versions: it forbids what honest sites do, and lets a history begin anew in a new epoch.</summary>
    [Fact]
    public void S32_Heads_WhenQuietBusyOrOfANewEpoch_AreJudgedByWhatIsKeptAndNotByVersions()
    {
        var (site, watch) = Watched(10);
        var known = Assert.IsType<TrustAnswer.Accepted>(site.Trusted.Verify(site.Head(Now), SignedKind.AuditHead, Now, AcceptedVersions.None)).Versions;
        var quiet = site.Head(Now.AddHours(1));
        Assert.Equal(TrustFault.SameVersionTwice, Assert.IsType<TrustAnswer.Refused>(site.Trusted.Verify(quiet, SignedKind.AuditHead, Now.AddHours(1), known)).Fault);
        Assert.Equal(HeadAnswer.Same, watch.Look(quiet, [], site.Trusted, Now.AddHours(1)).Answer);

        var busy = site.Sign(new AuditHead(9_000_000, new AuditHash(new string('b', 64)), Now), Now.AddHours(1));
        Assert.Equal(TrustFault.Leap, Assert.IsType<TrustAnswer.Refused>(site.Trusted.Verify(busy, SignedKind.AuditHead, Now.AddHours(1), known)).Fault);
        Assert.Equal(HeadAnswer.Unproven, watch.Look(busy, [], site.Trusted, Now.AddHours(1)).Answer);

        var later = new TrustedSet(site.Trusted.Root with { Epoch = 2 }, Cast.Site);
        site.Entries = [.. site.Entries.Take(4)];
        var shorter = site.Sign(site.Last, Now.AddHours(1), epoch: 2);
        Assert.IsType<TrustAnswer.Accepted>(later.Verify(shorter, SignedKind.AuditHead, Now.AddHours(1), known));
        Assert.Equal([HeadFault.Shrunk], Faults(watch.Look(shorter, [], later, Now.AddHours(1))));
    }

    [Fact]
    public void Watch_WhenItBeginsWithAHead_TakesNothingElse()
    {
        var site = WatchedSite.Of(entries: 6);
        Assert.Equal(HeadAnswer.Grown, site.Offer(site.Begin(AuditHead.None), Now).Answer);
        var paper = site.Begin(site.Entries[3].Head with { At = DateTimeOffset.UnixEpoch });
        Assert.Equal(HeadAnswer.Grown, site.Offer(paper, Now).Answer);
        Assert.Empty(site.Offer(paper, Now).Notices);

        // When the paper was signed nobody knows: this one may be from before.
        Assert.Equal(HeadAnswer.Older, paper.Look(site.Sign(site.Entries[1].Head, Now), [], site.Trusted, Now).Answer);
        site.Rewrite(2, Now.AddHours(-1));
        Assert.Equal([HeadFault.Rewritten], Faults(site.Offer(paper, Now)));
        Assert.Equal([HeadFault.Rewritten], Faults(paper.Look(site.Head(Now), site.Lines(), site.Trusted, Now)));
    }

    [Fact]
    public void Claimed_WhenThereAreTooMany_KeepsTheFirstAndTheLast()
    {
        var (site, watch) = Watched(1);
        for (var beat = 1; beat <= HeadWatch.MostClaimed + 3; beat++)
        {
            site.Grow(1, Now);
            watch = site.Offer(watch, Now.AddSeconds(beat), withLines: false).After;
        }

        Assert.Equal((HeadWatch.MostClaimed, 2, HeadWatch.MostClaimed + 4), (watch.Claimed.Count, watch.Claimed[0].Number, watch.Claimed[^1].Number));
        Assert.NotNull(HeadWatch.Read(watch.ToBytes()));
        Assert.Equal(HeadAnswer.Grown, site.Offer(watch, Now.AddHours(1)).Answer);
    }

    [Fact]
    public void Watch_WhenStored_IsReadAsItWas()
    {
        var (site, watch) = Watched(3);
        site.Grow(2, Now);

        // Between two milliseconds, a head that was signed just ahead of them.
        HeadStep Offer(string[] lines) => watch.Look(site.Head(Now.AddMilliseconds(1)), lines, site.Trusted, Now.AddTicks(123));
        HeadWatch[] all = [site.Begin(), site.Begin(AuditHead.None), watch, Offer([]).After, Offer(site.Lines()).After];
        Assert.All(all, one =>
        {
            var bytes = one.ToBytes();
            var read = HeadWatch.Read(bytes)!;
            Assert.Equal(bytes, read.ToBytes());
            Assert.Equal((one.Site, one.Signer, one.Beat, one.Proven, one.NewestIssue, one.ShownUntil, one.OwedFrom), (read.Site, read.Signer, read.Beat, read.Proven, read.NewestIssue, read.ShownUntil, read.OwedFrom));
            Assert.Equal(one.Claimed, read.Claimed);
            Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(HeadWatch.Read(bytes.AsSpan(0, length))));
            Assert.Null(HeadWatch.Read((byte[])[.. bytes, 0]));
            Assert.Null(HeadWatch.Read((byte[])[(byte)'S', .. bytes[1..]]));
        });
    }

    [Fact]
    public void Watch_WhenAskedForWhatCannotBe_IsNotBegun()
    {
        Assert.ThrowsAny<ArgumentException>(() => HeadWatch.Begin("", "site", WatchedSite.Beat, Now));
        Assert.ThrowsAny<ArgumentException>(() => HeadWatch.Begin(new string('x', 101), "site", WatchedSite.Beat, Now));
        Assert.ThrowsAny<ArgumentException>(() => HeadWatch.Begin(Cast.Site, "a\nb", WatchedSite.Beat, Now));
        Assert.ThrowsAny<ArgumentException>(() => HeadWatch.Begin(Cast.Site, "site", TimeSpan.Zero, Now));
        Assert.ThrowsAny<ArgumentException>(() => HeadWatch.Begin(Cast.Site, "site", HeadWatch.LongestBeat + TimeSpan.FromMilliseconds(1), Now));
        var (site, _) = Watched(1);
        Assert.ThrowsAny<ArgumentException>(() => HeadWatch.Begin("suining/a", "site", WatchedSite.Beat, Now).Look([], [], site.Trusted, Now));
    }

    private static (WatchedSite Site, HeadWatch Watch) Watched(int entries)
    {
        var site = WatchedSite.Of(entries: entries);
        return (site, site.Offer(site.Begin(), Now).After);
    }

    private static HeadFault[] Faults(HeadStep step) => [.. step.Notices.Select(notice => notice.Fault)];
}
