using System.Text.Json.Nodes;
using Signage.Core.Panels;
using Signage.Core.Ports;

namespace Signage.Controller.Control.Verbs;

/// <summary>When each panel was last seen, and how long ago that is: an old sighting is no evidence of now.</summary>
/// <param name="window">The site as pages see it.</param>
/// <param name="siteTime">Site time.</param>
internal sealed class Sightings(ISiteWindow window, TimeProvider siteTime)
{
    /// <summary>The site as it is now.</summary>
    public SiteView Site => window.Now;

    /// <summary>The sightings of now; a panel that was never seen is absent.</summary>
    public IReadOnlyDictionary<PanelId, JsonObject> Now
    {
        get
        {
            var site = Site;
            return site.Panels
                .Select(panel => (panel.Panel.Id, Sighted: Of(panel, site.Zone)))
                .Where(pair => pair.Sighted is not null)
                .ToDictionary(pair => pair.Id, pair => pair.Sighted!);
        }
    }

    /// <summary>The sighting of one panel; null when it was never seen showing what is desired.</summary>
    public JsonObject? Of(PanelView panel, TimeZoneInfo zone) => panel.SightedAt is not { } at ? null : new JsonObject
    {
        ["at"] = ControlAnswers.Local(at, zone),
        ["secondsAgo"] = (long)Math.Max(0, (siteTime.GetUtcNow() - at).TotalSeconds),
    };
}
