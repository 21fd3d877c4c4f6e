using System.Buffers.Binary;
using System.Net;

namespace Signage.Cli.Captures;

/// <summary>What one recorded packet carries of a TCP connection.</summary>
/// <param name="Name">Who sent to whom.</param>
/// <param name="Sequence">Number of the first byte.</param>
/// <param name="Opens">True for the segment that opens the connection; its number counts one before the first byte.</param>
/// <param name="Data">The payload.</param>
internal sealed record TcpSegment(string Name, uint Sequence, bool Opens, ReadOnlyMemory<byte> Data)
{
    private const int Tcp = 6;

    /// <summary>Finds the segment in a packet; null when it carries something else or is cut off.</summary>
    public static TcpSegment? Of(IpPacket packet)
    {
        var span = packet.Payload.Span;
        var head = packet.Protocol == Tcp && span.Length >= 20 ? (span[12] >> 4) * 4 : int.MaxValue;
        if (head < 20 || head > span.Length)
        {
            return null;
        }

        var (from, to) = (BinaryPrimitives.ReadUInt16BigEndian(span), BinaryPrimitives.ReadUInt16BigEndian(span[2..]));
        return new TcpSegment(
            $"{new IPEndPoint(packet.From, from)} > {new IPEndPoint(packet.To, to)}",
            BinaryPrimitives.ReadUInt32BigEndian(span[4..]),
            (span[13] & 0x02) != 0,
            packet.Payload[head..]);
    }
}
