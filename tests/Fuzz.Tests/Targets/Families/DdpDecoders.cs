using Fuzz.Tests.Inputs;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Ddp.Wire;

namespace Fuzz.Tests.Targets.Families;

/// <summary>DDP.</summary>
internal static class DdpDecoders
{
    public static IReadOnlyList<IDecoderTarget> All { get; } = Make();

    private static IDecoderTarget[] Make()
    {
        var model = CardModel.Of(new DdpAdapter(), "ddp/espixelstick", "16x8xrgb");
        var codec = new DdpCodec();
        byte[][] packets =
        [
            .. Repository.Vectors("ddp"),
            .. model.Packets,
            codec.ToBytes(new DdpPacket { Timecode = 7, Sequence = 3, DataType = DdpPacket.Rgb8, Push = true, Data = new byte[48] }),
            codec.ToBytes(new DdpPacket { Reply = true, Push = true, Id = DdpPacket.Status, Data = "{\"status\":{\"man\":\"a\",\"ver\":1}}"u8.ToArray() }),
        ];

        // There is no check value, so only a packet as long as the longest that rubbish may announce cannot be swallowed twice; and dark pixels begin no packet.
        var longest = codec.ToBytes(new DdpPacket { Timecode = 1, Sequence = 1, DataType = DdpPacket.Rgb8, Push = true, Data = new byte[DdpCodec.MaxData] });
        var question = new WireMessage.Datagrams([codec.ToBytes(new DdpPacket { Query = true, Id = DdpPacket.Status, Wanted = DdpCodec.MaxData })]);
        return
        [
            new PacketTarget<DdpPacket>("ddp/packet", codec, packets, longest),
            new CaptureTarget(model.Adapter, packets, longest),
            new ReaderTarget("ddp/status", ["{\"status\":{\"man\":\"a\",\"mod\":\"b\",\"ver\":1,\"push\":true,\"x\":[1,{}]}}"u8.ToArray()], ("status", DdpStatus.Read)),
            new CardTarget(
                model,
                [.. packets.Select(packet => Chunk.Write([new Chunk(0, packet), new Chunk(0, packet)])), .. model.Commands.Select(command => Chunk.Write(model.Talk(command).Said.Select(MessageBytes.Of)))],
                question,
                answer => answer is WireAnswer.Datagram datagram && codec.ReadDatagram(datagram.Data) is { Reply: true, Id: DdpPacket.Status }),
            new DialogueTarget(model),
        ];
    }
}
