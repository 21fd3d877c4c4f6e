using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Core.Agendas;
using Signage.Core.Calendars;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary>Stretches that come again on several days, as a person reads them and as a script does.</summary>
internal static class FoldWords
{
    // More of them nobody reads.
    private const int MostRuns = 4;

    /// <summary>When: 每天 22:00–06:00, from which day to which.</summary>
    public static string When(DailyFold fold, SiteCalendar calendar, TimeZoneInfo zone)
    {
        var (first, last, days) = (fold.Spans[0], fold.Spans[^1], fold.Days);
        var pattern = DayPattern.Of(days, calendar);
        var (hours, begins, ends) = (Hours(first.Hours), Day(days[0]), Day(days[^1]));
        return fold.Spans.Count == 1 ? Words.FoldOnce.With(Moment(first.From, zone), Moment(first.Until, zone))
            : fold.IsMoving ? Words.FoldMoving.With(hours, Hours(last.Hours), begins, ends, days.Count)
            : pattern.Kind switch
            {
                DayPatternKind.Daily => Words.FoldDaily.With(hours, begins, ends, days.Count),
                DayPatternKind.Working => Words.FoldWorking.With(hours, begins, ends, days.Count),
                DayPatternKind.Resting => Words.FoldResting.With(hours, begins, ends, days.Count),
                DayPatternKind.Weekly => Words.FoldWeekly.With(hours, begins, ends, days.Count, string.Join('、', pattern.Weekdays.Select(Weekday))),
                _ => Words.FoldListed.With(hours, Runs(days), days.Count),
            };
    }

    /// <summary>The same for scripts: <c>when</c>, <c>times</c>, <c>from</c> and <c>until</c>, <c>days</c>, and the <c>dates</c>, or each stretch where their hours differ.</summary>
    public static JsonObject Into(JsonObject row, DailyFold fold, SiteCalendar calendar, TimeZoneInfo zone)
    {
        row["when"] = When(fold, calendar, zone);
        row["times"] = fold.IsMoving ? null : Hours(fold.Spans[0].Hours);
        row["from"] = ControlAnswers.Local(fold.Spans[0].From, zone);
        row["until"] = ControlAnswers.Local(fold.Spans[^1].Until, zone);
        row["days"] = fold.Days.Count;
        if (fold.IsMoving)
        {
            row["spans"] = new JsonArray([.. fold.Spans.Select(span => (JsonNode)new JsonObject { ["from"] = ControlAnswers.Local(span.From, zone), ["until"] = ControlAnswers.Local(span.Until, zone) })]);
        }
        else
        {
            row["dates"] = ControlAnswers.List(fold.Days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return row;
    }

    // An end at midnight is the end of the day, and one before the beginning is on the next day: as slots write them.
    private static string Hours(FoldedHours hours)
    {
        var (isMidnight, from) = (hours.Until == TimeOnly.MinValue && hours.DaysOver > 0, Clock(hours.From));
        var until = isMidnight ? "24:00" : Clock(hours.Until);
        var over = hours.DaysOver - (isMidnight || (hours.DaysOver > 0 && hours.Until <= hours.From) ? 1 : 0);
        return over > 0 ? $"{from}-{until}+{over}" : $"{from}-{until}";
    }

    private static string Runs(IReadOnlyList<DateOnly> days)
    {
        var runs = new List<(DateOnly First, DateOnly Last)>();
        foreach (var day in days)
        {
            if (runs.Count > 0 && runs[^1].Last.AddDays(1) == day)
            {
                runs[^1] = (runs[^1].First, day);
            }
            else
            {
                runs.Add((day, day));
            }
        }

        var told = runs.Take(MostRuns).Select(run => run.First == run.Last ? Day(run.First) : Words.FoldRun.With(Day(run.First), Day(run.Last)));
        return string.Join('、', told) + (runs.Count > MostRuns ? Words.FoldMore.With(Day(runs[^1].Last)) : "");
    }

    private static string Weekday(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Words.Monday,
        DayOfWeek.Tuesday => Words.Tuesday,
        DayOfWeek.Wednesday => Words.Wednesday,
        DayOfWeek.Thursday => Words.Thursday,
        DayOfWeek.Friday => Words.Friday,
        DayOfWeek.Saturday => Words.Saturday,
        _ => Words.Sunday,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(TimeOnly time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
