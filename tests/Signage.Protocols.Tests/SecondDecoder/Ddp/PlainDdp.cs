namespace Signage.Protocols.Tests.SecondDecoder.Ddp;

/// <summary>A second reading of a packet with pixels, from the protocol page alone (docs/protocols/ddp.md): byte by byte, strict, with nothing of the first.</summary>
internal sealed record PlainDdp(bool Push, int Sequence, int Type, int Id, long Offset, byte[] Pixels, uint? Time)
{
    public static PlainDdp Read(byte[] datagram)
    {
        Need(datagram.Length >= 10, "shorter than a header");
        var flags = datagram[0];
        Need(flags >> 6 == 1, "not version 1");
        Need((flags & 0b0010_1110) == 0, "reserved, storage, reply or query");
        Need(datagram[1] < 16, "high nibble of the sequence");
        Need((datagram[2] & 0b1100_0000) == 0, "custom or reserved type");
        var stamped = (flags & 0b0001_0000) != 0;
        var head = stamped ? 14 : 10;
        var length = (datagram[8] * 256) + datagram[9];
        Need(length <= 1440, "more than 1440 bytes");
        Need(datagram.Length == head + length, "length is not what it says");
        var offset = Number(datagram, 4);
        return new PlainDdp((flags & 1) == 1, datagram[1], datagram[2], datagram[3], offset, datagram[head..], stamped ? Number(datagram, 10) : null);
    }

    private static uint Number(byte[] bytes, int at)
    {
        var number = 0u;
        for (var i = 0; i < 4; i++)
        {
            number = unchecked((number * 256) + bytes[at + i]);
        }

        return number;
    }

    private static void Need(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}

/// <summary>A frame buffer that a stream of packets is laid into, each pixel of a picture exactly once.</summary>
internal sealed class PlainBuffer(int width, int height)
{
    private readonly byte[] _bytes = new byte[width * height * 3];
    private readonly bool[] _written = new bool[width * height];

    /// <summary>Lays one picture in; answers its rows, once the push has come.</summary>
    public string[] Lay(IReadOnlyList<PlainDdp> packets)
    {
        Array.Clear(_written);
        for (var i = 0; i < packets.Count; i++)
        {
            var packet = packets[i];
            Assert.Equal(i == packets.Count - 1, packet.Push);
            Assert.Equal((0x0B, 1, 0L, 0), (packet.Type, packet.Id, packet.Offset % 3, packet.Pixels.Length % 3));
            Assert.True(packet.Pixels.Length > 0, "an empty packet");
            packet.Pixels.CopyTo(_bytes, packet.Offset);
            for (var pixel = packet.Offset / 3; pixel < (packet.Offset + packet.Pixels.Length) / 3; pixel++)
            {
                Assert.False(_written[pixel], $"pixel {pixel} came twice");
                _written[pixel] = true;
            }
        }

        Assert.All(_written, Assert.True);
        return [.. _bytes.Chunk(width * 3).Select(Convert.ToHexString)];
    }
}
