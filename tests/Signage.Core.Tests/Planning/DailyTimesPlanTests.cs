using System.Globalization;
using CsCheck;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Core.Tests.Planning;

/// <summary>What plays when a day has several ranges, open ends and edges by the sun: by examples, and against a plain reading of every minute.</summary>
public sealed class DailyTimesPlanTests
{
    private static readonly PanelId Gate = new("gate");
    private static readonly Programme[] Programmes = [new("a", [new Revision("a", "a")], ShowStyle.Automatic)];
    private static readonly SitePlace Beijing = new(39.904, 116.407);

    /// <summary>Zones with the places that live by them, one that does not, and one where the sun stays up or down.</summary>
    private static readonly (string Zone, SitePlace Place)[] Sites =
    [
        ("Asia/Shanghai", Beijing), ("Asia/Shanghai", new(39.47, 75.99)), ("Europe/Berlin", new(52.52, 13.4)), ("America/St_Johns", new(47.56, -52.71)),
        ("Australia/Lord_Howe", new(-31.55, 159.08)), ("America/Sao_Paulo", new(-23.55, -46.63)), ("Arctic/Longyearbyen", new(78.22, 15.65)), ("UTC", Beijing),
        ("Pacific/Auckland", new(40.42, -3.7)),
    ];

    // Changes of the clocks, the longest and the shortest days, the new year.
    private static readonly DateTimeOffset[] Nights =
    [
        .. new[] { "2026-03-28T12:00Z", "2026-10-24T12:00Z", "2026-03-07T12:00Z", "2026-10-31T12:00Z", "2026-04-04T00:00Z", "2018-11-03T12:00Z", "2026-06-20T12:00Z", "2026-12-31T00:00Z", "2026-02-14T12:00Z" }
            .Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
    ];

    private static readonly int[] Odd = [0, 60, 719, 720, 721, 1439];

    private static readonly Gen<Edge> Edges = Gen.OneOf(
        Gen.Int[0, 143].Select(ten => new Edge("", 10 * ten)), Gen.Int[0, 5].Select(odd => new Edge("", Odd[odd])),
        Gen.Int[-360, 360].Select(after => new Edge("sunrise", after)), Gen.Int[-360, 360].Select(after => new Edge("sunset", after)));

    [Theory]
    [InlineData("06:30-09:00,17:00-21:00", "2026-09-05T06:29+08:00", false, "2026-09-05T06:30+08:00")]
    [InlineData("06:30-09:00,17:00-21:00", "2026-09-05T06:30+08:00", true, "2026-09-05T09:00+08:00")]
    [InlineData("06:30-09:00,17:00-21:00", "2026-09-05T09:00+08:00", false, "2026-09-05T17:00+08:00")]
    [InlineData("17:00-21:00,06:30-09:00", "2026-09-05T21:00+08:00", false, "2026-09-06T06:30+08:00")]
    [InlineData("22:00-06:00,12:00-13:00", "2026-09-05T02:00+08:00", true, "2026-09-05T06:00+08:00")]
    [InlineData("20:00-", "2026-09-05T23:59+08:00", true, "2026-09-06T00:00+08:00")]
    [InlineData("20:00-", "2026-09-06T00:00+08:00", false, "2026-09-06T20:00+08:00")]
    [InlineData("-08:00", "2026-09-05T00:00+08:00", true, "2026-09-05T08:00+08:00")]
    [InlineData("08:00-08:00", "2026-09-05T07:00+08:00", true, null)]
    [InlineData("sunset-22:00", "2026-06-21T19:00+08:00", false, "2026-06-21T19:46+08:00")]
    [InlineData("sunset-22:00", "2026-06-21T19:46+08:00", true, "2026-06-21T22:00+08:00")]
    [InlineData("sunset-15m-22:00", "2026-06-21T19:31+08:00", true, "2026-06-21T22:00+08:00")]
    [InlineData("sunset-sunrise", "2026-06-22T04:00+08:00", true, "2026-06-22T04:46+08:00")]
    [InlineData("sunset-06:00", "2026-06-22T05:59+08:00", true, "2026-06-22T06:00+08:00")]
    [InlineData("sunrise+30m-sunset-15m", "2026-06-21T05:16+08:00", true, "2026-06-21T19:31+08:00")]
    public void Decide_WhenADayHasTimes_SaysWhatAndUntil(string times, string instant, bool shown, string? until)
    {
        var decision = Arbiter.Decide(Plan(DailyTimes.Parse(times), "Asia/Shanghai", Beijing), At(instant), Gate);
        Assert.Equal(shown, decision.Loop.Count > 0);
        Assert.Equal(until is null ? null : At(until), decision.Until);
    }

