using System.Buffers;
using Signage.Protocols.Tests.Vectors;
using Signage.Protocols.Vendors.Awtrix.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Awtrix;

/// <summary>
/// Every packet that somebody else wrote down, or that was computed without our writer, cut short, after noise and with bits flipped; whole ones are in
/// <see cref="VectorTests"/>.
/// </summary>
public sealed class AwtrixVectorTests
{
    public static TheoryData<string> Names => [.. ByteVector.All("awtrix3").Select(vector => vector.Name)];

    [Fact]
    public void Vectors_WhenListed_AreTenPublishedAndEightDerived()
    {
        var vectors = ByteVector.All("awtrix3");
        Assert.Equal(10, vectors.Count(vector => vector.Level == "published"));
        Assert.Equal(8, vectors.Count(vector => vector.Level == "derived"));
        Assert.Equal(18, vectors.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenFedByteByByte_NeedsMoreAndLeavesTheInputWhole(string name)
    {
        var bytes = Vector(name);
        for (var length = 0; length < bytes.Length; length++)
        {
            var input = new ReadOnlySequence<byte>(bytes, 0, length);
            Assert.Equal(WireRead.NeedMore, new AwtrixCodec().TryRead(ref input, out _));
            Assert.Equal(length, input.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenNoiseStandsBefore_FindsThePacket(string name)
    {
        // The second byte looks like a publish that announces two million bytes, the letters like a request.
        var input = new ReadOnlySequence<byte>([0x00, 0x30, 0xFF, 0xFF, 0x7F, (byte)'P', (byte)'O', 0xFF, .. Vector(name)]);
        AwtrixPacket? packet;
        while (new AwtrixCodec().TryRead(ref input, out packet) == WireRead.Malformed)
        {
            // Noise is passed over byte by byte.
        }

        Assert.Equal(Convert.ToHexString(Vector(name)), Convert.ToHexString(Write(packet!)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_WhenOneBitIsFlipped_NeverReadsAsTheSamePacket(string name)
    {
        var bytes = Vector(name);
        var good = Convert.ToHexString(bytes);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var bad = (byte[])bytes.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            if (Read(bad) is { } packet)
            {
                // A header line that is passed over, or the case of its name, is no part of a packet.
                var written = Convert.ToHexString(Write(packet));
                Assert.True(good != written || name.StartsWith("http", StringComparison.Ordinal), $"bit {bit} of {name}");
            }
        }
    }

    private static byte[] Vector(string name) => ByteVector.Named("awtrix3", name).Bytes;

    private static byte[] Write(AwtrixPacket packet)
    {
        var output = new ArrayBufferWriter<byte>();
        new AwtrixCodec().Write(packet, output);
        return output.WrittenSpan.ToArray();
    }

    private static AwtrixPacket? Read(byte[] bytes)
    {
        var input = new ReadOnlySequence<byte>(bytes);
        return new AwtrixCodec().TryRead(ref input, out var packet) == WireRead.Packet ? packet : null;
    }
}
