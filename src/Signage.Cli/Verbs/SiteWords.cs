using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Text;
using Signage.Sheets.Cells;
using CorePanelId = Signage.Core.Panels.PanelId;

namespace Signage.Cli.Verbs;

/// <summary>Words about a site, checked while the command line is read.</summary>
internal static class SiteWords
{
    private const string EndOfDay = "24:00";

    /// <summary>The words for the priorities that people may plan with, lowest first: a technician's test is no plan.</summary>
    public static IEnumerable<string> Priorities => Enum.GetValues<Priority>().Where(priority => priority != Core.Planning.Priority.Technician).Select(Word);

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
        if (Priorities.Contains(word))
        {
            return Enum.Parse<Priority>(word, ignoreCase: true);
        }

        result.AddError(word == Word(Core.Planning.Priority.Technician) ? Words.PriorityIsNoPlan.With(word) : Words.NotAPriority.With(word, string.Join(", ", Priorities)));
        return null;
    }

    /// <summary>A wall-clock time, such as <c>08:00</c>; <c>8:00</c> and the colon of a Chinese keyboard are understood too.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="isEnd">True where <c>24:00</c>, the end of the day, may stand for the midnight that ends a range.</param>
    public static Option<TimeOnly?> Time(string name, string description, bool isEnd = false) => new(name)
    {
        Description = description,
        HelpName = "08:00",
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            var plain = word.Replace('：', ':');
            if (TimeOnly.TryParseExact(plain, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                return time;
            }

            if (isEnd && plain == EndOfDay)
            {
                return TimeOnly.MinValue;
            }

            result.AddError(Words.NotATime.With(name, word));
            return null;
        },
    };

    /// <summary>The mood of a slogan.</summary>
    public static Option<string?> Tone(string name, string description)
    {
        string[] known = [.. Enum.GetValues<Tone>().Select(tone => JsonNamingPolicy.CamelCase.ConvertName(tone.ToString()))];
        return new Option<string?>(name)
        {
            Description = description,
            HelpName = string.Join('|', known),
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (known.Contains(word))
                {
                    return word;
                }

                result.AddError(Words.NotATone.With(word));
                return null;
            },
        };
    }

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

    /// <summary>An instant as the control socket takes it, without a fraction that nobody wrote: it comes back in what the site says.</summary>
    public static string? Written(DateTimeOffset? instant) => instant?.ToString(instant.Value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "O", CultureInfo.InvariantCulture);

    /// <summary>Which days count: a rule, or the words that tables have for days, such as 工作日 or 周六、周日.</summary>
    public static Option<DayRule?> Days(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "RULE",
        CustomParser = result =>
        {
            try
            {
                return DayRuleCell.Read(result.Tokens[0].Value) is { } rule ? DayRule.Parse(rule) : new DayRule.Always();
            }
            catch (FormatException wrong)
            {
                result.AddError(wrong.Message);
                return null;
            }
        },
    };

    /// <summary>Tags, several or one option each.</summary>
    public static Option<Tags?> Tags(string name, string description) => new(name)
    {
        Description = description,
        HelpName = Words.SampleTags,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            try
            {
                var tags = Core.Panels.Tags.Of(result.Tokens.SelectMany(token => token.Value.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries)));
                if (!tags.IsEmpty)
                {
                    return tags;
                }

                // Nothing named means every panel; whoever writes the option means some.
                result.AddError(Words.TagsEmpty.With(name));
                return null;
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
