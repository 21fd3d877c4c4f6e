using CsCheck;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;

namespace Signage.Core.Tests.Policies;

/// <summary>What cards keep of the policies by their own timers: never a minute that the site might want lit.</summary>
public sealed class DailyDarkTests
{
    private const int Minutes = 24 * 60;
    private static readonly PanelId Gate = new("gate");
    private static readonly PanelId Hall = new("hall");
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-09-05T00:00:00+08:00", null);

    /// <summary>A minute inside at both ends: the clock of a card is off by seconds.</summary>
    [Theory]
    [InlineData("22:00-06:00", "22:01-05:59")]
    [InlineData("13:00-14:00", "13:01-13:59")]
    [InlineData("22:00-24:00,00:00-06:00", "22:01-05:59")]
    [InlineData("20:00-23:00,22:00-06:00", "20:01-05:59")]
    [InlineData("00:00-24:00", "off")]
    [InlineData("08:00-08:00", "off")]
    [InlineData("12:00-12:02", "off")]
    [InlineData("sunset-sunrise", "off")]
    [InlineData("sunset-sunrise,01:00-02:00", "01:01-01:59")]
    public void Timer_OfAStrictNight_IsItsInside(string times, string timer) => Assert.Equal(timer, Timer(8, Strict("night", times)));

    [Fact]
    public void Timer_WhenTheCardKnowsFewerRanges_IsTheLongest()
    {
        var policy = Strict("some", "12:00-13:00,22:00-06:00,15:00-15:30");
        Assert.Equal("12:01-12:59,15:01-15:29,22:01-05:59", Timer(8, policy));
        Assert.Equal("22:01-05:59", Timer(1, policy));
        Assert.Equal("off", Timer(0, policy));
    }

    [Fact]
    public void Timer_OfPoliciesThatAreNotAlwaysDark_IsNone()
    {
        var night = Strict("night", "22:00-06:00");
        Policy[] none =
        [
            night with { Rule = new PolicyRule.Quiet(false) },
            night with { Rule = new PolicyRule.Brightness(1) },
            night with { Time = night.Time with { Days = DayRule.Parse("mon-fri") } },
            night with { Time = night.Time with { FirstDay = new DateOnly(2026, 1, 1) } },
            night with { Time = night.Time with { LastDay = new DateOnly(2099, 1, 1) } },
            night with { Time = night.Time with { Begins = Now } },
            night with { Time = night.Time with { Ends = Now.AddYears(50) } },
            night with { Panels = [Hall] },
        ];
        Assert.All(none, policy => Assert.Equal("off", Timer(8, policy)));
    }

    [Fact]
    public void Timer_OfTheCentre_HoldsToo() => Assert.Equal("22:01-05:59", Timer(8, Strict("night", "22:00-06:00") with { Owner = PolicyOwner.Centre }));

    /// <summary>A card knows no daylight saving, and is set some hours after the change.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "off")]
    [InlineData("Asia/Urumqi", "22:01-05:59")]
    [InlineData("UTC", "22:01-05:59")]
    public void Timer_WhereClocksArePutForwardAndBack_IsNone(string zone, string timer) => Assert.Equal(
        timer, DailyDark.Of(new PolicyBook([Strict("night", "22:00-06:00")], Plan.Empty(TimeZoneInfo.FindSystemTimeZoneById(zone))), Gate, 8, Now).ToString());

    /// <summary>Minute by minute of a fortnight, against the very verdict that the site goes by, with a clock that is up to a minute off.</summary>
    [Fact]
    public void Timer_OfAnyPolicies_DarkensOnlyWhatIsDarkForEveryPriority()
    {
        var time = Gen.Select(Gen.Int[0, Minutes - 1], Gen.Int[0, Minutes - 1]).Select((from, until) => new DailyRange(At(from), At(until)));
        var policy = Gen.Select(time.Array[1, 3], Gen.Int[0, 9], Gen.Bool, Gen.Int[0, 2]).Select((ranges, rule, strict, whose) => new Policy(
            "",
            PolicyOwner.Site,
            rule == 0 ? new PolicyRule.Brightness(10) : new PolicyRule.Quiet(strict),
            new SlotTime(new DailyTimes(ranges)) { Days = rule == 1 ? DayRule.Parse("mon-fri") : new DayRule.Always(), FirstDay = rule == 2 ? new DateOnly(2026, 9, 9) : null })
        {
            Panels = whose == 0 ? [Hall] : [],
        });
        Gen.Select(policy.Array[0, 5], Gen.Int[0, 4]).Sample(
            (policies, most) =>
            {
                var book = new PolicyBook([.. policies.Select((one, at) => one with { Id = $"p{at}" })], Plan.Empty(Zone));
                var timer = DailyDark.Of(book, Gate, most, Now);
                Assert.True(timer.Ranges.Count <= most);
                var window = PolicyWindow.Over(book, Now, Now.AddDays(14));
                for (var minute = 1; minute < (14 * Minutes) - 1; minute += 7)
                {
                    var wall = TimeOnly.FromDateTime(Now.DateTime.AddMinutes(minute));
                    if (timer.Ranges.Any(range => range.Has(wall)))
                    {
                        Assert.All((int[])[-59, 0, 59], off => Assert.NotEmpty(window.At(Now.AddMinutes(minute).AddSeconds(off), Gate).Darkening(Priority.Emergency)));
                    }
                }
            },
            iter: 200);
    }

    private static TimeOnly At(int minute) => new(minute * TimeSpan.TicksPerMinute);

    private static Policy Strict(string id, string times) => new(id, PolicyOwner.Site, new PolicyRule.Quiet(true), new SlotTime(DailyTimes.Parse(times)));

    private static string Timer(int most, params Policy[] policies) => DailyDark.Of(new PolicyBook(policies, Plan.Empty(Zone)), Gate, most, Now).ToString();
}
