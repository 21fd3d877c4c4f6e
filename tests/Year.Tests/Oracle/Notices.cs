using System.Globalization;

namespace Year.Tests.Oracle;

/// <summary>The State Council's notices, as lines of <c>date,name,kind</c>: whether people work on a day, and which holiday it belongs to.</summary>
/// <param name="lines">The lines of <c>statutory-days.csv</c>.</param>
internal sealed class Notices(IEnumerable<string> lines)
{
    private readonly Dictionary<DateOnly, (string[] Names, bool Off)> _days = lines
        .Select(line => line.Trim().Split(','))
        .Where(parts => parts.Length == 3 && char.IsDigit(parts[0][0]))
        .ToDictionary(parts => DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), parts => (parts[1].Split('、'), parts[2] == "off"));

    /// <summary>True on a day on which people rest: as the notice says, and where it says nothing, as the weekday does.</summary>
    public bool IsRest(DateOnly day) => _days.TryGetValue(day, out var known) ? known.Off : IsWeekend(day);

    /// <summary>True when a notice of that year speaks of a holiday.</summary>
    public bool SpeaksOf(string name, int year) => _days.Any(day => day.Key.Year == year && day.Value.Off && day.Value.Names.Contains(name));

    /// <summary>True on the rest days of a holiday and on a weekend that joins them.</summary>
    public bool IsIn(string name, DateOnly day)
    {
        if (!IsJoining(day))
        {
            return IsOff(name, day);
        }

        var (first, last) = (day, day);
        while (IsJoining(first))
        {
            first = first.AddDays(-1);
        }

        while (IsJoining(last))
        {
            last = last.AddDays(1);
        }

        return IsOff(name, first) || IsOff(name, last);
    }

    private bool IsOff(string name, DateOnly day) => _days.TryGetValue(day, out var known) && known.Off && known.Names.Contains(name);

    private bool IsJoining(DateOnly day) => IsWeekend(day) && !_days.ContainsKey(day);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
