using System.Net;
using Signage.Core.Ports;
using Signage.Web.Accounts;
using Signage.Web.Accounts.Sessions;

namespace Signage.Controller.People;

/// <summary>The people of a site as its web server meets them.</summary>
/// <param name="Book">Their accounts.</param>
/// <param name="Shelf">Where their sessions lie while the program is not running.</param>
/// <param name="Screen">Where the code for claiming is shown.</param>
/// <param name="Door">How the owner of the machine comes to the desks of the pages.</param>
/// <param name="Settings">How the site deals with them.</param>
public sealed record SitePeople(IAccountBook Book, ISessionShelf Shelf, ClaimScreen Screen, PeopleDoor Door, SiteAccountsSettings Settings)
{
    /// <summary>Where they darken panels and light them again; null where the pages have no switch.</summary>
    public IBlankDesk? Blanks { get; init; }

    /// <summary>The proxies whose word about a caller's address is believed; nobody's where there is none.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];
}
