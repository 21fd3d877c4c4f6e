using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Policies;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Scheduling;

/// <summary>What the cards keep of the policies by their own timers; worked out once for every picture of the site. Asked by one caller at a time.</summary>
internal sealed class CardTimers
{
    private readonly Dictionary<PanelId, CardTimer> _known = [];
    private SitePicture? _picture;

    /// <summary>The timer of a panel's card; null where its model has none.</summary>
    /// <param name="picture">What is enrolled and planned.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="profile">Its card model; null when it is unknown.</param>
    /// <param name="now">Site time.</param>
    public CardTimer? Of(SitePicture picture, Panel panel, DeviceProfile? profile, DateTimeOffset now)
    {
        if (profile is not { Capabilities.Timers: > 0 and var most })
        {
            return null;
        }

        if (!ReferenceEquals(_picture, picture))
        {
            _known.Clear();
            _picture = picture;
        }

        return _known.TryGetValue(panel.Id, out var known) ? known : _known[panel.Id] = DailyDark.Of(picture.Policies, panel.Id, most, now);
    }
}