    /// <summary>What is open without a break until a last day has no edge before its end, however far that day is.</summary>
    [Theory]
    [InlineData("08:00-08:00", 3, "2026-05-24T08:00+08:00")]
    [InlineData("08:00-08:00", 13, "2026-06-03T08:00+08:00")]
    [InlineData("00:00-24:00", 13, "2026-06-03T00:00+08:00")]
    [InlineData("08:00-08:00", 200, "2026-12-07T08:00+08:00")]
    [InlineData("00:00-24:00", 2000, "2031-11-11T00:00+08:00")]
    public void Decide_WhenOpenWithoutABreakUntilALastDay_HoldsUntilItsEnd(string times, int days, string until)
    {
        var plan = Plan(DailyTimes.Parse(times), "Asia/Shanghai", null);
        plan = plan with { Slots = [.. plan.Slots.Select(slot => slot with { Time = slot.Time with { LastDay = new DateOnly(2026, 5, 20).AddDays(days) } })] };
        Assert.Equal(At(until), Arbiter.Decide(plan, At("2026-05-23T18:32+08:00"), Gate).Until);
    }

    /// <summary>In Kashgar the sun sets after ten in summer, by the clock of the whole country: then there is no evening, and not a day of one.</summary>
    [Theory]
    [InlineData("2026-06-21T22:10+08:00", false)]
    [InlineData("2026-06-22T12:00+08:00", false)]
    [InlineData("2026-12-21T21:00+08:00", true)]
    public void Decide_WhenTheSunSetsAfterTheEnd_ThatDayHasNone(string instant, bool shown) =>
        Assert.Equal(shown, Arbiter.Decide(Plan(DailyTimes.Parse("sunset-22:00"), "Asia/Shanghai", new(39.47, 75.99)), At(instant), Gate).Loop.Count > 0);

    [Theory]
    [InlineData("sunset-sunrise", "2026-06-21T00:30+02:00", false)]
    [InlineData("sunrise-sunset", "2026-06-21T12:00+02:00", true)]
    [InlineData("sunset-sunrise", "2026-12-21T08:00+01:00", true)]
    [InlineData("sunset-sunrise", "2026-12-21T15:00+01:00", true)]
    [InlineData("sunrise-sunset", "2026-12-21T12:00+01:00", false)]
    public void Decide_WhereTheSunStaysUpOrDown_ItIsDayOrNightAllDay(string times, string instant, bool shown) =>
        Assert.Equal(shown, Arbiter.Decide(Plan(DailyTimes.Parse(times), "Arctic/Longyearbyen", new(78.22, 15.65)), At(instant), Gate).Loop.Count > 0);

