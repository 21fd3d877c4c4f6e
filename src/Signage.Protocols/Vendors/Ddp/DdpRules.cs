using Signage.Core.Panels;
using Signage.Core.Text;
using Signage.Protocols.Profiles;
using Signage.Protocols.Vendors.Ddp.Wire;

namespace Signage.Protocols.Vendors.Ddp;

/// <summary>What every profile of a display that takes pictures by DDP has to keep to.</summary>
internal static class DdpRules
{
    private const int Smallest = DdpCodec.LongHead + 3;
    private const int Largest = DdpCodec.LongHead + DdpCodec.MaxData;

    /// <summary>Everything that cannot be.</summary>
    public static IEnumerable<string> Complaints(DeviceProfile profile) =>
    [
        .. DdpSettings.Complaints(profile),
        .. profile.Delivery is [DeliveryKind.Frames] ? (string[])[] : [CardWords.OnlyFrames],
        .. profile.Colours.Where(colour => colour != ColourAbility.Full).Select(colour => CardWords.ColourNotFull.With(colour)),
        .. profile.Links.Where(link => link.Scheme != "udp").Select(link => CardWords.OnlyUdp.With(link.Scheme)),
        .. profile.Packets.MaxBytes is < Smallest or > Largest ? (string[])[CardWords.PacketSize.With(profile.Packets.MaxBytes, Smallest, Largest)] : [],
        .. Unable(profile.Capabilities).Select(name => CardWords.CannotDo.With(name)),
    ];

    private static IEnumerable<string> Unable(ProfileCapabilities can) =>
        new (bool Claims, string Name)[] { (can.Clock, "clock"), (can.ReadBack, "readBack"), (can.Screenshot, "screenshot"), (can.Keep, "keep") }
            .Where(pair => pair.Claims).Select(pair => pair.Name);
}
