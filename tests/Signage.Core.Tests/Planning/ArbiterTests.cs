using CsCheck;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Tests.Calendars;

namespace Signage.Core.Tests.Planning;

public sealed class ArbiterTests
{
    private static readonly PanelId Gate = new("gate");
    private static readonly Programme[] Programmes =
        [.. new[] { "a", "b", "c" }.Select(id => new Programme(id, [new Revision(id, $"words of {id}")], ShowStyle.Automatic))];

    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC"];

    private static readonly Gen<Slot> Slots = Gen.Select(
        Gen.Int[0, 2], Gen.Int[0, 95], Gen.Int[0, 95], Gen.Int[-3, 400], Gen.Int[0, 30], Gen.Enum<Priority>(), Gen.Int[0, 99],
        (programme, from, until, first, days, priority, id) => new Slot(
            $"s{id}",
            Programmes[programme].Id,
            [],
            new SlotTime(
                new DailyRange(Quarter(from), Quarter(until)),
                first < 0 ? null : new DateOnly(2026, 1, 1).AddDays(first),
                first < 0 ? null : new DateOnly(2026, 1, 1).AddDays(first + days)),
            priority));

    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "inside", "2026-09-05T08:00+08:00", "a", "2026-09-05T09:00+08:00" },
        { "just before the end", "2026-09-05T08:59:59.9999999+08:00", "a", "2026-09-05T09:00+08:00" },
        { "at the end the next one", "2026-09-05T09:00+08:00", "b", "2026-09-05T10:00+08:00" },
        { "over midnight, evening", "2026-09-05T23:30+08:00", "c", "2026-09-06T06:00+08:00" },
        { "over midnight, morning", "2026-09-06T05:59+08:00", "c", "2026-09-06T06:00+08:00" },
        { "nothing planned", "2026-09-05T07:00+08:00", "", "2026-09-05T08:00+08:00" },
    };

    // 优先级 from the weakest to the strongest, written down here so that the numbers of the enumeration are not their own proof.
    private static readonly Priority[] Ladder =
        [Priority.Base, Priority.Community, Priority.Centre, Priority.Technician, Priority.Urgent, Priority.Emergency, Priority.Blank];

    public static TheoryData<Priority, Priority> Stronger =>
        [.. from low in Enumerable.Range(0, Ladder.Length) from high in Enumerable.Range(low + 1, Ladder.Length - low - 1) select (Ladder[high], Ladder[low])];

    public static TheoryData<Priority> Priorities => [.. Ladder];

    [Fact]
    public void Ladder_WhenRead_HasEveryPriorityOnce() => Assert.Equal(Enum.GetValues<Priority>().Order(), Ladder.Order());

    [Theory]
    [MemberData(nameof(Stronger))]
    public void Decide_WhenOfTwoOneIsStronger_ItWinsAndTheOtherLost(Priority strong, Priority weak)
    {
        // Ids and order of the slots speak for the weak one.
        var plan = Plan([Slot("1-weak", "a", 0, 0) with { Priority = weak }, Slot("2-strong", "b", 0, 0) with { Priority = strong }], "UTC");
        var decision = Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate);
        Assert.Equal(["2-strong"], decision.Why);
        Assert.Equal(["1-weak"], decision.Lost);
        Assert.Equal(strong == Priority.Blank ? [] : ["b"], decision.Loop.Select(item => item.Revision.ItemId));
    }

    [Theory]
    [MemberData(nameof(Priorities))]
    public void Decide_WhenTwoAreOfOnePriority_BothWinAndNobodyLost(Priority both)
    {
        var plan = Plan([Slot("1", "a", 0, 0) with { Priority = both }, Slot("2", "b", 0, 0) with { Priority = both }], "UTC");
        var decision = Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate);
        Assert.Equal(["1", "2"], decision.Why);
        Assert.Empty(decision.Lost);
        Assert.Equal(both == Priority.Blank ? [] : ["a", "b"], decision.Loop.Select(item => item.Revision.ItemId));
    }

    [Fact]
    public void Decide_WhenAllPrioritiesApply_TheStrongestWinsAndTheOthersLostInOrder()
    {
        var plan = Plan([.. Ladder.Select(priority => Slot($"{priority}", "a", 0, 0) with { Priority = priority })], "UTC");
        var decision = Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate);
        Assert.Equal(["Blank"], decision.Why);
        Assert.Equal(["Emergency", "Urgent", "Technician", "Centre", "Community", "Base"], decision.Lost);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decide_WhenAnInstantOfTheDay_SaysWhatAndUntil(string what, string instant, string shows, string until)
    {
        var plan = Plan([Slot("1", "a", 8, 9), Slot("2", "b", 9, 10), Slot("3", "c", 22, 6)], "Asia/Shanghai");
        var decision = Arbiter.Decide(plan, DateTimeOffset.Parse(instant, null), Gate);
        Assert.True(shows == string.Concat(decision.Loop.Select(item => item.Revision.ItemId)), what);
        Assert.Equal(DateTimeOffset.Parse(until, null), decision.Until);
    }

    [Fact]
    public void Decide_WhenOneIsHigher_ItReplacesTheOthersAndSaysWhoLost()
    {
        var plan = Plan([Slot("low", "a", 0, 0), Slot("high", "b", 8, 9) with { Priority = Priority.Urgent }], "UTC");
        var decision = Arbiter.Decide(plan, DateTimeOffset.Parse("2026-09-05T08:30Z", null), Gate);
        Assert.Equal(["high"], decision.Why);
        Assert.Equal(["low"], decision.Lost);
    }

    [Fact]
    public void Decide_WhenTwoAreEqual_TheyShareTheLoopInOrderOfTheirIds()
    {
        var plan = Plan([Slot("2", "b", 0, 0), Slot("1", "a", 0, 0)], "UTC");
        Assert.Equal(["a", "b"], Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate).Loop.Select(item => item.Revision.ItemId));
    }

    [Fact]
    public void Decide_WhenBlankWins_ShowsNothing()
    {
        var plan = Plan([Slot("1", "a", 0, 0), Slot("dark", "b", 0, 0) with { Priority = Priority.Blank }], "UTC");
        Assert.Empty(Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate).Loop);
    }

    [Fact]
    public void Decide_WhenASlotNamesOtherPanels_LeavesThisOneAlone()
    {
        var plan = Plan([Slot("1", "a", 0, 0) with { Panels = [new PanelId("hall")] }], "UTC");
        Assert.Empty(Arbiter.Decide(plan, DateTimeOffset.UnixEpoch, Gate).Loop);
    }

    [Fact]
    public void Decide_WhenAnyPlanAndZone_HoldsUntilTheInstantItNames() =>
        Gen.Select(Slots.Array[0, 6], Gen.Int[0, Zones.Length - 1].Select(index => Zones[index]), Gen.Long[0, 400L * 24 * 60], Gen.Double.Unit.Array[6]).Sample(
            (slots, zone, minutes, fractions) =>
            {
                var plan = Plan(slots, zone);
                var instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
                var decision = Arbiter.Decide(plan, instant, Gate);
                Assert.True(decision.Until is null || decision.Until > instant);
                var span = (decision.Until ?? instant.AddDays(800)) - instant;
                foreach (var fraction in fractions.Append(0.999999))
                {
                    var later = Arbiter.Decide(plan, instant + (span * fraction), Gate);
                    Assert.True(decision.Why.SequenceEqual(later.Why), $"{zone} {instant:O} +{span * fraction}: {string.Join(",", decision.Why)} became {string.Join(",", later.Why)}");
                }
            },
            iter: 3000);

    [Fact]
    public void Decide_WhenTheSlotsStandInAnotherOrder_SaysTheSame() => Gen.Select(Slots.Array[2, 6], Gen.Int[0, 500_000]).Sample(
        (slots, minutes) =>
        {
            var distinct = slots.DistinctBy(slot => slot.Id).ToArray();
            var instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            Assert.Equal(
                Arbiter.Decide(Plan(distinct, "Asia/Shanghai"), instant, Gate).Why,
                Arbiter.Decide(Plan([.. distinct.Reverse()], "Asia/Shanghai"), instant, Gate).Why);
        });

    [Fact]
    public void Decide_WhenAnySlotsApply_CarriesWhatTheBaseSlotsAloneWouldPlay() => Gen.Select(Slots.Array[0, 6], Gen.Int[0, 500_000]).Sample(
        (slots, minutes) =>
        {
            var distinct = slots.DistinctBy(slot => slot.Id).ToArray();
            var instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            Assert.Equal(
                Arbiter.Decide(Plan([.. distinct.Where(slot => slot.Priority == Priority.Base)], "Asia/Shanghai"), instant, Gate).Loop,
                Arbiter.Decide(Plan(distinct, "Asia/Shanghai"), instant, Gate).Basis);
        });

    [Theory]
    [InlineData("day:中华慈善日", "2026-09-01T12:00+08:00", "", "2026-09-05T08:00+08:00")]
    [InlineData("day:中华慈善日", "2026-09-05T09:00+08:00", "a", "2026-09-05T10:00+08:00")]
    [InlineData("day:中华慈善日", "2026-09-05T10:00+08:00", "", "2027-09-05T08:00+08:00")]
    [InlineData("work", "2026-02-14T09:00+08:00", "a", "2026-02-14T10:00+08:00")]        // a Saturday that is worked
    [InlineData("work", "2026-02-14T10:00+08:00", "", "2026-02-24T08:00+08:00")]         // after nine days of Spring Festival
    [InlineData("lunar:12-last", "2026-02-16T09:00+08:00", "a", "2026-02-16T10:00+08:00")]
    [InlineData("date:2-29", "2026-11-28T09:00+08:00", "", "2028-01-02T09:00+08:00")]    // the search ends before the day: looked at again then
    public void Decide_WhenTheDaysHaveARule_FollowsTheCalendar(string rule, string at, string shown, string until)
    {
        var slot = Slot("s", "a", 8, 10);
        var plan = Plan([slot with { Time = slot.Time with { Days = DayRule.Parse(rule) } }], "Asia/Shanghai") with { Calendar = Committed.Calendar };
        var decision = Arbiter.Decide(plan, DateTimeOffset.Parse(at, null), Gate);
        Assert.Equal(shown, string.Join(' ', decision.Loop.Select(item => item.Revision.ItemId)));
        Assert.Equal(DateTimeOffset.Parse(until, null), decision.Until);
    }

    private static TimeOnly Quarter(int quarter) => TimeOnly.MinValue.AddMinutes(15 * quarter);

    private static Slot Slot(string id, string programme, int from, int until) =>
        new(id, programme, [], new SlotTime(new DailyRange(new TimeOnly(from, 0), new TimeOnly(until, 0))));

    private static Plan Plan(Slot[] slots, string zone) => new(Programmes, slots, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
