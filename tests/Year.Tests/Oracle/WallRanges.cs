using System.Globalization;
using System.Text.RegularExpressions;

namespace Year.Tests.Oracle;

/// <summary>Ranges of the day, read from their text: from which reading of the clock to which one they are open, for the day on which they start.</summary>
internal static partial class WallRanges
{
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The ranges that start on a day; those that the sun leaves nothing of are absent.</summary>
    public static IEnumerable<(DateTime From, DateTime Until)> On(string times, DateOnly day, SiteSky sky)
    {
        foreach (var range in times.Split(','))
        {
            var edges = Range().Match(range);
            if (!edges.Success)
            {
                throw new FormatException($"no range of the day: {range}");
            }

            var (from, until) = (edges.Groups["from"].Value, edges.Groups["until"].Value);
            if (BySun(from) || BySun(until))
            {
                var next = (IsAfternoon(from) && IsMorning(until)) ? day.AddDays(1) : day;
                if (Sunny(from, day, sky, TimeSpan.Zero) is { } start && Sunny(until, next, sky, Day) is { } end && start < end)
                {
                    yield return (start, end);
                }

                continue;
            }

            var (first, last) = (ByClock(from, TimeSpan.Zero), ByClock(until, Day));
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            yield return (midnight + first, midnight + (last <= first ? last + Day : last));
        }
    }

    private static bool BySun(string edge) => edge.StartsWith("sun", StringComparison.Ordinal);

    private static bool IsAfternoon(string edge) => BySun(edge) ? edge.StartsWith("sunset", StringComparison.Ordinal) : ByClock(edge, TimeSpan.Zero) >= Noon;

    private static bool IsMorning(string edge) => BySun(edge) ? edge.StartsWith("sunrise", StringComparison.Ordinal) : ByClock(edge, Day) <= Noon;

    private static DateTime? Sunny(string edge, DateOnly day, SiteSky sky, TimeSpan otherwise)
    {
        if (!BySun(edge))
        {
            return sky.Sun is null ? null : day.ToDateTime(TimeOnly.MinValue) + ByClock(edge, otherwise);
        }

        var parts = Sun().Match(edge);
        if (sky.Of(day) is not { } sun)
        {
            return null;
        }

        var minutes = parts.Groups[2].Success ? int.Parse(parts.Groups[2].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;
        return sky.Reading((parts.Groups[1].Value == "rise" ? sun.Sunrise : sun.Sunset).AddMinutes(minutes));
    }

    private static TimeSpan ByClock(string edge, TimeSpan otherwise)
    {
        int[] parts = edge.Length == 0 ? [] : [.. edge.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return parts.Length == 0 ? otherwise : new TimeSpan(parts[0], parts[1], parts.Length > 2 ? parts[2] : 0);
    }

    [GeneratedRegex(@"^\s*(?<from>\d\d:\d\d(:\d\d)?|sun(rise|set)(\s*[+-]\s*\d+m)?)?\s*-\s*(?<until>\d\d:\d\d(:\d\d)?|sun(rise|set)(\s*[+-]\s*\d+m)?)?\s*$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^sun(rise|set)\s*(?:([+-]\s*\d+)m)?$")]
    private static partial Regex Sun();
}
