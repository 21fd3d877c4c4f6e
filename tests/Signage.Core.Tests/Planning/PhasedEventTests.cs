using CsCheck;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Core.Tests.Planning;

/// <summary>Before, during and after an event.</summary>
public sealed class PhasedEventTests
{
    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/Santiago", "Africa/Casablanca"];
    private static readonly PanelId Gate = new("gate");
    private static readonly Programme[] Programmes = [.. new[] { "a", "b", "c" }.Select(id => new Programme(id, [new Revision(id, $"words of {id}")], ShowStyle.Automatic))];

    [Theory]
    [InlineData("2026-10-18T08:00", "2026-10-18T18:00", "2026-10-11T00:00", "2026-10-22T00:00")]
    [InlineData("2026-10-18T00:00", "2026-10-19T00:00", "2026-10-11T00:00", "2026-10-22T00:00")]
    [InlineData("2026-10-18T08:00", "2026-10-20T18:00", "2026-10-11T00:00", "2026-10-24T00:00")]
    public void SlotOf_SomeDays_IsFromMidnightToMidnight(string begins, string ends, string first, string last)
    {
        var (before, during, after) = Phases(new PhasedEvent("重阳", At(begins), At(ends)), 7, 3, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        Assert.Equal(("重阳.before", At(first), At(begins)), (before.Id, before.Time.Begins, before.Time.Ends));
        Assert.Equal(("重阳.during", At(begins), At(ends)), (during.Id, during.Time.Begins, during.Time.Ends));
        Assert.Equal(("重阳.after", At(ends), At(last)), (after.Id, after.Time.Begins, after.Time.Ends));
    }

    /// <summary>Whatever the zone and its clocks: at each instant exactly one of the three is open, and nothing before the first and after the last.</summary>
    [Fact]
    public void SlotOf_EveryPhase_MeetsTheNextWithoutGapOrOverlap() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 400 * 24 * 60], Gen.Int[1, 10 * 24 * 60], Gen.Int[1, 20], Gen.Int[1, 20]).Sample(
        (zone, minute, length, days, more) =>
        {
            var begins = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var plan = Plan.Empty(TimeZoneInfo.FindSystemTimeZoneById(Zones[zone]));
            var (before, during, after) = Phases(new PhasedEvent("e", begins, begins.AddMinutes(length)), days, more, plan.Zone);
            plan = plan with { Programmes = Programmes, Slots = [before, during, after] };
            var (first, last) = (before.Time.Begins!.Value, after.Time.Ends!.Value);
            Assert.InRange(begins - first, TimeSpan.FromDays(days) - TimeSpan.FromHours(2), TimeSpan.FromDays(days + 1) + TimeSpan.FromHours(2));
            foreach (var (at, open) in new[] { (first, "e.before"), (begins, "e.during"), (begins.AddMinutes(length), "e.after"), (last, "") })
            {
                Assert.Equal(open, string.Join(' ', Arbiter.Decide(plan, at, Gate).Why));
                Assert.Equal(open switch { "e.before" => "", "e.during" => "e.before", "e.after" => "e.during", _ => "e.after" }, string.Join(' ', Arbiter.Decide(plan, at.AddTicks(-1), Gate).Why));
            }
        },
        iter: 300);

    [Theory]
    [InlineData("重阳.before", true, "重阳", EventPhase.Before)]
    [InlineData("a.b.after", true, "a.b", EventPhase.After)]
    [InlineData("重阳.before", false, null, null)]
    [InlineData(".during", true, null, null)]
    [InlineData("evening", true, null, null)]
    public void Of_ASlot_KnowsItsEventByItsIdAndItsBounds(string id, bool isBounded, string? named, EventPhase? phase)
    {
        var time = isBounded ? SlotTime.Always with { Begins = At("2026-10-18T08:00"), Ends = At("2026-10-18T18:00") } : SlotTime.Always;
        Assert.Equal((named, phase), PhasedEvent.Of(new Slot(id, "a", [], time)) is { } found ? (found.Event, (EventPhase?)found.Phase) : (null, null));
    }

    private static (Slot Before, Slot During, Slot After) Phases(PhasedEvent named, int before, int after, TimeZoneInfo zone)
    {
        var pattern = new Slot("", "", [], SlotTime.Always);
        return (named.SlotOf(EventPhase.Before, before, "a", pattern, zone), named.SlotOf(EventPhase.During, 0, "b", pattern, zone), named.SlotOf(EventPhase.After, after, "c", pattern, zone));
    }

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse($"{local}+08:00", null);
}
