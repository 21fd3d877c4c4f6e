using Signage.Core.Calendars;

namespace Signage.Core.Tests.Calendars;

/// <summary>The calendar files that come with the program.</summary>
internal static class Committed
{
    public static StatutoryDays Statutory { get; } = StatutoryDaysReader.Read(Text("statutory-days.csv"));

    public static SiteCalendar Calendar { get; } = new(Statutory, NamedDaysReader.Read(Text("named-days.csv")));

    public static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "calendars", file));
}
