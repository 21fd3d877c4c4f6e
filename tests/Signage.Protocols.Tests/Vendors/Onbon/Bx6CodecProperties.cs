using System.Buffers;
using CsCheck;
using Signage.Protocols.Vendors.Onbon;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Onbon;

/// <summary>What holds for the codec whatever the bytes.</summary>
public sealed class Bx6CodecProperties
{
    private const int Rounds = 20_000;

    [Fact]
    public void TryRead_WhenAnyBytes_GivesOneOfThreeAnswersAndEnds() => RandomWire.Streams.Sample(
        bytes =>
        {
            var input = new ReadOnlySequence<byte>(bytes);
            while (true)
            {
                var before = input;
                var read = new Bx6Codec().TryRead(ref input, out var packet);
                Assert.Equal(read == WireRead.Packet, packet is not null);
                if (read == WireRead.NeedMore)
                {
                    Assert.Equal((before.Length, before.Start), (input.Length, input.Start));
                    return;
                }

                Assert.Contains(read, new[] { WireRead.Packet, WireRead.Malformed });
                Assert.True(input.Length < before.Length, "nothing was used");
            }
        },
        iter: Rounds,
        print: Convert.ToHexString);

    [Fact]
    public void TryRead_WhenTheBytesComeInAnyPieces_FindsTheSamePackets() => Gen.Select(RandomWire.Streams, Gen.Int[1, 40].Array[1, 20]).Sample(
        (bytes, sizes) => Assert.Equal(Packets(bytes, [bytes.Length]), Packets(bytes, sizes)),
        iter: Rounds / 4,
        print: sample => $"{Convert.ToHexString(sample.Item1)} in pieces of {string.Join(',', sample.Item2)}");

    [Fact]
    public void TryRead_WhenAnyBytesStandBeforeAGoodPacket_FindsItLast() => Gen.Select(RandomWire.Streams, RandomWire.Codecs, RandomWire.Packets).Sample(
        (before, codec, packet) =>
        {
            byte[] stream = [.. before, .. codec.ToBytes(packet)];

            Assert.Equal(Convert.ToHexString(new Bx6Codec().ToBytes(packet)), Packets(stream, [stream.Length])[^1]);
        },
        iter: Rounds / 4,
        print: sample => $"{Convert.ToHexString(sample.Item1)} before {sample.Item3}");

    [Fact]
    public void TryRead_WhenTheBytesLieInSeveralSegments_ReadsTheSame() => Gen.Select(RandomWire.Packets, Gen.Int[1, 20]).Sample(
        (packet, size) =>
        {
            var wire = new Bx6Codec().ToBytes(packet);
            var input = Segments(wire, size);

            Assert.Equal(WireRead.Packet, new Bx6Codec().TryRead(ref input, out var read));
            Assert.Equal(Convert.ToHexString(wire), Convert.ToHexString(new Bx6Codec().ToBytes(read!)));
        },
        iter: Rounds / 4);

    [Fact]
    public void TryRead_WhenAnyPrefixOfAGoodPacket_NeedsMoreAndTakesNothing() => Gen.Select(RandomWire.Codecs, RandomWire.Packets).Sample(
        (codec, packet) =>
        {
            var wire = codec.ToBytes(packet);
            for (var length = 0; length <= wire.AsSpan().LastIndexOfAnyExcept((byte)0x5A) + 1; length++)
            {
                var input = new ReadOnlySequence<byte>(wire, 0, length);
                Assert.Equal((WireRead.NeedMore, length), (codec.TryRead(ref input, out _), input.Length));
            }
        },
        iter: 500);

    [Theory]
    [InlineData(0xA5)]
    [InlineData(0x5A)]
    [InlineData(0x00)]
    [InlineData(0xA6)]
    public void TryRead_WhenOneByteComesForEver_NeverHoldsMoreThanTheLongestFrame(byte forEver)
    {
        // What the codec leaves is what a link must keep: a line that is stuck must not fill the memory.
        const int chunk = 16 * 1024;
        byte[] kept = [0xA5];
        for (var chunks = 0; chunks < 40; chunks++)
        {
            var input = new ReadOnlySequence<byte>([.. kept, .. Enumerable.Repeat(forEver, chunk)]);
            while (new Bx6Codec().TryRead(ref input, out _) != WireRead.NeedMore)
            {
            }

            kept = input.ToArray();
            Assert.InRange(kept.Length, 0, Bx6Codec.LongestWire + 1);
        }
    }

    [Fact]
    public void Decode_WhenAnyBytes_TellsThemInOrderAndInBounds() => RandomWire.Streams.Sample(
        bytes =>
        {
            var end = 0;
            foreach (var piece in new Bx6Adapter().Decode(bytes))
            {
                Assert.True(piece.Offset >= end && piece.Length > 0, $"{piece.Offset}+{piece.Length} after {end}");
                Assert.True(bytes[end..piece.Offset].All(value => value == 0x5A), "something was left out");
                end = piece.Offset + piece.Length;
                AssertCovers(piece.Fields, piece.Offset, end);
            }

            Assert.True(bytes[end..].All(value => value == 0x5A), "something was left out");
        },
        iter: Rounds / 4,
        print: Convert.ToHexString);

    [Fact]
    public void Describe_WhenAnyBytes_NamesEveryByteOnce() => RandomWire.Streams.Sample(
        bytes => AssertCovers(new Bx6Codec().Describe(bytes), 0, bytes.Length), iter: Rounds, print: Convert.ToHexString);

    private static void AssertCovers(IReadOnlyList<WireField> fields, int start, int end)
    {
        foreach (var field in fields)
        {
            Assert.True(field.Offset == start && field.Length >= 0, $"{field} does not start at {start}");
            start += field.Length;
        }

        Assert.Equal(end, start);
    }

    /// <summary>The packets of a stream that comes in pieces of the given sizes, over and over; what is not used waits, as in a pipe.</summary>
    private static List<string> Packets(byte[] bytes, int[] sizes)
    {
        var codec = new Bx6Codec();
        var found = new List<string>();
        byte[] kept = [];
        for (var (at, turn) = (0, 0); at < bytes.Length; turn++)
        {
            var size = Math.Min(Math.Max(1, sizes[turn % sizes.Length]), bytes.Length - at);
            var input = new ReadOnlySequence<byte>([.. kept, .. bytes[at..(at + size)]]);
            at += size;
            WireRead read;
            while ((read = codec.TryRead(ref input, out var packet)) != WireRead.NeedMore)
            {
                if (read == WireRead.Packet)
                {
                    found.Add(Convert.ToHexString(codec.ToBytes(packet!)));
                }
            }

            kept = input.ToArray();
        }

        return found;
    }

    private static ReadOnlySequence<byte> Segments(byte[] bytes, int size)
    {
        var first = new Segment(bytes.AsMemory(0, Math.Min(size, bytes.Length)), null);
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
        {
            last = new Segment(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
