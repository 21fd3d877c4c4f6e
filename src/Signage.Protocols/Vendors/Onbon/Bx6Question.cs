using Signage.Protocols.Vendors.Onbon.Wire;

namespace Signage.Protocols.Vendors.Onbon;

/// <summary>One request to a card: the body, the kind of frame that carries it, and the answer that belongs to it.</summary>
/// <param name="Body">What is asked.</param>
/// <param name="IsDynamic">True for frames of dynamic areas, which carry no sequence.</param>
/// <param name="ReplyGroup">Group of a query's reply; 0 when an acknowledgement is all there is.</param>
/// <param name="ReplyCommand">Command of a query's reply.</param>
internal sealed record Bx6Question(ReadOnlyMemory<byte> Body, bool IsDynamic, byte ReplyGroup = 0, byte ReplyCommand = 0)
{
    /// <summary>The question as a frame.</summary>
    public Bx6Packet ToPacket(Bx6Settings settings, ushort sequence) => IsDynamic
        ? new Bx6Dynamic(settings.Destination, settings.Source, settings.DeviceType, Body)
        : new Bx6Ordinary(settings.Destination, settings.Source, settings.DeviceType, Body)
        {
            ProtocolType = settings.ProtocolType,
            PhyType = settings.PhyType,
            MaxFrame = settings.MaxFrame,
            Sequence = settings.Sequence ?? sequence,
            Random = settings.Random ?? (byte)(sequence & 0xFF),
        };
}
