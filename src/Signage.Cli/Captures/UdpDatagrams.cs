using System.Buffers.Binary;
using System.Net;

namespace Signage.Cli.Captures;

/// <summary>Gathers the datagrams of each direction as they came: nothing is joined, put in order or left out as a repetition, because a card sees them so too.</summary>
internal static class UdpDatagrams
{
    private const int Udp = 17;
    private const int HeaderLength = 8;

    /// <summary>The directions that carry anything, in the order of their first datagram.</summary>
    public static IReadOnlyList<CapturedStream> Gather(IEnumerable<IpPacket> packets) =>
        [.. packets.Index().Select(one => (one.Index, Found: Of(one.Item)))
            .Where(one => one.Found.Data.Length > 0)
            .GroupBy(one => one.Found.Name, StringComparer.Ordinal)
            .Select(direction => Stream(direction.Key, [.. direction.Select(one => (one.Index, one.Found.Data))]))];

    private static CapturedStream Stream(string name, IReadOnlyList<(int Index, ReadOnlyMemory<byte> Data)> datagrams)
    {
        var end = 0;
        return new CapturedStream($"udp {name}", [.. datagrams.Select(one => one.Data)], InDatagrams: true)
        {
            Arrivals = [.. datagrams.Select(one => new Arrival(end += one.Data.Length, one.Index))],
        };
    }

    private static (string Name, ReadOnlyMemory<byte> Data) Of(IpPacket packet)
    {
        var span = packet.Payload.Span;
        var end = packet.Protocol == Udp && span.Length > HeaderLength ? Math.Min(BinaryPrimitives.ReadUInt16BigEndian(span[4..]), span.Length) : 0;
        if (end <= HeaderLength)
        {
            return ("", ReadOnlyMemory<byte>.Empty);
        }

        var (from, to) = (BinaryPrimitives.ReadUInt16BigEndian(span), BinaryPrimitives.ReadUInt16BigEndian(span[2..]));
        return ($"{new IPEndPoint(packet.From, from)} > {new IPEndPoint(packet.To, to)}", packet.Payload[HeaderLength..end]);
    }
}