    [Fact]
    public void Decide_WhenTheSiteDoesNotKnowItsPlace_RangesByTheSunNeverOpen()
    {
        var plan = Plan(DailyTimes.Parse("sunset-22:00"), "Asia/Shanghai", null);
        Assert.Null(Arbiter.NextBoundary(plan, At("2026-06-21T12:00+08:00")));
        Assert.Empty(Arbiter.Decide(plan, At("2026-06-21T21:00+08:00"), Gate).Loop);
        var both = Plan(DailyTimes.Parse("sunset-22:00,08:00-09:00"), "Asia/Shanghai", null);
        Assert.Equal(At("2026-06-22T08:00+08:00"), Arbiter.NextBoundary(both, At("2026-06-21T12:00+08:00")));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void Decide_AtTheEndsOfTime_Answers(string instant)
    {
        foreach (var (zone, place) in Sites)
        {
            foreach (var times in new[] { "sunset-sunrise", "sunrise-sunset", "sunset+360m-", "22:00-06:00,20:00-" })
            {
                Assert.Equal(At(instant), Arbiter.Decide(Plan(DailyTimes.Parse(times), zone, place), At(instant), Gate).At);
            }
        }
    }

    [Fact]
    public void Decide_WhenAnyTimesInAnyZone_IsWhatEveryMinuteOfTheWallSays() =>
        Gen.Select(Gen.Select(Edges, Edges).Array[1, 4], Gen.Int[0, Sites.Length - 1], Gen.Int[0, Nights.Length - 1], Gen.Int[0, 2]).Sample(
            (ranges, site, night, days) =>
            {
                var (zone, place) = Sites[site];
                var text = string.Join(',', ranges.Select(range => $"{range.Item1}-{range.Item2}"));
                var clocks = TimeZoneInfo.FindSystemTimeZoneById(zone);
                var wall = new Wall(ranges, clocks, new SiteSun(place), days);
                var plan = Plan(DailyTimes.Parse(text), zone, place);
                plan = plan with { Slots = [plan.Slots[0] with { Time = plan.Slots[0].Time with { Days = DayRule.Parse(Wall.Rules[days]) } }] };
                var decision = Arbiter.Decide(plan, Nights[night], Gate);
                for (var minute = 0; minute < 2 * 24 * 60; minute++)
                {
                    var instant = Nights[night].AddMinutes(minute);
                    var shown = Arbiter.Decide(plan, instant, Gate);
                    Assert.True(shown.Loop.Count > 0 == wall.IsOpen(instant), $"{zone} {instant:O} {text} {Wall.Rules[days]}: shown {shown.Loop.Count}");
                    Assert.True(shown.Loop.Count == decision.Loop.Count || instant >= decision.Until, $"{zone} {text}: {decision.At:O} said {decision.Until:O}, changed at {instant:O}");
                    Assert.True(shown.Until is null || shown.Until > instant, $"{zone} {text}: {instant:O} is followed by {shown.Until:O}");
                    decision = instant >= decision.Until ? shown : decision;
                }
            },
            iter: 120);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static Plan Plan(DailyTimes times, string zone, SitePlace? place) =>
        new(Programmes, [new Slot("s", "a", [], new SlotTime(times))], TimeZoneInfo.FindSystemTimeZoneById(zone)) { Sun = place is null ? null : new SiteSun(place) };

    /// <summary>An edge as a person writes it: minutes of the day, or before and after the sun.</summary>
    private readonly record struct Edge(string Sun, int Minutes)
    {
        public bool IsOfMorning => Sun == "sunrise" || (Sun.Length == 0 && Minutes <= 720);

        public bool IsOfAfternoon => Sun == "sunset" || (Sun.Length == 0 && Minutes >= 720);

        public override string ToString() => Sun.Length == 0 ? $"{Minutes / 60:00}:{Minutes % 60:00}" : Minutes == 0 ? Sun : $"{Sun}{Minutes:+0;-0}m";
    }

    /// <summary>What is open by the words of docs/calendar.md, minute by minute: every day around is looked at, nothing is skipped.</summary>
    private sealed class Wall((Edge From, Edge Until)[] ranges, TimeZoneInfo zone, SiteSun sun, int days)
    {
        public static readonly string[] Rules = ["always", "sat-sun", "every:2@2026-01-01"];

        public bool IsOpen(DateTimeOffset instant)
        {
            var clock = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
            return Enumerable.Range(-4, 9).Select(shift => DateOnly.FromDateTime(clock).AddDays(shift)).Any(day => Counts(day) && ranges.Any(range => Has(range, day, clock)));
        }

        private bool Has((Edge From, Edge Until) range, DateOnly day, DateTime clock)
        {
            var (from, until) = (range.From, range.Until);
            var midnight = until is { Sun: "", Minutes: 0 };
            var next = !midnight && (from.Sun == until.Sun ? until.Minutes <= from.Minutes : from.IsOfAfternoon && until.IsOfMorning);
            var end = midnight ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : Shown(until, next ? day.AddDays(1) : day);
            return clock >= Shown(from, day) && clock < end;
        }

        private DateTime Shown(Edge edge, DateOnly day)
        {
            if (edge.Sun.Length == 0)
            {
                return day.ToDateTime(TimeOnly.MinValue).AddMinutes(edge.Minutes);
            }

            var noon = day.ToDateTime(new TimeOnly(12, 0));
            var (rise, set) = sun.Around(new DateTimeOffset(noon, zone.GetUtcOffset(noon)));
            return TimeZoneInfo.ConvertTime((edge.Sun == "sunrise" ? rise : set).AddMinutes(edge.Minutes), zone).DateTime;
        }

        private bool Counts(DateOnly day) => days switch
        {
            0 => true,
            1 => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
            _ => (day.DayNumber - new DateOnly(2026, 1, 1).DayNumber) % 2 == 0,
        };
    }
}
