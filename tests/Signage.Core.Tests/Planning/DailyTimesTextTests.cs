using CsCheck;
using Signage.Core.Planning;

namespace Signage.Core.Tests.Planning;

/// <summary>Times of the day, read and written.</summary>
public sealed class DailyTimesTextTests
{
    private static readonly string[] Pieces = ["08:00", "24:00", "sunset", "sunrise", "+", "-", "15m", ",", " ", ":", "9", "m", "日落"];

    private static readonly Gen<DayEdge> Edges = Gen.OneOf(
        Gen.Int[0, 86_399].Select(second => DayEdge.Clock(TimeOnly.MinValue.Add(TimeSpan.FromSeconds(second)))),
        Gen.Int[-360, 360].Select(minutes => DayEdge.Sunrise(TimeSpan.FromMinutes(minutes))),
        Gen.Int[-360, 360].Select(minutes => DayEdge.Sunset(TimeSpan.FromMinutes(minutes))));

    [Theory]
    [InlineData("06:30-09:00,17:00-21:00", "06:30-09:00,17:00-21:00")]
    [InlineData(" 06:30 - 09:00 , 17:00 - 21:00 ", "06:30-09:00,17:00-21:00")]
    [InlineData("22:00-06:00", "22:00-06:00")]
    [InlineData("20:00-", "20:00-24:00")]
    [InlineData("-08:00", "00:00-08:00")]
    [InlineData("-08:00,20:00-", "00:00-08:00,20:00-24:00")]
    [InlineData("00:00-00:00", "00:00-24:00")]
    [InlineData("20:00-00:00", "20:00-24:00")]
    [InlineData("08:00-08:00", "08:00-08:00")]
    [InlineData("08:00:30-08:01", "08:00:30-08:01")]
    [InlineData("sunset-22:00", "sunset-22:00")]
    [InlineData("sunset-15m-22:00", "sunset-15m-22:00")]
    [InlineData("sunrise+30m-sunset-15m", "sunrise+30m-sunset-15m")]
    [InlineData("sunset+5m - sunrise-5m", "sunset+5m-sunrise-5m")]
    [InlineData("sunset + 5m - sunrise - 5m", "sunset+5m-sunrise-5m")]
    [InlineData("sunset - 22:00", "sunset-22:00")]
    [InlineData("sunset-", "sunset-24:00")]
    [InlineData("-sunrise+360m", "00:00-sunrise+360m")]
    public void Times_WhenRead_AreWrittenOneWay(string text, string written)
    {
        Assert.Equal(written, DailyTimes.Parse(text).ToString());
        Assert.Equal(DailyTimes.Parse(text), DailyTimes.Parse(written));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("-", 1)]
    [InlineData("08:00", 6)]
    [InlineData("08:00-09:00,", 13)]
    [InlineData("08:00-09:00;10:00-11:00", 12)]
    [InlineData("8:00-09:00", 1)]
    [InlineData("08:00-25:00", 7)]
    [InlineData("08:60-09:00", 1)]
    [InlineData("24:00-08:00", 1)]
    [InlineData("08:00-24:01", 7)]
    [InlineData("08:00--09:00", 7)]
    [InlineData("08:00-09:00-10:00", 12)]
    [InlineData("sunup-22:00", 1)]
    [InlineData("Sunset-22:00", 1)]
    [InlineData("sunset", 7)]
    [InlineData("sunset-15m", 11)]
    [InlineData("sunset+15-22:00", 7)]
    [InlineData("sunset-0m-22:00", 7)]
    [InlineData("sunset-361m-22:00", 7)]
    [InlineData("sunset-99999999999m-22:00", 7)]
    [InlineData("06:00-sunset+30", 13)]
    [InlineData("06:00+30m-09:00", 6)]
    [InlineData("08：00-09：00", 1)]
    public void Times_WhenWrong_SayWhere(string text, int place) =>
        Assert.Contains($"时段第 {place} 个字符", Assert.Throws<FormatException>(() => DailyTimes.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Times_WhenTooManyOrTooLong_AreRefused()
    {
        Assert.Equal(12, DailyTimes.Parse(string.Join(',', Enumerable.Repeat("sunset-360m-sunrise+360m", 12))).Ranges.Count);
        Assert.Contains("12", Assert.Throws<FormatException>(() => DailyTimes.Parse(string.Join(',', Enumerable.Repeat("08:00-09:00", 13)))).Message, StringComparison.Ordinal);
        Assert.Contains("400", Assert.Throws<FormatException>(() => DailyTimes.Parse(new string(' ', 401))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_OfAnyRanges_AreReadBackAsWritten() => Gen.Select(Edges, Edges, (from, until) => new DailyRange(from, until)).Array[1, 12].Sample(
        ranges =>
        {
            var times = new DailyTimes(ranges);
            Assert.Equal(times, DailyTimes.Parse(times.ToString()));
            Assert.Equal(times.GetHashCode(), DailyTimes.Parse(times.ToString()).GetHashCode());
        });

    [Fact]
    public void Times_OfAnyText_AreReadOrRefused() => Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 12].Sample(
        parts =>
        {
            try
            {
                var times = DailyTimes.Parse(string.Concat(parts));
                Assert.Equal(times, DailyTimes.Parse(times.ToString()));
            }
            catch (FormatException)
            {
                // Refused in words, which is all that is asked here.
            }
        },
        iter: 20_000);

    [Fact]
    public void Edges_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DayEdge.Sunset(TimeSpan.FromMinutes(361)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DayEdge.Sunrise(TimeSpan.FromMinutes(-361)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DailyRange(DayEdge.EndOfDay, DayEdge.Sunset()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DailyTimes([]));
    }
}
