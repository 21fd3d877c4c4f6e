using CsCheck;
using Signage.Core.Panels;

namespace Signage.Core.Tests.Panels;

/// <summary>The ranges in which a card darkens its panel by itself.</summary>
public sealed class CardTimerTests
{
    [Theory]
    [InlineData("off", "off")]
    [InlineData("22:00-06:00", "22:00-06:00")]
    [InlineData("22:00-06:00,12:00-13:30", "12:00-13:30,22:00-06:00")]
    [InlineData("00:00-23:59", "00:00-23:59")]
    public void Timer_WhenWritten_IsReadBackInOrder(string text, string told) => Assert.Equal(told, CardTimer.Read(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("22:00")]
    [InlineData("22:00-22:00")]
    [InlineData("22:00-24:00")]
    [InlineData("9:00-10:00")]
    [InlineData("22:00-06:00,05:00-07:00")]
    [InlineData("22:00-06:00,06:00-07:00")]
    [InlineData("20:00-22:00,22:00-06:00")]
    [InlineData("22:00-06:00,22:00-06:00")]
    [InlineData("22:00-06:00,off")]
    public void Timer_ThatIsNone_IsRefused(string text) => Assert.Null(CardTimer.Read(text));

    [Fact]
    public void Timer_WhenAnyRanges_IsRefusedExactlyWhereTwoMeet()
    {
        var ranges = Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439]).Where((from, until) => from != until)
            .Select((from, until) => new DarkHours(new TimeOnly(from * TimeSpan.TicksPerMinute), new TimeOnly(until * TimeSpan.TicksPerMinute))).Array[1, 3];
        ranges.Sample(
            picked =>
            {
                // Each range with the minute behind it, because a card needs light between two.
                var taken = picked.SelectMany(range => Enumerable.Range((range.From.Hour * 60) + range.From.Minute, range.Minutes + 1).Select(minute => minute % 1440)).ToArray();
                var meet = picked.Length > 1 && taken.Distinct().Count() < taken.Length;
                Assert.Equal(meet, CardTimer.Read(string.Join(',', picked)) is null);
            });
    }
}
