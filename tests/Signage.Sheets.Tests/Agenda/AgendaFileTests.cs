using System.Text;
using Ical.Net;
using Signage.Sheets.Agenda;

namespace Signage.Sheets.Tests.Agenda;

/// <summary>The file against the words of RFC 5545, and against a calendar made by others.</summary>
public sealed class AgendaFileTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 5, 8, 0, 0, TimeSpan.FromHours(8));

    private static readonly AgendaEvent[] Events =
    [
        new("20260905T120000Z-gate@signage", Start, Start.AddHours(12), "邻里守望，温暖你我；帮困助学, 扶老; 助残 \\ 慈善", "原因 (why): " + string.Concat(Enumerable.Repeat("𠮷祥如意", 40)) + "\r\n第二行", "gate"),
        new("open-hall@signage", Start, Start.AddDays(1), "爱心", "", "hall"),
    ];

    [Fact]
    public void Lines_WhenAny_EndWithCrLfAndHaveAtMost75OctetsOfWholeCharacters()
    {
        var lines = Text().Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line =>
        {
            Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter == '\uFFFD');
            Assert.InRange(new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(line), 0, 75);
        });
        Assert.Contains(lines, line => Encoding.UTF8.GetByteCount(line) > 70);
    }

    [Fact]
    public void Properties_WhenUnfoldedAndUnescaped_SayWhatWasMeant()
    {
        var lines = Text().Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], lines[..2]);
        Assert.Equal(["DTSTART:20260905T000000Z", "DTEND:20260905T120000Z"], lines.Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal) || line.StartsWith("DTEND", StringComparison.Ordinal)).Take(2));
        Assert.Contains("DTSTAMP:20260101T000000Z", lines);
        Assert.Contains(@"SUMMARY:邻里守望，温暖你我；帮困助学\, 扶老\; 助残 \\ 慈善", lines);
        Assert.EndsWith(@"\n第二行", lines.First(line => line.StartsWith("DESCRIPTION", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(line => line == "BEGIN:VEVENT"));
    }

    [Fact]
    public void File_WhenReadByAnotherCalendar_HasTheSameEvents()
    {
        var events = Calendar.Load(Text())!.Events;
        Assert.Equal(Events.Select(known => (known.Id, known.Summary, known.Description.ReplaceLineEndings("\n"), known.Location)), events.Select(read => (read.Uid!, read.Summary!, (read.Description ?? "").ReplaceLineEndings("\n"), read.Location!)));
        Assert.Equal(Events.Select(known => (known.Start.UtcDateTime, known.End.UtcDateTime)), events.Select(read => (read.Start!.AsUtc, read.End!.AsUtc)));
    }

    [Fact]
    public void File_WithoutEvents_IsStillACalendar() => Assert.Empty(Calendar.Load(AgendaFile.Text([], Start))!.Events);

    private static string Text() => AgendaFile.Text(Events, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
