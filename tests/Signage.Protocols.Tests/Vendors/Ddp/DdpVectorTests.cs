using System.Buffers;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Ddp.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Ddp;

/// <summary>Packets that others published, and a few that were computed, cut short, after noise and with bits flipped; whole ones are in <see cref="VectorTests"/>.</summary>
public sealed class DdpVectorTests
{
    public static TheoryData<string> Names => [.. ByteVector.All("ddp").Select(vector => vector.Name)];

    [Fact]
    public void Vectors_WhenListed_AreSevenFromOutsideAndThreeComputed()
    {
        var levels = ByteVector.All("ddp").CountBy(vector => vector.Level).ToDictionary();
        Assert.Equal(new Dictionary<string, int> { ["published"] = 7, ["derived"] = 3 }, levels);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenFedByteByByte_NeedsMoreAndLeavesTheInputWhole(string name)
    {
        var bytes = Vector(name);
        for (var length = 0; length < bytes.Length; length++)
        {
            var input = new ReadOnlySequence<byte>(bytes, 0, length);
            Assert.Equal(WireRead.NeedMore, new DdpCodec().TryRead(ref input, out _));
            Assert.Equal(length, input.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenNoiseStandsBefore_FindsThePacket(string name)
    {
        byte[] noisy = [0x00, 0x5A, 0xA5, 0x17, 0xFF, .. Vector(name)];
        var input = new ReadOnlySequence<byte>(noisy);
        var codec = new DdpCodec();
        DdpPacket? packet;
        WireRead read;
        do
        {
            read = codec.TryRead(ref input, out packet);
        }
        while (read == WireRead.Malformed);

        Assert.Equal(WireRead.Packet, read);
        Assert.Equal(Convert.ToHexString(Vector(name)), Convert.ToHexString(codec.ToBytes(packet!)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ReadDatagram_WhenOneBitIsFlipped_NeverReadsAsTheSamePacket(string name)
    {
        var bytes = Vector(name);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var bad = (byte[])bytes.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Read(bad) is { } packet && bytes.AsSpan().SequenceEqual(new DdpCodec().ToBytes(packet)), $"bit {bit} of {name}");
        }
    }

    private static byte[] Vector(string name) => ByteVector.Named("ddp", name).Bytes;

    private static DdpPacket? Read(byte[] bytes) => new DdpCodec().ReadDatagram(bytes);
}
