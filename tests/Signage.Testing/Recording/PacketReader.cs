using System.Buffers;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Transports.Links;

namespace Signage.Testing.Recording;

/// <summary>Says what a packet means to one panel, by showing it to a healthy card of the same model that has heard nothing else.</summary>
/// <param name="panel">The panel.</param>
/// <param name="profile">Its card model.</param>
public sealed class PacketReader(Panel panel, DeviceProfile profile)
{
    private readonly DeviceProfile _profile = profile.AtAddress(PanelAddress.Of(panel.Endpoint).Card);

    /// <summary>The panel.</summary>
    public PanelId Panel => panel.Id;

    /// <summary>What the card holds after the packet; null when the packet is none, is for another card, or was refused.</summary>
    public GlassReading? Read(ReadOnlyMemory<byte> packet)
    {
        var card = SimulatedCards.Create(_profile, panel.Face, new CardClock(TimeProvider.System));
        var input = new ReadOnlySequence<byte>(packet);
        ((IByteCard)card).OnBytes(ref input, new ArrayBufferWriter<byte>());
        var reading = card.Read();
        return reading.PacketsTaken > 0 ? reading : null;
    }
}
