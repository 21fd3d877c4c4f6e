using System.Globalization;
using System.Text;

namespace Signage.Sheets.Agenda;

/// <summary>
/// Events as an <c>.ics</c> file (RFC 5545). Times are in UTC, which every calendar shows in its own zone, so that the file needs to describe none. Lines are folded
/// by their octets and never within a character.
/// </summary>
public static class AgendaFile
{
    private const string LineEnd = "\r\n";
    private const int MostOctets = 75;

    /// <summary>The text of the file.</summary>
    /// <param name="events">The events, in any order.</param>
    /// <param name="stamp">When this is.</param>
    public static string Text(IEnumerable<AgendaEvent> events, DateTimeOffset stamp)
    {
        ArgumentNullException.ThrowIfNull(events);
        var file = new StringBuilder();
        foreach (var line in events.SelectMany(agendaEvent => Lines(agendaEvent, stamp)).Prepend("PRODID:-//Signage//Signage//ZH").Prepend("VERSION:2.0").Prepend("BEGIN:VCALENDAR").Append("END:VCALENDAR"))
        {
            Fold(line, file);
        }

        return file.ToString();
    }

    private static IEnumerable<string> Lines(AgendaEvent entry, DateTimeOffset stamp) =>
    [
        "BEGIN:VEVENT",
        $"UID:{Escaped(entry.Id)}",
        $"DTSTAMP:{Utc(stamp)}",
        $"DTSTART:{Utc(entry.Start)}",
        $"DTEND:{Utc(entry.End)}",
        $"SUMMARY:{Escaped(entry.Summary)}",
        $"DESCRIPTION:{Escaped(entry.Description)}",
        $"LOCATION:{Escaped(entry.Location)}",
        "TRANSP:TRANSPARENT",   // a sign that shows something keeps nobody busy
        "END:VEVENT",
    ];

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // Section 3.3.11. Other control characters may not stand in a file at all.
    private static string Escaped(string text) => string.Concat(
        text.ReplaceLineEndings("\n")
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Where(letter => !char.IsControl(letter)));

    // Section 3.1. A line that goes on begins with a space, which counts.
    private static void Fold(string line, StringBuilder file)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                file.Append(LineEnd).Append(' ');
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append(LineEnd);
    }
}
