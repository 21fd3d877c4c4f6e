using CsCheck;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Core.Tests.Planning;

/// <summary>Who shares a loop with whom, and how often each has its turn.</summary>
public sealed class SharingTests
{
    private static readonly PanelId Gate = new("gate");
    private static readonly Programme[] Programmes =
        [.. new[] { "a", "b", "c" }.Select(id => new Programme(id, [new Revision(id, $"words of {id}")], ShowStyle.Automatic))];

    [Theory]
    [InlineData("1,1,1", "abc")]
    [InlineData("2,1,1", "abca")]
    [InlineData("2,2,2", "abc")]
    [InlineData("4,2,2", "abca")]
    [InlineData("3,1,1", "abaca")]
    [InlineData("1,5,1", "bbabcbb")]
    public void Decide_WhenSlotsHaveShares_SpreadsTheirTurns(string shares, string turns)
    {
        int[] each = [.. shares.Split(',').Select(int.Parse)];
        var plan = Plan([.. each.Select((share, at) => Slot($"{at}", Programmes[at].Id) with { Share = share })]);
        var loop = string.Concat(Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate).Loop.Select(item => item.Revision.ItemId));
        Assert.Equal(turns.Order(), loop.Order());
        Assert.Equal(turns, loop);
    }

    [Fact]
    public void Decide_WhenAnyShares_GivesEachItsTurnsAndNobodyWaitsLong() =>
        Gen.Int[1, 12].Array[1, 8].Sample(shares =>
        {
            Programme[] programmes = [.. shares.Select((_, at) => new Programme($"p{at}", [new Revision($"p{at}", $"words {at}")], ShowStyle.Automatic))];
            var plan = new Plan(programmes, [.. shares.Select((share, at) => Slot($"{at}", $"p{at}") with { Share = share })], TimeZoneInfo.Utc);
            string[] loop = [.. Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate).Loop.Select(item => item.SlotId)];
            var divisor = shares.Aggregate(0, (known, share) => (int)System.Numerics.BigInteger.GreatestCommonDivisor(known, share));
            for (var at = 0; at < shares.Length; at++)
            {
                var turns = loop.Index().Where(turn => turn.Item == $"{at}").Select(turn => turn.Index).ToArray();
                Assert.Equal(shares[at] / divisor, turns.Length);

                // In every stretch of the round it has had its part of the turns, give or take one for each of the others.
                for (var seen = 1; seen <= loop.Length; seen++)
                {
                    Assert.InRange(turns.Count(turn => turn < seen) - ((double)turns.Length * seen / loop.Length), -shares.Length, shares.Length);
                }
            }
        });

    [Theory]
    [InlineData("urgent+ community base", "urgent community")]
    [InlineData("urgent+ community+ base", "urgent community base")]
    [InlineData("urgent community+ base", "urgent")]
    [InlineData("urgent+ centre+ community base", "urgent centre community")]
    [InlineData("blank+ community", "blank")]
    [InlineData("emergency+ community", "emergency")]
    [InlineData("technician+ community", "technician")]
    [InlineData("urgent+ technician community", "urgent")]
    [InlineData("base+", "base")]
    public void Decide_WhenALevelJoins_TheNextPlaysBesideIt(string open, string winners)
    {
        var plan = Plan([.. open.Split(' ').Select(word => Slot(word.TrimEnd('+'), "a") with
        {
            Joins = word.EndsWith('+'),
            Priority = Enum.Parse<Priority>(word.TrimEnd('+'), ignoreCase: true),
        })]);
        Assert.Equal(winners.Split(' '), Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate).Why);
    }

    [Fact]
    public void Decide_WhenOneOfALevelDoesNotJoin_ItReplacesForAllOfThem()
    {
        var plan = Plan([Slot("1", "a") with { Joins = true }, Slot("2", "b"), Slot("0", "c") with { Priority = Priority.Base }]);
        var decision = Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate);
        Assert.Equal(["1", "2"], decision.Why);
        Assert.Equal(["0"], decision.Lost);
    }

    [Fact]
    public void Decide_WhenEqualsWereApprovedAtDifferentTimes_TheLatestComesFirst()
    {
        var plan = Plan([Slot("1", "a"), Slot("2", "b"), Slot("3", "c")]) with
        {
            Approved = new Dictionary<RevisionDigest, DateTimeOffset>
            {
                [Programmes[1].Items[0].Digest] = DateTimeOffset.UnixEpoch,
                [Programmes[2].Items[0].Digest] = DateTimeOffset.UnixEpoch.AddDays(1),
            },
        };
        Assert.Equal(["3", "2", "1"], Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate).Why);
    }

    [Fact]
    public void Decide_WhenMoreApplyThanALoopHolds_TheOthersLostForThatReason()
    {
        var plan = Plan([.. Enumerable.Range(0, 100_000).Select(at => Slot($"{at:000000}", "a")), Slot("low", "b") with { Priority = Priority.Base }]);
        var decision = Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate);
        Assert.Equal(Enumerable.Range(0, Arbiter.MostInLoop).Select(at => $"{at:000000}"), decision.Why);
        Assert.Equal(100_000 - Arbiter.MostInLoop, decision.Crowded);
        Assert.Equal("low", decision.Lost[^1]);
        Assert.Equal(100_001, decision.Why.Count + decision.Lost.Count);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("户外", "", false)]
    [InlineData("户外", "户外", true)]
    [InlineData("临街 户外", "室内 户外", true)]
    [InlineData("临街", "室内 户外", false)]
    public void Decide_WhenASlotHasTags_MeansThePanelsThatCarryOne(string wanted, string carried, bool plays)
    {
        var plan = Plan([Slot("1", "a") with { Tags = Tags.Parse(wanted) }]) with { PanelTags = new Dictionary<PanelId, Tags> { [Gate] = Tags.Parse(carried) } };
        Assert.Equal(plays, Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate).Loop.Count > 0);
    }

    [Fact]
    public void Decide_WhenASlotHasTagsAndPanels_MeansBoth()
    {
        var plan = Plan([Slot("1", "a") with { Tags = Tags.Parse("户外"), Panels = [Gate] }]) with
        {
            PanelTags = new Dictionary<PanelId, Tags> { [new PanelId("yard")] = Tags.Parse("户外") },
        };
        Assert.Equal([true, true, false], new[] { "gate", "yard", "hall" }.Select(id => Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, new PanelId(id)).Loop.Count > 0));
    }

    [Theory]
    [InlineData("a b", "a b")]
    [InlineData(" b  a b ", "a b")]
    [InlineData("", "")]
    public void Tags_WhenRead_AreASet(string text, string written) => Assert.Equal(written, Tags.Parse(text).ToString());

    [Theory]
    [InlineData("户,外")]
    [InlineData("a\u0007")]
    [InlineData("abcdefghijabcdefghijabcdefghijabc")]
    public void Tags_WhenNone_SaySo(string text) => Assert.Throws<FormatException>(() => Tags.Parse(text));

    private static Slot Slot(string id, string programme) => new(id, programme, [], SlotTime.Always);

    private static Plan Plan(Slot[] slots) => new(Programmes, slots, TimeZoneInfo.Utc);
}
