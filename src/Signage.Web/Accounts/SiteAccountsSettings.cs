using Signage.Core.Review;

namespace Signage.Web.Accounts;

/// <summary>What a host says of the accounts of its site.</summary>
/// <param name="SiteName">What the site is called; telephones show it beside the codes, and no password may be made of it.</param>
/// <param name="KeyFolder">The folder of the key ring; nobody else may read it, and a database that is restored without it has lost the one-time codes: recovery codes are good still.</param>
/// <param name="IsHttps">Whether browsers reach the site by https, be it that TLS ends here or at a proxy before; cookies are then for https only.</param>
/// <param name="Mode">How many people stand between a text and a panel: whether one person may manage and review.</param>
public sealed record SiteAccountsSettings(string SiteName, string KeyFolder, bool IsHttps = false, ReviewMode Mode = ReviewMode.ThreeReviews)
{
    /// <summary>Whether everybody may look while there is no account. False where there were accounts before: a database that was lost opens nothing again.</summary>
    public bool IsOpenUnclaimed { get; init; } = true;

    /// <summary>After how many days a password has to be changed; null, which is usual, for never. 90 where an assessment (等保) asks for it; 1 or more.</summary>
    public int? PasswordDays { get; init; }

    /// <summary>The name of a cookie. The prefix makes browsers refuse one that another host or an http page set (RFC 6265bis, section 4.1.3.2).</summary>
    internal string Cookie(string name) => IsHttps ? $"__Host-{name}" : name;
}
