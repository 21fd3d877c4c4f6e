using CsCheck;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;
using Signage.Core.Tests.Calendars;

namespace Signage.Core.Tests.Planning;

/// <summary>Until when a decision is said to hold: to a change, or at least to an instant, or for ever; never to the end of somebody's look.</summary>
public sealed class ToldEndTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Panel[] Panels =
        [.. new[] { "gate", "hall" }.Select(id => new Panel(new PanelId(id), id, "onbon/bx-6e2", PanelFace.Parse("16x8x1"), new Uri("loopback:" + id)))];

    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe"];
    private static readonly string[] Rules = ["always", "always", "mon-fri", "day:春节-3+2", "nth:lastfri", "date:2-29", "date:6-7..6-9"];
    private static readonly string[] Times = ["00:00-24:00", "00:00-24:00", "22:00-06:00", "sunset-22:00"];

    private static readonly Gen<SlotTime> OpenAt =
        from time in OneOf(Times)
        from rule in OneOf(Rules)
        from bound in Gen.Int[0, 2]
        from first in Gen.Int[-200, 500]
        from days in Gen.Int[0, 300]
        select new SlotTime(DailyTimes.Parse(time), bound == 1 ? Day(first) : null, bound == 1 && days % 2 == 0 ? Day(first + days) : null)
        {
            Days = DayRule.Parse(rule),
            Begins = bound == 2 ? Start.AddDays(first) : null,
            Ends = bound == 2 && days % 2 == 0 ? Start.AddDays(first + days).AddMinutes(17) : null,
        };

    private static readonly Gen<(Plan Plan, PolicyBook Book)> Sites =
        from times in Gen.Select(OpenAt, Gen.Int[0, 2], Gen.Enum<Priority>()).Array[0, 4]
        from binding in Gen.Select(OpenAt, Gen.Int[0, 2]).Array[0, 2]
        from zone in OneOf(Zones)
        select Site(times, binding, zone);

    [Theory]
    [InlineData("long", "2027-02-10T16:00Z")]
    [InlineData("always", null)]
    [InlineData("leap", "at least")]
    public void Decide_WhenNothingChangesInTheWindow_TellsTheRealEnd(string id, string? until)
    {
        var plan = new Plan(Programmes(), [new Slot(id, "a", [], Time(id))], TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var now = DateTimeOffset.Parse("2026-11-30T20:31+08:00", null);
        foreach (var told in new[] { PlanWindow.Ahead(new PlanIndex(plan), now).Decide(now, Panels[0].Id), Arbiter.Decide(plan, now, Panels[0].Id) })
        {
            Assert.Equal(until == "at least", told.AtLeast);
            Assert.True(until == "at least" ? told.Until > now : told.Until == (until is null ? null : DateTimeOffset.Parse(until, null)), $"{told.Until:O}");
        }
    }

    /// <summary>So many different times are not looked for beyond the window at every round.</summary>
    [Fact]
    public void Decide_WhenThereAreVeryManyTimes_SaysAtLeast()
    {
        var slots = Enumerable.Range(0, 201).Select(at => new Slot($"s{at}", "a", [], SlotTime.Always with { Ends = Start.AddDays(100 + at) }));
        var window = PlanWindow.Ahead(new PlanIndex(new Plan(Programmes(), [.. slots], TimeZoneInfo.Utc)), Start);
        var told = window.Decide(Start, Panels[0].Id);
        Assert.Equal((window.Until, true), (told.Until!.Value, told.AtLeast));
    }

    [Fact]
    public void At_WhenAnyPlanAndPolicies_TellsAChangeOrNone() => Gen.Select(Sites, Gen.Int[0, 400 * 24 * 60], Gen.Int[1, 40], Gen.Int[0, 100].Array[4]).Sample(
        (site, minute, days, parts) =>
        {
            var from = Start.AddMinutes(minute);
            var length = TimeSpan.FromDays(days);
            var window = new BoundWindow(PlanWindow.Over(new PlanIndex(site.Plan), from, from + length), PolicyWindow.Over(site.Book, from, from + length));
            foreach (var (part, panel) in parts.SelectMany(part => Panels.Select(panel => (part, panel))))
            {
                var instant = from + (length * (part / 101.0));
                foreach (var bound in new[] { window.At(instant, panel), BoundDecision.At(site.Plan, site.Book, instant, panel) })
                {
                    AssertTrue(bound, site, instant, panel);
                }
            }
        },
        iter: 400);

    private static void AssertTrue(BoundDecision bound, (Plan Plan, PolicyBook Book) site, DateTimeOffset instant, Panel panel)
    {
        string Holds(DateTimeOffset at)
        {
            var held = BoundDecision.At(site.Plan, site.Book, at, panel);
            return $"{string.Join(' ', held.Wanted.Why)}|{string.Join(' ', held.Wanted.Lost)}|{string.Join(' ', held.Verdict.Binding.Select(policy => policy.Id))}";
        }

        var now = Holds(instant);
        if (bound.Decision.Until is not { } until)
        {
            Assert.False(bound.Decision.AtLeast);
            foreach (var later in new[] { 0.3, 1.4, 39.9, 41, 200, 399, 401, 790.5, 1500, 4000 })
            {
                Assert.Equal(now, Holds(instant.AddDays(later)));
            }

            return;
        }

        Assert.True(until > instant);
        Assert.Equal(now, Holds(until.AddTicks(-1)));
        Assert.True(bound.Decision.AtLeast || now != Holds(until), $"{site.Plan.Zone.Id} {instant:O}: {until:O} changes nothing of {now}");
    }

    private static SlotTime Time(string id) => id switch
    {
        "long" => new SlotTime(DailyTimes.Parse("00:00-24:00"), null, new DateOnly(2027, 2, 10)),
        "leap" => SlotTime.Always with { Days = DayRule.Parse("date:2-29") },
        _ => SlotTime.Always,
    };

    private static (Plan Plan, PolicyBook Book) Site((SlotTime Time, int Panel, Priority Priority)[] slots, (SlotTime Time, int Panel)[] policies, string zone)
    {
        var plan = new Plan(Programmes(), [.. slots.Select((slot, at) => new Slot($"s{at}", "a", Named(slot.Panel), slot.Time, slot.Priority))], TimeZoneInfo.FindSystemTimeZoneById(zone))
        {
            Calendar = Committed.Calendar,
            Sun = new SiteSun(new SitePlace(30.5, 105.6)),
        };
        return (plan, new PolicyBook([.. policies.Select((policy, at) => new Policy($"p{at}", PolicyOwner.Site, new PolicyRule.Quiet(true), policy.Time) { Panels = Named(policy.Panel) })], plan));
    }

    private static PanelId[] Named(int panel) => panel < Panels.Length ? [Panels[panel].Id] : [];

    private static Programme[] Programmes() => [new Programme("a", [new Revision("a", "words of a")], ShowStyle.Automatic)];

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static DateOnly Day(int after) => new DateOnly(2026, 1, 1).AddDays(after);
}
