using System.Buffers.Binary;
using System.Net;

namespace Signage.Cli.Captures;

/// <summary>What one recorded frame carries of the internet protocol.</summary>
/// <param name="Protocol">What the payload is, in the numbers of the internet.</param>
/// <param name="From">Who sent it.</param>
/// <param name="To">Who was to have it.</param>
/// <param name="Payload">What it carries, as far as it was recorded.</param>
internal sealed record IpPacket(int Protocol, IPAddress From, IPAddress To, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Finds the packet in a frame; null when it carries something else, is cut off, or is a later piece of a packet that was cut up.</summary>
    public static IpPacket? Of(RecordedFrame frame)
    {
        if (Network(frame) is not { } packet)
        {
            return null;
        }

        return (packet.Span[0] >> 4) switch
        {
            4 when packet.Length >= 20 => Version4(packet),
            6 when packet.Length >= 40 => Version6(packet),
            _ => null,
        };
    }

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

    private static IpPacket? Version4(ReadOnlyMemory<byte> packet)
    {
        var span = packet.Span;
        var head = (span[0] & 0x0F) * 4;
        var total = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(span[2..]), packet.Length);
        var isLaterPiece = (BinaryPrimitives.ReadUInt16BigEndian(span[6..]) & 0x1FFF) != 0;
        return head >= 20 && total > head && !isLaterPiece
            ? new IpPacket(span[9], new IPAddress(span.Slice(12, 4)), new IPAddress(span.Slice(16, 4)), packet[head..total])
            : null;
    }

    private static IpPacket Version6(ReadOnlyMemory<byte> packet)
    {
        var span = packet.Span;
        var total = Math.Min(40 + BinaryPrimitives.ReadUInt16BigEndian(span[4..]), packet.Length);
        return new IpPacket(span[6], new IPAddress(span.Slice(8, 16)), new IPAddress(span.Slice(24, 16)), packet[40..total]);
    }
}
