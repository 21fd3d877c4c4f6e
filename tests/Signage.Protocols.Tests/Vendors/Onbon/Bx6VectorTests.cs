using System.Buffers;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>Every packet that came from outside, cut short, after noise and with bits flipped; whole ones are in <see cref="VectorTests"/>.</summary>
public sealed class Bx6VectorTests
{
    public static TheoryData<string> Names => [.. ByteVector.All("onbon-bx6").Select(vector => vector.Name)];

    [Fact]
    public void Vectors_WhenListed_AreTheTwentySixFromOutside()
    {
        var vectors = ByteVector.All("onbon-bx6");
        Assert.Equal(26, vectors.Count);
        Assert.All(vectors, vector => Assert.Contains(vector.Level, new[] { "captured", "published", "accepted" }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenFedByteByByte_NeedsMoreAndLeavesTheInputWhole(string name)
    {
        var bytes = Vector(name);
        for (var length = 0; length < bytes.Length; length++)
        {
            var input = new ReadOnlySequence<byte>(bytes, 0, length);
            Assert.Equal(WireRead.NeedMore, new Bx6Codec().TryRead(ref input, out _));
            Assert.Equal(length, input.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenNoiseStandsBefore_FindsThePacket(string name)
    {
        byte[] noisy = [0x00, 0x5A, 0xA5, 0x17, 0xFF, .. Vector(name)];
        var input = new ReadOnlySequence<byte>(noisy);
        var codec = new Bx6Codec();
        Bx6Packet? packet;
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
    public void TryRead_WhenOneBitIsFlipped_NeverReadsAsTheSamePacket(string name)
    {
        var bytes = Vector(name);
        var good = Convert.ToHexString(new Bx6Codec().ToBytes(Read(bytes)));
        for (var bit = 7 * 8; bit < (bytes.Length - 1) * 8; bit++)
        {
            var bad = (byte[])bytes.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            var input = new ReadOnlySequence<byte>(bad);
            if (bit / 8 == 7 || new Bx6Codec().TryRead(ref input, out var packet) != WireRead.Packet)
            {
                continue;   // a flipped last lead byte only shortens the run of leads
            }

            Assert.True(good != Convert.ToHexString(new Bx6Codec().ToBytes(packet!)), $"bit {bit} of {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Describe_WhenAnyVector_NamesEveryByteOnce(string name)
    {
        var bytes = Vector(name);
        var at = 0;
        foreach (var field in new Bx6Codec().Describe(bytes))
        {
            Assert.Equal(at, field.Offset);
            at += field.Length;
        }

        Assert.Equal(bytes.Length, at);
    }

    private static byte[] Vector(string name) => ByteVector.Named("onbon-bx6", name).Bytes;

    private static Bx6Packet Read(byte[] bytes)
    {
        var input = new ReadOnlySequence<byte>(bytes);
        Assert.Equal(WireRead.Packet, new Bx6Codec().TryRead(ref input, out var packet));
        return packet!;
    }
}
