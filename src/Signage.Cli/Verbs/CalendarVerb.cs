using System.CommandLine;
using System.Globalization;
using Signage.Cli.Arguments;
using Signage.Cli.Json;
using Signage.Cli.Terminal;
using Signage.Controller.Planning;
using Signage.Core.Calendars;
using Signage.Core.Text;
using Spectre.Console;

namespace Signage.Cli.Verbs;

/// <summary><c>signage calendar</c>: what a day is, or which days of a year are special.</summary>
internal sealed class CalendarVerb : Verb
{
    // Day rules are about days in China, whatever the zone of the machine.
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    /// <summary>Makes the verb.</summary>
    public CalendarVerb(VerbRooms rooms)
        : base("calendar", Words.VerbCalendar, "signage calendar 2026-02-17")
    {
        var date = new Argument<DateOnly?>("DATE")
        {
            Description = Words.ArgumentDate,
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return day;
                }

                result.AddError(Words.NotADay.With("DATE", word));
                return null;
            },
        };
        var year = WordOptions.Whole("--year", Words.OptionYear, "Y", 1900, 2100);
        var folder = WordOptions.Path("--calendars", Words.OptionCalendars, "DIR");
        Add(date);
        Add(year);
        Add(folder);
        Validators.Add(result =>
        {
            if (result.GetResult(date) is { Tokens.Count: > 0 } && result.GetResult(year) is { Tokens.Count: > 0 })
            {
                result.AddError(Words.DateOrYear);
            }
        });
        SetAction(parsed =>
        {
            var calendar = Read(parsed.GetValue(folder) ?? Path.Combine(AppContext.BaseDirectory, CalendarFolder.BesideProgram));
            var days = Days(parsed.GetValue(date), parsed.GetValue(year), rooms.Rooms.Time).Select(calendar.Of).ToArray();
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json([.. days.Select(CalendarRow.Of)], CliJson.Readable.IReadOnlyListCalendarRow);
                return ExitCode.Done;
            }

            rooms.Output.Draw(Table(days.Length == 1 ? days : days.Where(IsSpecial)));
            if (days.Any(day => day.MissingNotice is not null))
            {
                rooms.Output.Answers.WriteLine(Words.NoNotice.With(string.Join(", ", days.Select(day => day.MissingNotice).Where(missing => missing is not null).Distinct())));
            }

            return ExitCode.Done;
        });
    }

    private static SiteCalendar Read(string folder)
    {
        try
        {
            return CalendarFolder.Read(folder);
        }
        catch (Exception failure) when (failure is FormatException or DirectoryNotFoundException)
        {
            throw new UserError([.. failure.Message.Split('\n')]);
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly? date, int? year, TimeProvider time)
    {
        if (year is { } whole)
        {
            var first = new DateOnly(whole, 1, 1);
            return Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays);
        }

        return [date ?? DateOnly.FromDateTime(time.GetUtcNow().ToOffset(ChinaTime).DateTime)];
    }

    private static bool IsSpecial(DayFacts day) => day.Names.Count > 0 || day.Term is not null;

    private static Table Table(IEnumerable<DayFacts> days)
    {
        var table = new Table().AddColumns(Words.LabelDate, Words.LabelLunar, Words.LabelTerm, Words.LabelDayKind, Words.LabelNames);
        foreach (var day in days)
        {
            table.AddRow(
                day.Date.ToString("yyyy-MM-dd ddd", CultureInfo.GetCultureInfo("zh-CN")),
                day.Lunar?.ToString() ?? "",
                day.Term is { } term ? SolarTerms.NameOf(term) : "",
                (day.Kind == DayKind.Work ? Words.DayWork : Words.DayRest) + (day.MissingNotice is null ? "" : " ?"),
                Markup.Escape(string.Join("、", day.Names)));
        }

        return table;
    }
}
