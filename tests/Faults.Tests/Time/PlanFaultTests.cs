using CsCheck;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Testing.Invariants;

namespace Faults.Tests.Time;

/// <summary>F54 and F50 at the plan itself: the pure function against the plain reading of a wall clock.</summary>
/// <remarks>There is no site and so no history. CsCheck draws the cases, names its own seed when one fails and takes it back as <c>CsCheck_Seed</c>; many seeds make more cases.</remarks>
public sealed class PlanFaultTests
{
    private static readonly PanelId Gate = new("gate");

    private static readonly string[] Zones =
    [
        "Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu",
        "Pacific/Apia", "America/Sao_Paulo", "Europe/Dublin", "UTC",
    ];

    private static readonly Programme[] Programmes = [new("a", [new Revision("a", "a")], ShowStyle.Automatic)];

    /// <summary>Odd nights: changes of the clocks, leap days, ends of years, the day that Samoa left out.</summary>
    private static readonly DateTimeOffset[] Nights =
    [
        .. new[]
        {
            "2026-03-29T01:00Z", "2026-10-25T01:00Z", "2026-03-08T07:00Z", "2026-11-01T06:00Z", "2026-04-04T15:00Z", "2026-10-03T15:30Z", "2028-02-29T00:00Z",
            "2028-02-29T16:00Z", "2100-02-28T16:00Z", "2026-12-31T16:00Z", "2027-01-01T00:00Z", "2011-12-30T10:00Z", "2018-11-04T03:00Z", "2026-02-15T02:00Z",
        }.Select(text => DateTimeOffset.Parse(text, null)),
    ];

    private static readonly Gen<(TimeOnly From, TimeOnly Until)> Ranges = Gen.Select(
        Gen.Int[0, 287], Gen.Int[0, 287], (from, until) => (TimeOnly.MinValue.AddMinutes(5 * from), TimeOnly.MinValue.AddMinutes(5 * until)));

    private static readonly Gen<(Slot Slot, (TimeOnly From, TimeOnly Until)[] Ranges, string Zone, DateTimeOffset Around)> Cases = Gen.Select(
        Ranges.Array[1, 3], Gen.Int[-1, 3], Gen.Int[0, 3], Gen.Int[0, Zones.Length - 1], Gen.Int[0, Nights.Length - 1],
        (ranges, first, days, zone, night) =>
        {
            var day = DateOnly.FromDateTime(Nights[night].UtcDateTime).AddDays(-1 + Math.Max(0, first));
            var daily = new DailyTimes([.. ranges.Select(range => new DailyRange(range.From, range.Until))]);
            return (new Slot("s", "a", [], new SlotTime(daily, first < 0 ? null : day, first < 0 ? null : day.AddDays(days))), ranges, Zones[zone], Nights[night]);
        });

    [Fact]
    public void F54_AnySlotInAnyZone_IsOpenExactlyWhenTheClockOnTheWallSaysSo() => Cases.Sample(
        one =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(one.Zone);
            var plan = new Plan(Programmes, [one.Slot], zone);
            for (var minutes = -30 * 60; minutes <= 30 * 60; minutes += 5)
            {
                foreach (var edge in new[] { -1L, 0L, 1L })
                {
                    var instant = one.Around.AddMinutes(minutes).AddTicks(edge);
                    var shown = Arbiter.Decide(plan, instant, Gate).Loop.Count > 0;
                    Assert.True(shown == OnTheWall(one.Slot, one.Ranges, TimeZoneInfo.ConvertTime(instant, zone).DateTime), $"{one.Zone} {instant:O} {one.Slot}: shown {shown}");
                }
            }
        },
        iter: Seeds.IsLong ? 5000 : 150);

    [Fact]
    public void F54_WalkingFromBoundaryToBoundary_AlwaysGoesOnAndNeverFiresEndlessly() => Cases.Sample(
        one =>
        {
            var plan = new Plan(Programmes, [one.Slot], TimeZoneInfo.FindSystemTimeZoneById(one.Zone));
            var (instant, end, steps) = (one.Around.AddDays(-3), one.Around.AddDays(3), 0);
            while (instant < end && Arbiter.NextBoundary(plan, instant) is { } next)
            {
                Assert.True(next > instant, $"{one.Zone} {one.Slot}: {instant:O} is followed by {next:O}");
                Assert.True(++steps < 120, $"{one.Zone} {one.Slot}: more than 120 boundaries in six days");
                instant = next;
            }
        },
        iter: Seeds.IsLong ? 20_000 : 1000);

    [Theory]
    [InlineData("2026-12-31T15:59:59.9999999Z", true)]
    [InlineData("2026-12-31T16:00:00Z", false)]
    [InlineData("2026-12-31T15:29:59.9999999Z", false)]
    [InlineData("2026-12-31T15:30:00Z", true)]
    public void F54_TheLastTickOfTheYear_BelongsToTheOldYear(string instant, bool shown)
    {
        var lastDay = new DateOnly(2026, 12, 31);
        var slot = new Slot("s", "a", [], new SlotTime(new DailyRange(new TimeOnly(23, 30), TimeOnly.MinValue), lastDay, lastDay));
        var plan = new Plan(Programmes, [slot], TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        Assert.Equal(shown, Arbiter.Decide(plan, DateTimeOffset.Parse(instant, null), Gate).Loop.Count > 0);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void F50_AtAnInstantThatCannotBe_OnlyWhatHasNoDateIsShown(string instant)
    {
        Slot[] slots =
        [
            new("any", "a", [], SlotTime.Always, Priority.Base),
            new("dated", "a", [], new SlotTime(DailyRange.WholeDay, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30))),
        ];
        var decision = Arbiter.Decide(new Plan(Programmes, slots, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")), DateTimeOffset.Parse(instant, null), Gate);
        Assert.Equal(["any"], decision.Why);
    }

    /// <summary>The plain reading: on the day that the range belongs to, at a time within it.</summary>
    private static bool OnTheWall(Slot slot, (TimeOnly From, TimeOnly Until)[] ranges, DateTime wall)
    {
        var (day, time) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        return ranges.Any(range => range.Until > range.From
            ? time >= range.From && time < range.Until && Has(slot, day)
            : (time >= range.From && Has(slot, day)) || (time < range.Until && Has(slot, day.AddDays(-1))));
    }

    private static bool Has(Slot slot, DateOnly day) => !(day < slot.Time.FirstDay) && !(day > slot.Time.LastDay);
}
