using System.Security;
using Signage.Core.Text;

namespace Signage.Controller.Hosting;

/// <summary>The time zone of a site.</summary>
internal static class SiteZone
{
    /// <summary>Finds a time zone by its name.</summary>
    /// <exception cref="SiteStartException">There is none of that name.</exception>
    public static TimeZoneInfo Find(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or ArgumentException)
        {
            throw new SiteStartException(Words.NoSuchZone.With(name), unknown);
        }
    }
}
