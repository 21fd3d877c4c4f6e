using Signage.Controller.Alerts.Intake;
using Signage.Controller.People;
using Signage.Controller.Planning;

namespace Signage.Controller.Hosting;

/// <summary>How a site is set up: section <c>Signage</c> of appsettings, environment (<c>Signage__Data</c> …) or the command line.</summary>
public sealed record SiteSettings
{
    /// <summary>Where the site keeps its data; made when missing.</summary>
    public required string Data { get; init; }

    /// <summary>The folder of card models.</summary>
    public required string Profiles { get; init; }

    /// <summary>The folder of calendar files; the one beside the program when nobody says.</summary>
    public string Calendars { get; init; } = Path.Combine(AppContext.BaseDirectory, CalendarFolder.BesideProgram);

    /// <summary>A <c>signage.json</c> with panels and slots, taken over once; null for none.</summary>
    public string? Import { get; init; }

    /// <summary>Site time, an IANA name.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Where the site is, for sunrise and sunset: degrees north of the equator, -90 to 90, such as <c>39.904</c>. Null, with <see cref="Longitude"/>, where slots do not go by the sun.</summary>
    public string? Latitude { get; init; }

    /// <summary>Where the site is: degrees east of Greenwich, -180 to 180, such as <c>116.407</c>.</summary>
    public string? Longitude { get; init; }

    /// <summary>How many hours slots without any time may be lit while the clock is not believed, 1 to 720; 72 when nobody says.</summary>
    public string? AnyTimeHours { get; init; }

    /// <summary>The codes of the site's place for warnings, with spaces between: <c>adcode=510903001</c>. Null, and no place, where no warning concerns the site.</summary>
    public string? Geocodes { get; init; }

    /// <summary>A folder of word lists of the site's own, beside those that come with the program; null for none.</summary>
    public string? Screening { get; init; }

    /// <summary>The places that are the site's own, as word lists write them, with spaces between: <c>遂宁 船山</c>. Words that name other listed places are pointed out then; null points out none.</summary>
    public string? OwnPlaces { get; init; }

    /// <summary>How warnings come by themselves; not at all when nobody says.</summary>
    public AlertSettings Alerts { get; init; } = new();

    /// <summary>How the site deals with people.</summary>
    public PeopleSettings People { get; init; } = new();

    /// <summary>Where the pages are served, such as <c>http://127.0.0.1:5080</c>; port 0 takes a free one. Null serves none.</summary>
    public string? Web { get; init; } = SiteWeb.DefaultUrl;

    /// <summary>Where metrics and traces go (OTLP over HTTP), such as <c>http://127.0.0.1:4318</c>; null sends none.</summary>
    public string? Telemetry { get; init; }

    /// <summary>Quartz wakes the site at the plan's next boundary.</summary>
    public bool Quartz { get; init; } = true;

    /// <summary>Quartz keeps its triggers in a file of its own; false keeps them in memory (stepped clocks).</summary>
    public bool QuartzStore { get; init; } = true;

    /// <summary>The site looks once a second, whatever happened to any wake-up.</summary>
    public bool Watchdog { get; init; } = true;

    /// <summary>The site ends when a part of it hangs. A test whose clock runs a thousand times faster than its threads turns it off.</summary>
    public bool HealthWatch { get; init; } = true;

    /// <summary>Where programs of this machine leave locks; null takes the user's runtime folder.</summary>
    public string? RuntimeFolder { get; init; }

    /// <summary>The database of the site.</summary>
    public string Database => DatabaseOf(Data);

    /// <summary>The database of a data folder.</summary>
    public static string DatabaseOf(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "site.db");

    /// <summary>The control socket of a data folder.</summary>
    public static string SocketOf(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "control.sock");
}
