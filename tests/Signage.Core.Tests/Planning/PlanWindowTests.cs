using CsCheck;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Tests.Calendars;

namespace Signage.Core.Tests.Planning;

/// <summary>A window, and an agenda over it, say what the arbiter says at every instant.</summary>
public sealed class PlanWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly PanelId[] Panels = [new("gate"), new("hall"), new("yard")];
    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca"];
    private static readonly string[] Rules = ["always", "mon-fri", "work", "rest", "day:春节-3+2", "every:3@2026-01-01", "nth:lastfri", "lunar:1-1..1-15 | !work", "date:2-29"];
    private static readonly string[] Times = ["00:00-24:00", "08:00-20:00", "22:00-06:00", "02:00-03:00", "06:30-09:00,17:00-21:00", "sunset-22:00", "sunset-sunrise", "08:00-08:00", "-08:00"];
    private static readonly Programme[] Programmes =
        [.. new[] { "a", "b", "c" }.Select(id => new Programme(id, [new Revision(id, $"words of {id}")], ShowStyle.Automatic))];

    private static readonly Gen<Slot> Slots =
        from at in Gen.Int[0, 2]
        from time in OneOf(Times)
        from rule in OneOf(Rules)
        from first in Gen.Int[-30, 400]
        from days in Gen.Int[0, 60]
        from begins in Gen.Int[-30 * 24 * 60, 400 * 24 * 60]
        from minutes in Gen.Int[1, 60 * 24 * 60]
        from priority in Gen.Enum<Priority>()
        from joins in Gen.Bool
        from share in Gen.Int[1, 3]
        from tag in OneOf("", "户外", "室内")
        from named in Gen.Int[0, 5]
        from id in Gen.Int[0, 999]
        select new Slot(
            $"s{id}",
            Programmes[at].Id,
            named < 3 ? [Panels[named]] : [],
            new SlotTime(DailyTimes.Parse(time), first < 0 ? null : Day(first), first < 0 || first % 2 == 0 ? null : Day(first + days))
            {
                Days = DayRule.Parse(rule),
                Begins = begins < 0 ? null : Start.AddMinutes(begins),
                Ends = begins < 0 || minutes % 2 == 0 ? null : Start.AddMinutes(begins + minutes),
            },
            priority)
        {
            Joins = joins,
            Share = share,
            Tags = Tags.Parse(tag),
        };

    private static readonly Gen<Plan> Plans =
        from slots in Slots.Array[0, 8]
        from zone in OneOf(Zones)
        select new Plan(Programmes, [.. slots.DistinctBy(slot => slot.Id)], TimeZoneInfo.FindSystemTimeZoneById(zone))
        {
            Calendar = Committed.Calendar,
            Sun = new SiteSun(new SitePlace(30.5, 105.6)),
            PanelTags = new Dictionary<PanelId, Tags> { [Panels[1]] = Tags.Parse("室内"), [Panels[2]] = Tags.Parse("户外 临街") },
        };

    [Fact]
    public void Decide_WhenNoSlotIsMeantForThePanel_HoldsForEver()
    {
        var hall = new Slot("hall", "a", [Panels[1]], SlotTime.Always);
        var window = PlanWindow.Ahead(new PlanIndex(new Plan(Programmes, [hall], TimeZoneInfo.Utc)), Start);
        Assert.Null(window.Decide(Start, Panels[0]).Until);
    }

    [Fact]
    public void Decide_WhenAnyPlan_SaysWhatTheArbiterSays() => Gen.Select(Plans, Gen.Int[0, 400 * 24 * 60], Gen.Int[0, 12 * 24 * 60].Array[12]).Sample(
        (plan, from, minutes) =>
        {
            var window = PlanWindow.Over(new PlanIndex(plan), Start.AddMinutes(from), Start.AddMinutes(from).AddDays(12));
            var agenda = new Agenda(window);
            foreach (var minute in minutes.Where(minute => window.Has(window.From.AddMinutes(minute))))
            {
                var instant = window.From.AddMinutes(minute);
                foreach (var panel in Panels)
                {
                    var (wanted, told) = (Arbiter.Decide(plan, instant, panel), window.Decide(instant, panel));
                    AssertSame(wanted, told);
                    Assert.True(told.Until is null ? wanted.Until is null : told.Until > instant);

                    // Each looks so far and no further, and says so; one that looked further may know more.
                    Assert.True(
                        told.Until == wanted.Until || (told.AtLeast && (wanted.Until is null || told.Until < wanted.Until)) || (wanted.AtLeast && told.Until > wanted.Until),
                        $"{plan.Zone.Id} {instant:O}: {wanted.Until:O} ({wanted.AtLeast}) and {told.Until:O} ({told.AtLeast})");

                    var stretches = agenda.Of(panel);
                    AssertSame(wanted, stretches.Single(stretch => instant >= stretch.From && instant < stretch.Until).Decision);
                }
            }
        },
        iter: 600);

    [Fact]
    public void NextChange_WhenAnyPlan_LeavesOutNoChange() => Gen.Select(Plans, Gen.Int[0, 400 * 24 * 60]).Sample(
        (plan, from) =>
        {
            var index = new PlanIndex(plan);
            var window = PlanWindow.Over(index, Start.AddMinutes(from), Start.AddMinutes(from).AddDays(2));
            for (var instant = window.From; instant < window.Until;)
            {
                var next = window.NextChange(instant)!.Value;
                Assert.InRange(next, instant.AddTicks(1), window.Until);
                foreach (var panel in Panels)
                {
                    AssertSame(window.Decide(instant, panel), Arbiter.Decide(plan, next.AddTicks(-1), panel));
                }

                instant = next;
            }
        },
        iter: 200);

    [Fact]
    public void Of_WhenAnyPlan_HasNoGapAndNoNeedlessCut() => Gen.Select(Plans, Gen.Int[0, 400 * 24 * 60]).Sample(
        (plan, from) =>
        {
            var window = PlanWindow.Over(new PlanIndex(plan), Start.AddMinutes(from), Start.AddMinutes(from).AddDays(30));
            var agenda = new Agenda(window);
            foreach (var panel in Panels)
            {
                var stretches = agenda.Of(panel);
                Assert.Equal(window.From, stretches[0].From);
                Assert.Equal(window.Until, stretches[^1].Until);
                foreach (var (one, next) in stretches.Zip(stretches.Skip(1)))
                {
                    Assert.Equal(one.Until, next.From);
                    Assert.False(one.Decision.Why.SequenceEqual(next.Decision.Why) && one.Decision.Lost.SequenceEqual(next.Decision.Lost));
                }
            }
        },
        iter: 300);

    /// <summary>Where the clocks of a zone would show a day before the first or after the last one there is, they stand still.</summary>
    [Theory]
    [InlineData("0001-01-01T00:00Z", "00:00-24:00", true)]
    [InlineData("9999-12-31T23:59:59Z", "00:00-24:00", true)]
    [InlineData("0001-01-01T00:00Z", "08:30-09:00", false)]
    [InlineData("9999-12-31T23:59:59Z", "08:30-09:00", false)]
    [InlineData("9999-12-31T23:59:59Z", "22:00-06:00", null)]
    public void Ahead_WhenTimeBeginsOrEnds_HasAnAnswer(string instant, string times, bool? plays)
    {
        foreach (var zone in Zones)
        {
            var plan = new Plan(Programmes, [new Slot("s", "a", [], new SlotTime(DailyTimes.Parse(times)))], TimeZoneInfo.FindSystemTimeZoneById(zone));
            var at = DateTimeOffset.Parse(instant, null);
            var lit = Arbiter.Decide(plan, at, Panels[0]).Loop.Count > 0;
            Assert.Equal(lit, PlanWindow.Ahead(new PlanIndex(plan), at).Decide(at, Panels[0]).Loop.Count > 0);
            Assert.Equal(plays ?? lit, lit);
        }
    }

    private static void AssertSame(Decision wanted, Decision told)
    {
        Assert.Equal(wanted.Why, told.Why);
        Assert.Equal(wanted.Lost, told.Lost);
        Assert.Equal(wanted.Loop, told.Loop);
        Assert.Equal(wanted.Basis, told.Basis);
        Assert.Equal(wanted.Level, told.Level);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static DateOnly Day(int after) => new DateOnly(2026, 1, 1).AddDays(after);
}
