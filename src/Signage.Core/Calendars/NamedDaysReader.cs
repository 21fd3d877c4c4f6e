using Signage.Core.Text;

namespace Signage.Core.Calendars;

/// <summary>Reads a list of named days from lines of <c>name,english,rule</c> (<c>中华慈善日,China Charity Day,date:9-5</c>); <c>#</c> begins a remark.</summary>
public static class NamedDaysReader
{
    /// <summary>Reads a whole file; nothing of it when a line is wrong.</summary>
    /// <exception cref="FormatException">Lines cannot be read; the message names each with its reason.</exception>
    public static IReadOnlyList<NamedDay> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var days = new Dictionary<string, NamedDay>(StringComparer.Ordinal);
        var wrong = new List<string>();
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim('\r', ' ', '\uFEFF')))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            var (day, reason) = DayOf(line);
            if (reason is not null)
            {
                wrong.Add(Words.NotANamedDay.With(number, line, reason));
            }
            else if (!days.TryAdd(day!.Name, day))
            {
                wrong.Add(Words.NamedDayTwice.With(number, day.Name));
            }
        }

        return wrong.Count == 0 ? [.. days.Values] : throw new FormatException(string.Join('\n', wrong));
    }

    private static (NamedDay? Day, string? Reason) DayOf(string line)
    {
        if (line.Split(',') is not [{ Length: > 0 } name, { Length: > 0 } english, var text] || name.IndexOfAny(['-', '+', '&', '|', '!', '(', ')']) >= 0)
        {
            return (null, Words.NamedDayShape);
        }

        try
        {
            var rule = DayRule.Parse(text);
            return rule.Names.Any() ? (null, Words.NamedDayNamesAnother) : (new NamedDay(name, english, rule), null);
        }
        catch (FormatException failure)
        {
            return (null, failure.Message);
        }
    }
}
