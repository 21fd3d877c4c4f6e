using System.Globalization;
using Signage.Core.Text;

namespace Signage.Core.Planning;

/// <summary>Reads one text of times from left to right, once.</summary>
internal sealed class DailyTimesReader(string text)
{
    private const int Shown = 24;
    private const string EndOfDay = "24:00";

    private int _at;

    /// <summary>The times that the whole text is.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public DailyTimes ReadAll()
    {
        var ranges = new List<DailyRange>();
        do
        {
            ranges.Add(ReadRange());
        }
        while (Take(','));

        return _at < text.Length ? throw Wrong(_at)
            : ranges.Count > DailyTimes.Most ? throw new FormatException(Words.DailyTimesTooMany.With(DailyTimes.Most))
            : new DailyTimes(ranges);
    }

    private DailyRange ReadRange()
    {
        SkipSpace();
        var start = _at;
        var from = ReadEdge();
        var between = _at;
        if (!Take('-'))
        {
            throw Wrong(between);
        }

        var until = ReadEdge();
        return (from is null && until is null) || from == DayEdge.EndOfDay
            ? throw Wrong(start)
            : new DailyRange(from ?? TimeOnly.MinValue, until ?? DayEdge.EndOfDay);
    }

    /// <summary>The edge that stands here; null when none does.</summary>
    private DayEdge? ReadEdge()
    {
        SkipSpace();
        var start = _at;
        if (TakeWhile(char.IsAsciiLetter) is { Length: > 0 } word)
        {
            return word switch
            {
                "sunrise" => DayEdge.Sunrise(ReadMinutes()),
                "sunset" => DayEdge.Sunset(ReadMinutes()),
                _ => throw Wrong(start),
            };
        }

        var time = TakeWhile(letter => char.IsAsciiDigit(letter) || letter == ':');
        SkipSpace();
        return time.Length == 0 ? null
            : time == EndOfDay ? DayEdge.EndOfDay
            : TimeOnly.TryParseExact(time, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock
            : throw Wrong(start);
    }

    // A sign belongs to the sun only with minutes behind it, and they end in m; otherwise it stands between two edges.
    private TimeSpan ReadMinutes()
    {
        SkipSpace();
        var start = _at;
        if (_at == text.Length || text[_at] is not ('+' or '-'))
        {
            return TimeSpan.Zero;
        }

        var sign = text[_at++] == '+' ? 1 : -1;
        SkipSpace();
        var number = TakeWhile(char.IsAsciiDigit);
        if (number.Length == 0 || _at == text.Length || text[_at] != 'm')
        {
            _at = sign < 0 ? start : throw Wrong(start);
            return TimeSpan.Zero;
        }

        _at++;
        SkipSpace();
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes > 0 && minutes <= DayEdge.Farthest.TotalMinutes
            ? TimeSpan.FromMinutes(sign * minutes)
            : throw new FormatException(Words.SunOffsetTooLong.With(start + 1, (int)DayEdge.Farthest.TotalMinutes));
    }

    private string TakeWhile(Func<char, bool> wanted)
    {
        var start = _at;
        while (_at < text.Length && wanted(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    private bool Take(char sign)
    {
        SkipSpace();
        if (_at >= text.Length || text[_at] != sign)
        {
            return false;
        }

        _at++;
        SkipSpace();
        return true;
    }

    private void SkipSpace() => TakeWhile(char.IsWhiteSpace);

    private FormatException Wrong(int at)
    {
        var rest = text[at..];
        return new(Words.NotDailyTimes.With(at + 1, rest.Length == 0 ? "…" : rest[..Math.Min(rest.Length, Shown)]));
    }
}
