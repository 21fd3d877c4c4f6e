using Microsoft.Extensions.Time.Testing;
using Signage.Simulator.Clocks;

namespace Signage.Simulator.Tests.Clocks;

/// <summary>The calendar inside a simulated card.</summary>
public sealed class CardClockTests
{
    private static readonly DateTime Set = new(2026, 9, 5, 8, 0, 0);
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-29T00:00:00Z", null));

    [Fact]
    public void Wall_BeforeItIsSet_ShowsBeijingTime() => Assert.Equal(new DateTime(2026, 11, 29, 8, 0, 0), new CardClock(_time).Wall);

    [Fact]
    public void Wall_WhenSet_GoesOnFromThere()
    {
        var clock = new CardClock(_time);
        _time.Advance(TimeSpan.FromHours(3));
        clock.SetWall(Set);
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(Set.AddSeconds(61), clock.Wall);
    }

    [Fact]
    public void Wall_WhenHeld_GoesOnByHandOnly_AndThePagesPlayOn()
    {
        var clock = new CardClock(_time);
        clock.Hold();
        clock.SetWall(Set);
        _time.Advance(TimeSpan.FromDays(1));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((Set.AddSeconds(5), TimeSpan.FromSeconds(5)), (clock.Wall, clock.Now));
        clock.SetWall(Set);
        Assert.Equal(TimeSpan.FromSeconds(5), clock.Now);
    }

    [Fact]
    public void Wall_AtTheEndOfTheCalendar_Stops()
    {
        var clock = new CardClock(_time);
        clock.SetWall(DateTime.MaxValue.AddSeconds(-1));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DateTime.MaxValue, clock.Wall);
    }
}
