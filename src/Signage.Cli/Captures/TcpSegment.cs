using System.Buffers.Binary;
using System.Net;

namespace Signage.Cli.Captures;

/// <summary>What one recorded frame carries of a TCP connection.</summary>
/// <param name="Name">Who sent to whom.</param>
/// <param name="Sequence">Number of the first byte.</param>
/// <param name="Opens">True for the segment that opens the connection; its number counts one before the first byte.</param>
/// <param name="Data">The payload.</param>
internal sealed record TcpSegment(string Name, uint Sequence, bool Opens, ReadOnlyMemory<byte> Data)
{
    private const int Tcp = 6;

    /// <summary>Finds the segment in a frame; null when it carries something else or is cut off.</summary>
    public static TcpSegment? Of(RecordedFrame frame) => Network(frame) is { } packet ? OfNetwork(packet) : null;

    // Ethernet (with or without one VLAN tag), Linux "cooked" captures of both versions, loopback, and bare IP.
    private static ReadOnlyMemory<byte>? Network(RecordedFrame frame)
    {
        var data = frame.Data;
        var head = frame.LinkType switch
        {
            1 when data.Length >= 18 && data.Span[12] == 0x81 && data.Span[13] == 0x00 => 18,
            1 => 14,
            113 => 16,
            276 => 20,
            0 or 108 => 4,
            101 or 12 or 14 or 228 or 229 => 0,
            _ => int.MaxValue,
        };

        // A bare null would become an empty packet here, by way of an empty array.
        return head < data.Length ? data[head..] : (ReadOnlyMemory<byte>?)null;
    }

    private static TcpSegment? OfNetwork(ReadOnlyMemory<byte> packet)
    {
        var span = packet.Span;
        if (span[0] >> 4 == 4 && span.Length >= 20 && span[9] == Tcp)
        {
            var head = (span[0] & 0x0F) * 4;
            var total = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(span[2..]), packet.Length);
            return head >= 20 && total > head ? OfTcp(packet[head..total], new IPAddress(span.Slice(12, 4)), new IPAddress(span.Slice(16, 4))) : null;
        }

        if (span[0] >> 4 == 6 && span.Length >= 40 && span[6] == Tcp)
        {
            var total = Math.Min(40 + BinaryPrimitives.ReadUInt16BigEndian(span[4..]), packet.Length);
            return OfTcp(packet[40..total], new IPAddress(span.Slice(8, 16)), new IPAddress(span.Slice(24, 16)));
        }

        return null;
    }

    private static TcpSegment? OfTcp(ReadOnlyMemory<byte> packet, IPAddress from, IPAddress to)
    {
        var span = packet.Span;
        var head = span.Length >= 20 ? (span[12] >> 4) * 4 : int.MaxValue;
        if (head < 20 || head > span.Length)
        {
            return null;
        }

        var name = $"{new IPEndPoint(from, BinaryPrimitives.ReadUInt16BigEndian(span))} > {new IPEndPoint(to, BinaryPrimitives.ReadUInt16BigEndian(span[2..]))}";
        return new TcpSegment(name, BinaryPrimitives.ReadUInt32BigEndian(span[4..]), (span[13] & 0x02) != 0, packet[head..]);
    }
}
