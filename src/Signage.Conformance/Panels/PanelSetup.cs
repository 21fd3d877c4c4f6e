using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;

namespace Signage.Conformance.Panels;

/// <summary>A panel and what it is spoken to with.</summary>
/// <param name="Adapter">The protocol.</param>
/// <param name="Profile">The card model.</param>
/// <param name="Face">Its pixels.</param>
/// <param name="Endpoint">Where it is.</param>
/// <param name="Transports">The links that can be opened.</param>
/// <param name="Time">The clock of the lines.</param>
public sealed record PanelSetup(IPanelAdapter Adapter, DeviceProfile Profile, PanelFace Face, Uri Endpoint, PanelTransports Transports, TimeProvider Time)
{
    /// <summary>Reads the picture file that a card hands back; null when it is none of the face. Without it screenshots are not looked at.</summary>
    public Func<ReadOnlyMemory<byte>, PanelFace, PixelFrame?>? ReadPicture { get; init; }

    /// <summary>Somebody who sees the glass; null when the panel is known by its link alone.</summary>
    public IPanelAtHand? AtHand { get; init; }

    /// <summary>Everything that keeps the panel from being examined at all, a line each.</summary>
    public IEnumerable<string> Complaints()
    {
        var address = PanelAddress.Of(Endpoint);
        var profile = Profile.AtAddress(address.Card);
        string[] unreachable = [.. Transports.Complaints(Endpoint, Profile)];
        return unreachable.Length > 0 ? unreachable : Adapter.Validate(profile).Concat(Adapter.Complaints(profile, Face));
    }
}
