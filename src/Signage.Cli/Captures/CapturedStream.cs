using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Protocols.Wire;

namespace Signage.Cli.Captures;

/// <summary>When the bytes of a stream were there.</summary>
/// <param name="End">Bytes of the stream up to here, all pieces counted together.</param>
/// <param name="Packet">The packet of the recording that brought the last of them: recordings are written in the order of time.</param>
internal readonly record struct Arrival(int End, int Packet);

/// <summary>The bytes of one direction.</summary>
/// <param name="Name">Who sent to whom; null for plain bytes.</param>
/// <param name="Pieces">The bytes in order: one piece, or one for each datagram.</param>
/// <param name="InDatagrams">True when the bounds of the pieces mean something.</param>
internal sealed record CapturedStream(string? Name, IReadOnlyList<ReadOnlyMemory<byte>> Pieces, bool InDatagrams = false)
{
    /// <summary>When they came, by rising end; none for plain bytes, of which nobody knows.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; init; } = [];

    /// <summary>What a card would be fed with out of all streams of a capture, in the order in which it came: commands of one connection between pictures of another.</summary>
    public static IEnumerable<WireMessage> Messages(IReadOnlyList<CapturedStream> streams, IPanelAdapter adapter) => streams.Count == 1
        ? streams[0].Messages(adapter)
        : streams.SelectMany(stream => stream.Timed(adapter)).OrderBy(found => found.Packet).Select(found => found.Message);

    /// <summary>The packets of all pieces, with places counted from the beginning of the first. Where bounds mean something, no packet goes beyond them.</summary>
    public IEnumerable<DecodedPacket> Packets(IPanelAdapter adapter)
    {
        var start = 0;
        foreach (var piece in Pieces)
        {
            foreach (var packet in adapter.Decode(piece))
            {
                yield return packet with
                {
                    Offset = packet.Offset + start,
                    Fields = [.. packet.Fields.Select(field => field with { Offset = field.Offset + start })],
                };
            }

            start += piece.Length;
        }
    }

    // Datagrams as they came, good or not, because it is the card that judges them.
    private IEnumerable<WireMessage> Messages(IPanelAdapter adapter) =>
        InDatagrams ? Pieces.Select(piece => new WireMessage.Datagrams([piece])) : Pieces.SelectMany(adapter.Messages);

    private IEnumerable<(int Packet, WireMessage Message)> Timed(IPanelAdapter adapter) => InDatagrams
        ? Pieces.Zip(Arrivals, (piece, arrival) => (arrival.Packet, (WireMessage)new WireMessage.Datagrams([piece])))
        : Pieces.SelectMany(piece => adapter.Decode(piece).SelectMany(
            packet => adapter.Messages(piece.Slice(packet.Offset, packet.Length)).Select(message => (WhenWhole(packet.Offset + packet.Length), message))));

    // A message is there when its last byte is. Ends rise, so half of them can be left out at each look.
    private int WhenWhole(int end)
    {
        var (low, high) = (0, Arrivals.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Arrivals[middle].End >= end ? (low, middle) : (middle + 1, high);
        }

        return Arrivals[low].Packet;
    }
}
