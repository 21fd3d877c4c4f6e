using CsCheck;
using Signage.Protocols.Vendors.Ddp.Wire;

namespace Signage.Protocols.Tests.Vendors.Ddp;

/// <summary>Packets and rubbish for properties.</summary>
internal static class RandomDdp
{
    private static readonly Gen<byte> Types = Gen.Byte.Where(type => (type & 0x40) == 0);

    public static Gen<DdpPacket> Packets { get; } = Gen.Select(
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool), Gen.UInt.Nullable(), Gen.Select(Gen.Byte[0, 15], Types, Gen.Byte[1, 255]), Gen.UInt, Gen.UShort, Gen.Byte.Array[0, 60],
        (flags, time, small, offset, wanted, data) =>
        {
            var packet = new DdpPacket
            {
                Push = flags.Item1,
                Query = flags.Item2,
                Reply = flags.Item3,
                Storage = flags.Item4,
                Timecode = time,
                Sequence = small.Item1,
                DataType = small.Item2,
                Id = small.Item3,
                Offset = offset,
            };
            return packet.Asks ? packet with { Wanted = wanted } : packet with { Data = data };
        });

    /// <summary>Packets, pieces of packets and rubbish in any order.</summary>
    public static Gen<byte[]> Streams { get; } = Gen.OneOf(
        Gen.Byte.Array[0, 40],
        Packets.Select(packet => new DdpCodec().ToBytes(packet)),
        Gen.Select(Packets, Gen.Int[0, 30], (packet, cut) => new DdpCodec().ToBytes(packet)[..^Math.Min(cut, 10)]),
        Gen.Select(Gen.OneOf<byte>(0x40, 0x41, 0x51, 0x47, 0x50, 0x00), Gen.Int[1, 40], (value, count) => Enumerable.Repeat(value, count).ToArray()))
        .Array[0, 6].Select(pieces => pieces.SelectMany(piece => piece).ToArray());
}
