using System.Globalization;
using Signage.Core.Calendars;

namespace Signage.Core.Tests.Calendars;

/// <summary>The files that come with the program, and files with mistakes.</summary>
public sealed class CalendarFileTests
{
    [Fact]
    public void StatutoryDays_OfEveryYear_AreWhatTheNoticesSay()
    {
        var lines = Committed.Text("statutory-days.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split(',')).ToArray();
        Assert.All(lines, parts =>
        {
            var day = DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.Equal(parts[2] == "off" ? DayKind.Rest : DayKind.Work, Committed.Statutory.KindOf(day));
            Assert.Equal(parts[1], Committed.Statutory.Find(day)!.Name);
        });
        Assert.Equal(Enumerable.Range(2007, 20), Committed.Statutory.Years);
    }

    [Theory]
    [InlineData("2006-12-20", 2006)]
    [InlineData("2026-06-01", null)]
    [InlineData("2026-12-27", null)]
    [InlineData("2026-12-28", 2027)]   // the notice of 2027 decides, and it is not there
    [InlineData("2025-12-31", null)]
    [InlineData("2027-01-01", 2027)]
    public void StatutoryDays_WhenANoticeIsMissing_SayThatTheyDoNotKnow(string day, int? missing) =>
        Assert.Equal(missing, Committed.Statutory.MissingNotice(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void Holidays_OfAYearWithoutNotice_AreTheDaysOfTheList()
    {
        var rule = DayRule.Parse("day:春节");
        var days = Enumerable.Range(0, 365).Select(new DateOnly(2030, 1, 1).AddDays).Where(day => rule.HoldsOn(day, Committed.Calendar));
        Assert.Equal([new DateOnly(2030, 2, 3)], days);
    }

    [Fact]
    public void Day_WhenAskedAbout_TellsAllThatItIs()
    {
        var facts = Committed.Calendar.Of(new DateOnly(2026, 9, 25));
        Assert.Equal(("八月十五", DayKind.Rest, (int?)null), (facts.Lunar.ToString(), facts.Kind, facts.MissingNotice));
        Assert.Equal(["中秋节", "慈善宣传月"], facts.Names);
        Assert.Equal(SolarTerm.WinterSolstice, Committed.Calendar.Of(new DateOnly(2026, 12, 22)).Term);
    }

    [Fact]
    public void Lists_WithMistakes_NameEachLine()
    {
        var statutory = Assert.Throws<FormatException>(() => StatutoryDaysReader.Read("date,name,kind\n2026-02-30,春节,off\n2026-02-17,春节,off\n2026-02-17,春节,work\n2026-02-18,,off"));
        Assert.Equal(3, statutory.Message.Split('\n').Length);
        Assert.Contains("line 2", statutory.Message, StringComparison.Ordinal);

        var named = Assert.Throws<FormatException>(() => NamedDaysReader.Read("# 注\n慈善日,Charity Day\n慈善日,Charity Day,date:9-31\n慈善日,Charity Day,date:9-5\n慈善日,Twice,date:9-6\n节前,Eve,day:慈善日-1"));
        Assert.Equal(4, named.Message.Split('\n').Length);
    }
}
