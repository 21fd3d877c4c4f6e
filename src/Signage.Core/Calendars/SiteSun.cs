using System.Collections.Concurrent;

namespace Signage.Core.Calendars;

/// <summary>
/// The sun over the place of a site: when it rises and sets. A pure function of place and day; days that were reckoned are remembered. A level horizon
/// is meant, with the usual refraction of the air: the middle of the sun is then 0.833 degrees below it. Where the sun does not set all day, it sets and rises
/// when it is lowest (sunset to sunrise is no time at all); where it does not rise, it rises and sets when it is highest (sunset to sunrise is the whole day).
/// </summary>
/// <param name="place">Where.</param>
public sealed class SiteSun(SitePlace place)
{
    private const double Radian = Math.PI / 180;
    private const double Horizon = -0.833;
    private const double Turn = 360;

    // Each look comes nearer by a factor of some hundred; far north it needs a few more.
    private const int Looks = 5;

    // A year and its neighbours for many zones; whoever asks for centuries has them reckoned anew.
    private const int Remembered = 4000;
    private readonly ConcurrentDictionary<long, SunDay> _days = new();

    /// <summary>Where.</summary>
    public SitePlace Place => place;

    /// <summary>The sunrise and the sunset around the highest stand of the sun that is nearest to an instant: that of a clock's noon gives the day's.</summary>
    /// <param name="noon">Twelve o'clock of the day in the site's zone.</param>
    public SunDay Around(DateTimeOffset noon)
    {
        if (_days.TryGetValue(noon.UtcTicks, out var known))
        {
            return known;
        }

        if (_days.Count >= Remembered)
        {
            _days.Clear();
        }

        return _days.GetOrAdd(noon.UtcTicks, Reckon);
    }

    private SunDay Reckon(long noon)
    {
        var highest = Meet(noon, _ => 0);
        var half = (long)(Arc(SunInSky.At(At(highest)).Declination) / Turn * TimeSpan.TicksPerDay);
        return new SunDay(Minute(Meet(highest - half, declination => -Arc(declination))), Minute(Meet(highest + half, Arc)));
    }

    /// <summary>When the sun has passed the meridian of the place by so many degrees, looked for from near by.</summary>
    private long Meet(long near, Func<double, double> wanted)
    {
        for (var look = 0; look < Looks; look++)
        {
            var (declination, hourAngle) = SunInSky.At(At(near));
            near += (long)(Math.IEEERemainder(wanted(declination) - hourAngle - place.Longitude, Turn) / Turn * TimeSpan.TicksPerDay);
        }

        return near;
    }

    /// <summary>Degrees from the highest stand to the horizon, 0 to 180: 0 where the sun stays below, 180 where it stays above.</summary>
    private double Arc(double declination)
    {
        var (latitude, sun) = (place.Latitude * Radian, declination * Radian);
        var cosine = (Math.Sin(Horizon * Radian) - (Math.Sin(latitude) * Math.Sin(sun))) / (Math.Cos(latitude) * Math.Cos(sun));
        return Math.Acos(Math.Clamp(cosine, -1, 1)) / Radian;
    }

    private static DateTimeOffset Minute(long ticks) => At((ticks + (TimeSpan.TicksPerMinute / 2)) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);

    // The first and the last day there are have a sun that nobody sees.
    private static DateTimeOffset At(long ticks) => new(Math.Clamp(ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
}
