namespace Signage.Core.Agendas;

/// <summary>A stretch of time as the clocks of a site tell it.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="Day">The day on which it begins.</param>
/// <param name="Hours">The hours at which it begins and ends, and how many days later it ends.</param>
public sealed record FoldedSpan(DateTimeOffset From, DateTimeOffset Until, DateOnly Day, FoldedHours Hours)
{
    /// <summary>Reads the clocks.</summary>
    internal static FoldedSpan Of(DateTimeOffset from, DateTimeOffset until, TimeZoneInfo zone)
    {
        var (begins, ends) = (TimeZoneInfo.ConvertTime(from, zone).DateTime, TimeZoneInfo.ConvertTime(until, zone).DateTime);
        var hours = new FoldedHours(TimeOnly.FromDateTime(begins), TimeOnly.FromDateTime(ends), (ends.Date - begins.Date).Days);
        return new FoldedSpan(from, until, DateOnly.FromDateTime(begins), hours);
    }

    /// <summary>By how much the hours of another one differ, at the edge where they differ most; a day at least where it ends so many more days later.</summary>
    internal TimeSpan Movement(FoldedSpan other)
    {
        var (begins, ends) = ((Hours.From.ToTimeSpan() - other.Hours.From.ToTimeSpan()).Duration(), (Hours.Until.ToTimeSpan() - other.Hours.Until.ToTimeSpan()).Duration());
        return Hours.DaysOver != other.Hours.DaysOver ? TimeSpan.FromDays(1) : begins > ends ? begins : ends;
    }
}

/// <summary>Hours of a stretch of time.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="DaysOver">How many days after the one on which it begins it ends.</param>
public readonly record struct FoldedHours(TimeOnly From, TimeOnly Until, int DaysOver);
