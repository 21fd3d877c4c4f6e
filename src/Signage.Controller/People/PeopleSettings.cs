using System.Net;
using Signage.Controller.Hosting;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Web.Accounts;

namespace Signage.Controller.People;

/// <summary>How a site deals with people: section <c>Signage:People</c>.</summary>
public sealed record PeopleSettings
{
    /// <summary>The folder of keys, within the data folder.</summary>
    public const string KeyFolder = "keys";

    /// <summary>What the site is called, as telephones show it beside one-time codes; at most 32 signs.</summary>
    public string? SiteName { get; init; }

    /// <summary>How many people stand between a text and a panel: <c>one</c>, <c>two</c> or <c>three</c>; three when nobody says.</summary>
    public string? Reviews { get; init; }

    /// <summary><c>true</c> where browsers reach the site by https through a proxy on the way: cookies are for https only then.</summary>
    public string? Https { get; init; }

    /// <summary>Addresses of the proxies before the site, with spaces between; what others say of a caller's address counts for nothing.</summary>
    public string? Proxies { get; init; }

    /// <summary>After how many days a password has to be changed, 1 to 3650; never when nobody says.</summary>
    public string? PasswordDays { get; init; }

    /// <summary>The settings as the pages take them.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="SiteStartException">One of them cannot be.</exception>
    public SiteAccountsSettings ForPages(string data) => new(Name, Path.Combine(Path.GetFullPath(data), KeyFolder), IsHttps, Mode) { PasswordDays = Days };

    /// <summary>The proxies.</summary>
    /// <exception cref="SiteStartException">One is no address.</exception>
    public IReadOnlyList<IPAddress> KnownProxies() =>
        [.. (Proxies ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => IPAddress.TryParse(text, out var address) ? address : throw Wrong("Proxies", text, Words.SettingAddress))];

    private const int LongestName = 32;

    private string Name => SiteName is null ? Words.SiteNameUnset
        : SiteName.Length is > 0 and <= LongestName && RefusedSigns.NoneIn(SiteName) ? SiteName
        : throw Wrong("SiteName", SiteName, Words.SettingSiteName.With(LongestName));

    private ReviewMode Mode => Reviews switch
    {
        null or "three" => ReviewMode.ThreeReviews,
        "two" => ReviewMode.TwoPeople,
        "one" => ReviewMode.OnePerson,
        _ => throw Wrong("Reviews", Reviews, "one | two | three"),
    };

    private bool IsHttps => Https is not null && (bool.TryParse(Https, out var https) ? https : throw Wrong("Https", Https, "true | false"));

    private int? Days => PasswordDays is null ? null
        : int.TryParse(PasswordDays, out var days) && days is >= 1 and <= 3650 ? days
        : throw Wrong("PasswordDays", PasswordDays, "1 … 3650");

    private static SiteStartException Wrong(string name, string value, string rule) => new(Words.SettingWrong.With($"Signage:People:{name}", value, rule));
}
