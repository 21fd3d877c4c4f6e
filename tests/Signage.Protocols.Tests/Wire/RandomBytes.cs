using System.Buffers;
using CsCheck;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Wire;

/// <summary>Bytes for codecs of texts and topics, and what holds for a codec whatever it is fed with.</summary>
internal static class RandomBytes
{
    /// <summary>Plain bytes, bytes that the protocol likes, and whole packets cut, lengthened and put together, so that the rubbish comes far.</summary>
    public static Gen<byte[]> Around(byte[] likely, params byte[][] good)
    {
        var whole = Gen.Int[0, good.Length - 1].Select(index => good[index]);
        return Gen.OneOf(
            Gen.Byte.Array[0, 200],
            Gen.Int[0, likely.Length - 1].Select(index => likely[index]).Array[0, 100],
            whole,
            Gen.Select(whole, Gen.Int[0, 300], (bytes, cut) => bytes[..Math.Max(0, bytes.Length - cut)]),
            Gen.Select(whole, Gen.Int[0, 10_000], Gen.Byte, (bytes, at, value) => (byte[])[.. bytes[..(at % bytes.Length)], value, .. bytes[((at % bytes.Length) + 1)..]]))
            .Array[0, 4].Select(pieces => pieces.SelectMany(piece => piece).ToArray());
    }

    /// <summary>Each answer is one of the three and goes on, or waits and leaves the input whole; memory and time are bounded by the bytes.</summary>
    public static void ReadToTheEnd<TPacket>(IWireCodec<TPacket> codec, byte[] bytes)
        where TPacket : class
    {
        var input = new ReadOnlySequence<byte>(bytes);
        while (true)
        {
            var before = input;
            var read = codec.TryRead(ref input, out var packet);
            Assert.Equal(read == WireRead.Packet, packet is not null);
            if (read == WireRead.NeedMore)
            {
                Assert.Equal((before.Length, before.Start), (input.Length, input.Start));
                return;
            }

            Assert.True(input.Length < before.Length, "nothing was used");
        }
    }

    /// <summary>What is told stands in order and in bounds, whether the bytes are a packet or not.</summary>
    public static void DescribeInOrder<TPacket>(IWireCodec<TPacket> codec, byte[] bytes)
        where TPacket : class
    {
        var end = 0;
        foreach (var field in codec.Describe(bytes))
        {
            Assert.True(field.Offset >= end && field.Length > 0, field.ToString());
            end = field.Offset + field.Length;
        }

        Assert.True(end <= bytes.Length, $"{end} of {bytes.Length}");
    }
}
