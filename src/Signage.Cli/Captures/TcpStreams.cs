namespace Signage.Cli.Captures;

/// <summary>Joins the segments of each direction in the order of their numbers: what was sent twice counts once, what came early waits.</summary>
internal static class TcpStreams
{
    /// <summary>The directions that carry anything, in the order of their first byte.</summary>
    public static IReadOnlyList<CapturedStream> Join(IEnumerable<IpPacket> packets)
    {
        var directions = new Dictionary<string, Direction>(StringComparer.Ordinal);
        var order = new List<Direction>();
        foreach (var (place, packet) in packets.Index())
        {
            if (TcpSegment.Of(packet) is not { } segment)
            {
                continue;
            }

            if (!directions.TryGetValue(segment.Name, out var direction))
            {
                direction = new Direction(segment.Name);
                directions.Add(segment.Name, direction);
                order.Add(direction);
            }
            else if (segment.Opens && direction.Opened)
            {
                // The same two ports in a new connection: a stream of its own.
                direction = new Direction(segment.Name);
                directions[segment.Name] = direction;
                order.Add(direction);
            }

            direction.Take(segment, place);
        }

        return [.. order.Select(direction => direction.ToStream()).OfType<CapturedStream>()];
    }

    private sealed class Direction(string name)
    {
        private readonly List<byte> _bytes = [];
        private readonly List<Arrival> _arrivals = [];

        // What came early, by its place in the stream; holes that were never recorded count in places, and are no bytes.
        private readonly PriorityQueue<(TcpSegment Segment, int Packet), long> _early = new();
        private uint? _next;
        private long _place;

        /// <summary>True once the connection carried a byte.</summary>
        public bool Opened => _bytes.Count > 0;

        public void Take(TcpSegment segment, int packet)
        {
            if (segment.Opens)
            {
                _next = unchecked(segment.Sequence + 1);
                return;
            }

            if (segment.Data.Length == 0)
            {
                return;
            }

            // Numbers wrap round; the difference does not.
            _next ??= segment.Sequence;
            _early.Enqueue((segment, packet), _place + unchecked((int)(segment.Sequence - _next.Value)));
            while (_early.TryPeek(out _, out var place) && place <= _place)
            {
                Append(packet);
            }
        }

        public CapturedStream? ToStream()
        {
            // What is still waiting follows a hole that was never recorded; the decoder will show the seam as noise.
            while (_early.TryPeek(out var first, out var place))
            {
                Skip(Math.Max(0, place - _place));
                Append(first.Packet);
            }

            return _bytes.Count > 0 ? new CapturedStream(name, [_bytes.ToArray()]) { Arrivals = _arrivals } : null;
        }

        // What waited for an earlier segment is there when that one is; what was sent twice is there once.
        private void Append(int packet)
        {
            _early.TryDequeue(out var first, out var place);
            var fresh = first.Segment.Data.Length - (_place - place);
            if (fresh > 0)
            {
                _bytes.AddRange(first.Segment.Data.Span[^(int)fresh..]);
                _arrivals.Add(new Arrival(_bytes.Count, Math.Max(packet, _arrivals.Count > 0 ? _arrivals[^1].Packet : 0)));
                Skip(fresh);
            }
        }

        private void Skip(long bytes) => (_place, _next) = (_place + bytes, unchecked(_next + (uint)bytes));
    }
}
