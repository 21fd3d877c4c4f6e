using System.Buffers;
using CsCheck;
using Signage.Protocols.Vendors.Ddp;
using Signage.Protocols.Vendors.Ddp.Wire;
using Signage.Protocols.Wire;

namespace Signage.Protocols.Tests.Vendors.Ddp;

/// <summary>What holds for the codec whatever the bytes.</summary>
public sealed class DdpCodecProperties
{
    private const int Rounds = 20_000;

    [Fact]
    public void TryRead_WhenAnyBytes_GivesOneOfThreeAnswersAndEnds() => RandomDdp.Streams.Sample(
        bytes =>
        {
            var input = new ReadOnlySequence<byte>(bytes);
            while (true)
            {
                var before = input;
                var read = new DdpCodec().TryRead(ref input, out var packet);
                Assert.Equal(read == WireRead.Packet, packet is not null);
                if (read == WireRead.NeedMore)
                {
                    Assert.Equal((before.Length, before.Start), (input.Length, input.Start));
                    return;
                }

                Assert.True(input.Length < before.Length, "nothing was used");
            }
        },
        iter: Rounds,
        print: Convert.ToHexString);

    [Fact]
    public void ToBytes_WhenAnyPacket_ReadsBackAsTheSame() => RandomDdp.Packets.Sample(
        packet =>
        {
            var wire = new DdpCodec().ToBytes(packet);
            var read = new DdpCodec().ReadDatagram(wire);
            Assert.NotNull(read);
            Assert.Equal(
                (packet.ToString(), packet.Timecode, packet.DataType, packet.Storage, packet.Query, Convert.ToHexString(packet.Data.Span)),
                (read.ToString(), read.Timecode, read.DataType, read.Storage, read.Query, Convert.ToHexString(read.Data.Span)));
            Assert.Equal(Convert.ToHexString(wire), Convert.ToHexString(new DdpCodec().ToBytes(read)));
        },
        iter: Rounds,
        print: packet => packet.ToString());

    [Fact]
    public void ReadDatagram_WhenAnythingIsMissingOrLeftOver_RefusesIt() => Gen.Select(RandomDdp.Packets, Gen.Int[1, 10], Gen.Bool).Sample(
        (packet, count, isLonger) =>
        {
            var wire = new DdpCodec().ToBytes(packet);
            Assert.Null(new DdpCodec().ReadDatagram(isLonger ? [.. wire, .. new byte[count]] : wire[..^count]));
        },
        iter: Rounds / 4);

    [Fact]
    public void TryRead_WhenTheBytesLieInSeveralSegments_ReadsTheSame() => Gen.Select(RandomDdp.Packets, Gen.Int[1, 20]).Sample(
        (packet, size) =>
        {
            var wire = new DdpCodec().ToBytes(packet);
            var input = Pieces(wire, size);
            Assert.Equal(WireRead.Packet, new DdpCodec().TryRead(ref input, out var read));
            Assert.Equal(Convert.ToHexString(wire), Convert.ToHexString(new DdpCodec().ToBytes(read!)));
        },
        iter: Rounds / 4);

    [Fact]
    public void TryRead_WhenMoreThanThePageAllowsIsAnnounced_DoesNotWaitForIt()
    {
        var input = new ReadOnlySequence<byte>([0x41, 0x01, 0x0B, 0x01, 0, 0, 0, 0, 0x05, 0xA1]);
        Assert.Equal(WireRead.Malformed, new DdpCodec().TryRead(ref input, out _));
    }

    [Fact]
    public void Decode_WhenAnyBytes_TellsEachOfThemOnce() => RandomDdp.Streams.Sample(
        bytes =>
        {
            var end = 0;
            foreach (var piece in new DdpAdapter().Decode(bytes))
            {
                Assert.Equal(end, piece.Offset);
                Assert.Equal(piece.Length, piece.Fields.Sum(field => field.Length));
                foreach (var field in piece.Fields)
                {
                    Assert.Equal(end, field.Offset);
                    end += field.Length;
                }
            }

            Assert.Equal(bytes.Length, end);
        },
        iter: Rounds / 4,
        print: Convert.ToHexString);

    [Fact]
    public void Decode_WhenAnyBytesStandBeforeAGoodPacket_FindsItLast() => Gen.Select(Gen.Byte.Array[0, 60], RandomDdp.Packets).Sample(
        (before, packet) =>
        {
            // What looks like a start may swallow the beginning of the packet; behind zeros, which start nothing, it is always found.
            byte[] stream = [.. before, .. new byte[DdpCodec.LongHead + DdpCodec.MaxData], .. new DdpCodec().ToBytes(packet)];
            Assert.True(new DdpAdapter().Decode(stream)[^1] is { Valid: true } last && last.Offset + last.Length == stream.Length);
        },
        iter: Rounds / 4);

    [Fact]
    public void Messages_WhenAnyBytes_AreTheWholePackets() => RandomDdp.Streams.Sample(
        bytes => Assert.Equal(
            new DdpAdapter().Decode(bytes).Where(piece => piece.Valid).Select(piece => piece.Length),
            new DdpAdapter().Messages(bytes).Select(message => message.Length)),
        iter: Rounds / 4,
        print: Convert.ToHexString);

    private static ReadOnlySequence<byte> Pieces(byte[] bytes, int size)
    {
        var first = new Piece(bytes.AsMemory(0, Math.Min(size, bytes.Length)), null);
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
        {
            last = new Piece(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
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
