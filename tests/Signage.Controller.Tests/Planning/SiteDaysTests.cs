using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Planning;

namespace Signage.Controller.Tests.Planning;

public sealed class SiteDaysTests
{
    /// <summary>In China the day turns at 16:00 of the world's time; what is counted by days must not begin anew at breakfast.</summary>
    [Fact]
    public void Today_WhenTheWorldsDayTurns_IsTheSameDayAtTheSite()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 9, 5, 23, 59, 0, TimeSpan.Zero));
        var days = new SiteDays(time, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        Assert.Equal(new DateOnly(2026, 9, 6), days.Today);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(new DateOnly(2026, 9, 6), days.Today);
        time.SetUtcNow(new DateTimeOffset(2026, 9, 6, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 9, 7), days.Today);
    }
}
