using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Signage.Core.Calendars;
using Signage.Core.Planning;
using Signage.Core.Text;
using CorePanelId = Signage.Core.Panels.PanelId;

namespace Signage.Cli.Verbs;

/// <summary>Words about a site, checked while the command line is read.</summary>
internal static class SiteWords
{
    /// <summary>The words for priorities, lowest first.</summary>
    public static IEnumerable<string> Priorities => Enum.GetValues<Priority>().Select(Word);

    /// <summary>The word for a priority.</summary>
    public static string Word(Priority priority) => JsonNamingPolicy.CamelCase.ConvertName(priority.ToString());

    /// <summary>Reads one panel id.</summary>
    public static CorePanelId PanelId(ArgumentResult result) => PanelIds(result).FirstOrDefault();

    /// <summary>Reads panel ids.</summary>
    public static CorePanelId[] PanelIds(ArgumentResult result)
    {
        var ids = new List<CorePanelId>();
        foreach (var token in result.Tokens)
        {
            try
            {
                ids.Add(new CorePanelId(token.Value));
            }
            catch (FormatException wrong)
            {
                result.AddError(Words.NotAPanelId.With(wrong.Message));
            }
        }

        return [.. ids];
    }

    /// <summary>Reads a priority.</summary>
    public static Priority? Priority(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        foreach (var priority in Enum.GetValues<Priority>())
        {
            if (Word(priority) == word)
            {
                return priority;
            }
        }

        result.AddError(Words.NotAPriority.With(word, string.Join(", ", Priorities)));
        return null;
    }

    /// <summary>A wall-clock time.</summary>
    public static Option<TimeOnly?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "08:00",
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (TimeOnly.TryParseExact(word, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                return time;
            }

            result.AddError(Words.NotATime.With(name, word));
            return null;
        },
    };

    /// <summary>The ranges of the day.</summary>
    public static Option<DailyTimes?> Times(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIMES",
        CustomParser = result =>
        {
            try
            {
                return DailyTimes.Parse(result.Tokens[0].Value);
            }
            catch (FormatException wrong)
            {
                result.AddError(wrong.Message);
                return null;
            }
        },
    };

    /// <summary>Which days count.</summary>
    public static Option<DayRule?> Days(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "RULE",
        CustomParser = result =>
        {
            try
            {
                return DayRule.Parse(result.Tokens[0].Value);
            }
            catch (FormatException wrong)
            {
                result.AddError(wrong.Message);
                return null;
            }
        },
    };

    /// <summary>A day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "2026-11-23",
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError(Words.NotADay.With(name, word));
            return null;
        },
    };
}
