using System.Buffers;
using Fuzz.Tests.Inputs;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Fuzz.Tests.Targets.Families;

/// <summary>Onbon BX-6.</summary>
internal static class OnbonDecoders
{
    private const byte Ordinary = 1;
    private const byte Dynamic = 2;

    public static IReadOnlyList<IDecoderTarget> All { get; } = Make();

    private static IDecoderTarget[] Make()
    {
        var model = CardModel.Of(new Bx6Adapter(), "onbon/bx-6q2", "32x8x1");
        var codec = new Bx6Codec();
        var ping = model.Packets[0];
        byte[][] frames = [.. Repository.Vectors("onbon-bx6"), .. model.Packets];
        byte[][] talks =
        [
            .. frames.Select(frame => Chunk.Write([new Chunk(0, frame), .. Bodies(codec, frame)])),
            .. model.Commands.Select(command => Chunk.Write(model.Talk(command).Said.SelectMany(said => Bodies(codec, ((WireMessage.Bytes)said).Data)))),
        ];
        return
        [
            new PacketTarget<Bx6Packet>("onbon-bx6/frame", codec, frames, ping),
            new CaptureTarget(model.Adapter, frames, ping),
            new ReaderTarget(
                "onbon-bx6/body",
                [.. frames.SelectMany(frame => Bodies(codec, frame)).Select(body => body.Data.ToArray())],
                ("request", body => Bx6Body.ReadRequest(body, out _) is { } request ? Bx6Update.Read(request.Data, out _) : null),
                ("reply", body => Bx6Body.ReadReply(body) is { } reply ? (Bx6PingReply.Read(reply.Data), Bx6StatusReply.Read(reply.Data), Bx6Directory.Read(reply.Data)) : null)),
            new CardTarget(model, talks, new WireMessage.Bytes(ping), answer => answer is WireAnswer.Datagram { Data.IsEmpty: false } said && HasReply(codec, said.Data))
            {
                Dress = chunk => (chunk.Head & 3) switch
                {
                    Ordinary => codec.ToBytes(new Bx6Ordinary(Bx6Packet.Any, Bx6Packet.Controller, Bx6Packet.Any, chunk.Data)),
                    Dynamic => codec.ToBytes(new Bx6Dynamic(Bx6Packet.Any, Bx6Packet.Controller, Bx6Packet.Any, chunk.Data)),
                    _ => chunk.Data,
                },
            },
            new DialogueTarget(model)
            {
                Dress = (chunk, said) => (chunk.Head & 0x20) != 0 && said is WireMessage.Bytes asked && Packet(codec, asked.Data) is { } question
                    ? codec.ToBytes(question with { Destination = question.Source, Source = question.Destination, Body = chunk.Data })
                    : chunk.Data,
            },
        ];
    }

    private static IEnumerable<Chunk> Bodies(Bx6Codec codec, ReadOnlyMemory<byte> frame) =>
        Packet(codec, frame) is { } packet ? [new Chunk(packet is Bx6Dynamic ? Dynamic : Ordinary, packet.Body)] : [];

    private static Bx6Packet? Packet(Bx6Codec codec, ReadOnlyMemory<byte> frame)
    {
        var input = new ReadOnlySequence<byte>(frame);
        return codec.TryRead(ref input, out var packet) == WireRead.Packet ? packet : null;
    }

    private static bool HasReply(Bx6Codec codec, ReadOnlyMemory<byte> said)
    {
        var input = new ReadOnlySequence<byte>(said);
        while (true)
        {
            switch (codec.TryRead(ref input, out var packet))
            {
                case WireRead.Packet when Bx6Body.ReadReply(packet!.Body) is { Group: Bx6Commands.Control }:
                    return true;
                case WireRead.NeedMore:
                    return false;
                default:
                    continue;
            }
        }
    }
}
