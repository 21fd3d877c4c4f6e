using System.Buffers;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.SecondDecoder;

/// <summary>What the codec that ships makes of the same bytes, in the words of the second decoder, so that two answers are two texts.</summary>
internal static class FirstCodec
{
    /// <summary>The packet; null when the bytes are not exactly one packet with a body that reads.</summary>
    public static PlainPacket? Read(byte[] wire)
    {
        var input = new ReadOnlySequence<byte>(wire);
        if (new Bx6Codec().TryRead(ref input, out var packet) != WireRead.Packet || input.ToArray().Any(value => value != 0x5A))
        {
            return null;
        }

        var isReply = !packet!.Body.IsEmpty && packet.Body.Span[0] == 0;
        return (isReply ? Bx6Body.ReadReply(packet.Body) : Bx6Body.ReadRequest(packet.Body, out _)) is { } body ? Plain(packet, body) : null;
    }

    /// <summary>The areas of an update; null when its data makes no sense.</summary>
    public static IReadOnlyList<PlainArea>? ReadAreas(byte[] data) => Bx6Update.Read(data, out _)?.Areas.Select(Plain).ToList();

    private static PlainPacket Plain(Bx6Packet packet, Bx6Body body) => new(
        packet.Destination,
        packet.Source,
        packet.DeviceType,
        packet is Bx6Ordinary ordinary ? Plain(ordinary) : null,
        body.IsReply,
        body.Group,
        body.Command,
        body.IsReply ? body.Status : null,
        body.IsReply ? body.Error : null,
        body.Data.ToArray());

    private static PlainOrdinary Plain(Bx6Ordinary packet) => new(
        packet.ProtocolType,
        packet.PhyType,
        packet.Sequence,
        packet.MaxFrame,
        packet.Random,
        Convert.ToHexString(BitConverter.GetBytes(packet.Secret)[..6]));

    private static PlainArea Plain(Bx6Area area) => new(
        area.Id,
        area.RunMode,
        area.Timeout,
        area.AllPrograms,
        [.. area.Programs.Select(number => (int)number)],
        area.Immediate,
        area.X,
        area.Y,
        area.Width,
        area.Height,
        [.. area.Pages.Select(Plain)]);

    private static PlainPage Plain(Bx6Page page) => new(
        page.Style, page.DisplayMode, page.ClearMode, page.Speed, page.Stay, page.Repeat, page.ValidWidth, page.Bitmap.ToArray());
}
