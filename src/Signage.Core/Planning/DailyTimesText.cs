using System.Globalization;
using Signage.Core.Text;

namespace Signage.Core.Planning;

/// <summary>
/// Times of the day as text, for command lines, files and the store: ranges with commas between them, each <c>FROM-UNTIL</c>, such as
/// <c>06:30-09:00,17:00-21:00</c>. An edge is a time of the clock (<c>06:30</c>, <c>06:30:15</c>, at the end <c>24:00</c> too) or <c>sunrise</c> or <c>sunset</c>, with
/// minutes before or after it (<c>sunset-15m</c>, <c>sunrise+30m</c>). An edge that is left out is the beginning or the end of the day: <c>20:00-</c>, <c>-08:00</c>. Minutes
/// always end in <c>m</c>, so that a <c>-</c> is never both: <c>sunset-22:00</c> is a range and <c>sunset-15m-22:00</c> another.
/// </summary>
public static class DailyTimesText
{
    /// <summary>The longest text, characters.</summary>
    public const int Longest = 400;

    /// <summary>Reads times.</summary>
    /// <exception cref="FormatException">They are none; the message names the place and what is allowed.</exception>
    public static DailyTimes Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= Longest ? new DailyTimesReader(text).ReadAll() : throw new FormatException(Words.DailyTimesTooLong.With(Longest));
    }

    /// <summary>Writes times so that <see cref="Parse"/> reads the same ones; open ends are written out.</summary>
    public static string Write(DailyTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return string.Join(',', times.Ranges);
    }

    internal static string Write(DayEdge edge) => edge.Kind switch
    {
        EdgeKind.Sunrise => "sunrise" + Minutes(edge.At),
        EdgeKind.Sunset => "sunset" + Minutes(edge.At),
        _ when edge == DayEdge.EndOfDay => "24:00",
        _ => edge.At.ToString(edge.At.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture),
    };

    private static string Minutes(TimeSpan after) => after == TimeSpan.Zero ? "" : ((int)after.TotalMinutes).ToString("+0;-0", CultureInfo.InvariantCulture) + "m";
}
