using Signage.Core.Calendars;
using Signage.Core.Planning;

namespace Signage.Storage.Writing;

/// <summary>
/// Whether what is written of a slot can be read again: a row that cannot would take the whole site down with it at the next start. Among many slots the same
/// rules come again and again; each is looked at once. Used by one writing at a time.
/// </summary>
internal sealed class ReadableForms
{
    private readonly Dictionary<DayRule, string?> _days = [];
    private readonly Dictionary<DailyTimes, string?> _times = [];

    /// <summary>Why a day rule cannot be read again; null when it can.</summary>
    public string? WhyNot(DayRule days)
    {
        if (!_days.TryGetValue(days, out var reason))
        {
            _days[days] = reason = Why(() => DayRule.Parse(days.ToString()) == days, days);
        }

        return reason;
    }

    /// <summary>Why times cannot be read again; null when they can.</summary>
    public string? WhyNot(DailyTimes times)
    {
        if (!_times.TryGetValue(times, out var reason))
        {
            _times[times] = reason = Why(() => times.OneByTheClock is not null || DailyTimes.Parse(times.ToString()).Equals(times), times);
        }

        return reason;
    }

    private static string? Why(Func<bool> isSame, object written)
    {
        try
        {
            return isSame() ? null : written.ToString();
        }
        catch (FormatException failure)
        {
            return failure.Message;
        }
    }
}
