using System.Globalization;

namespace Signage.Core.Panels;

/// <summary>A range of every day in which a panel is dark, in site time, from one minute up to, not including, another; it may pass midnight. A value.</summary>
public readonly record struct DarkHours
{
    private const string Form = "HH:mm";

    /// <summary>Makes a range.</summary>
    /// <param name="from">The first dark minute.</param>
    /// <param name="until">The first minute that is not; at or before <paramref name="from"/> it lies on the next day, but both are never the same.</param>
    /// <exception cref="ArgumentException">Both are the same, or one is no whole minute.</exception>
    public DarkHours(TimeOnly from, TimeOnly until)
    {
        if (from == until || from.Ticks % TimeSpan.TicksPerMinute != 0 || until.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            throw new ArgumentException($"{from:O} to {until:O} is no range of minutes.");
        }

        (From, Until) = (from, until);
    }

    /// <summary>The first dark minute.</summary>
    public TimeOnly From { get; }

    /// <summary>The first minute that is not dark.</summary>
    public TimeOnly Until { get; }

    /// <summary>How many minutes it has.</summary>
    public int Minutes => (int)(Until - From).TotalMinutes;

    /// <summary>True for a moment inside.</summary>
    public bool Has(TimeOnly time) => time.IsBetween(From, Until);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static DarkHours? Read(string text) => text?.Split('-') is [var from, var until]
        && TimeOnly.TryParseExact(from, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && TimeOnly.TryParseExact(until, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && first != last
            ? new DarkHours(first, last)
            : null;

    /// <summary>The range as <c>22:00-06:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{Until:HH:mm}");
}
