using System.Globalization;
using Signage.Core.Text;

namespace Signage.Web.Wording;

/// <summary>Moments of site time as people say them.</summary>
/// <param name="zone">Site time.</param>
/// <param name="now">The moment of asking.</param>
public sealed class TimeWords(TimeZoneInfo zone, DateTimeOffset now)
{
    /// <summary>Up to when; 长期 when nothing will ever change it.</summary>
    public string Until(DateTimeOffset? until) => until is { } moment ? At(moment, "HH:mm") : Words.UntilChanged;

    /// <summary>When the card was heard; 从未应答 when it never was.</summary>
    public string Heard(DateTimeOffset? heard) => heard is { } moment ? At(moment, "HH:mm:ss") : Words.NeverHeard;

    /// <summary>When something was last seen, and how old that is.</summary>
    /// <param name="sighted">When.</param>
    /// <param name="isCurrent">False where nothing new is heard, so that an age that is written now would soon be wrong.</param>
    public string Sighted(DateTimeOffset sighted, bool isCurrent) => !isCurrent ? At(sighted, "HH:mm:ss")
        : (int)(now - sighted).TotalMinutes is > 0 and var minutes ? Words.SightedMinutes.With(At(sighted, "HH:mm:ss"), minutes)
        : Words.SightedNow.With(At(sighted, "HH:mm:ss"));

    /// <summary>A moment to the second; a dash when there is none.</summary>
    public string Second(DateTimeOffset? moment) => moment is { } some ? At(some, "HH:mm:ss") : Words.Nothing;

    private string At(DateTimeOffset moment, string time)
    {
        var (there, here) = (TimeZoneInfo.ConvertTime(moment, zone), TimeZoneInfo.ConvertTime(now, zone));
        var clock = there.ToString(time, CultureInfo.InvariantCulture);
        return (there.Date - here.Date).Days switch
        {
            0 => clock,
            1 => Words.Tomorrow.With(clock),
            -1 => Words.Yesterday.With(clock),
            _ when there.Year == here.Year => Words.OnDay.With(there.Month, there.Day, clock),
            _ => Words.OnDate.With(there.Year, there.Month, there.Day, clock),
        };
    }
}
