using System.Globalization;
using System.Text.RegularExpressions;

namespace Year.Tests.Oracle;

/// <summary>Rules of the lunar calendar, read from their text for one day.</summary>
internal static partial class LunarReading
{
    private static readonly ChineseLunisolarCalendar Table = new();

    /// <summary>True when a rule such as <c>9-9</c>, <c>leap6-1</c>, <c>12-last</c> or <c>12-23..1-15</c> holds.</summary>
    public static bool Holds(string rule, DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        var (year, place) = (Table.GetYear(time), Table.GetMonth(time));
        var leap = Table.GetLeapMonth(year);
        var today = (Month: leap > 0 && place >= leap ? place - 1 : place, IsLeap: leap > 0 && place == leap, Day: Table.GetDayOfMonth(time));
        var last = Table.GetDaysInMonth(year, place);

        // Where an edge lies in the order of a lunar year, as seen from this day: "last" is the length of this very month.
        int Edge(string text)
        {
            var parts = Part().Match(text);
            if (!parts.Success)
            {
                throw new FormatException($"lunar:{rule}");
            }

            var number = parts.Groups[3].Value == "last" ? last : int.Parse(parts.Groups[3].Value, CultureInfo.InvariantCulture);
            return Order(int.Parse(parts.Groups[2].Value, CultureInfo.InvariantCulture), parts.Groups[1].Length > 0, number);
        }

        var now = Order(today.Month, today.IsLeap, today.Day);
        var edges = rule.Split("..");
        var (from, until) = (Edge(edges[0]), Edge(edges[^1]));
        return from <= until ? from <= now && now <= until : now >= from || now <= until;
    }

    // A leap month comes after the month whose number it has.
    private static int Order(int month, bool leap, int day) => (((month * 2) + (leap ? 1 : 0)) * 100) + day;

    [GeneratedRegex(@"^(leap)?(\d+)-(\d+|last)$")]
    private static partial Regex Part();
}
