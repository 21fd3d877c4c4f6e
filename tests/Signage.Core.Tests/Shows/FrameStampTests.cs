using CsCheck;
using Signage.Core.Shows;

namespace Signage.Core.Tests.Shows;

/// <summary>Both ends of a stream understand the same moment by a stamp.</summary>
public sealed class FrameStampTests
{
    [Fact]
    public void Stamp_WhenOfAnInstant_CountsFromTheEpochOfNtp()
    {
        Assert.Equal(0u, FrameStamp.Of(new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero)).Value);
        Assert.Equal(0x0001_8000u, FrameStamp.Of(new DateTimeOffset(1900, 1, 1, 0, 0, 1, 500, TimeSpan.Zero)).Value);

        // 65,536 seconds later the sixteen bits of seconds are back at zero.
        Assert.Equal(0u, FrameStamp.Of(new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(65_536)).Value);
    }

    [Fact]
    public void Stamp_WhenMovedOn_TellsTheRoundedTimeBack() => Gen.Select(Gen.UInt, Gen.Long[0, TimeSpan.TicksPerHour * 18]).Sample(
        (value, ticks) =>
        {
            var (start, time) = (new FrameStamp(value), TimeSpan.FromTicks(ticks));
            Assert.Equal(FrameStamp.Round(time), start.After(time).Since(start));
            Assert.InRange((time - FrameStamp.Round(time)).Ticks, 0, (TimeSpan.TicksPerSecond / 65_536) + 1);
        },
        iter: 10_000);
}
