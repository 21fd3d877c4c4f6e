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
        private readonly List<TcpSegment> _early = [];
        private readonly List<Arrival> _arrivals = [];
        private uint? _next;
        private int _last;

        /// <summary>True once the connection carried a byte.</summary>
        public bool Opened => _bytes.Count > 0;

        public void Take(TcpSegment segment, int place)
        {
            _last = place;
            if (segment.Opens)
            {
                _next = unchecked(segment.Sequence + 1);
                return;
            }

            if (segment.Data.Length == 0)
            {
                return;
            }

            _next ??= segment.Sequence;
            _early.Add(segment);
            Drain();
        }

        public CapturedStream? ToStream()
        {
            // What is still waiting follows a hole that was never recorded; the decoder will show the seam as noise.
            foreach (var segment in _early.OrderBy(segment => Ahead(segment)))
            {
                _bytes.AddRange(segment.Data.Span);
            }

            _early.Clear();
            Arrived();
            return _bytes.Count > 0 ? new CapturedStream(name, [_bytes.ToArray()]) { Arrivals = _arrivals } : null;
        }

        private void Drain()
        {
            for (var i = 0; i < _early.Count;)
            {
                var ahead = Ahead(_early[i]);
                if (ahead > 0)
                {
                    i++;
                    continue;
                }

                var fresh = _early[i].Data.Length + ahead;
                if (fresh > 0)
                {
                    _bytes.AddRange(_early[i].Data.Span[^fresh..]);
                    _next = unchecked(_next + (uint)fresh);
                }

                _early.RemoveAt(i);
                i = 0;
            }

            Arrived();
        }

        // What waited for an earlier segment is there when that one is.
        private void Arrived()
        {
            if (_bytes.Count > (_arrivals.Count > 0 ? _arrivals[^1].End : 0))
            {
                _arrivals.Add(new Arrival(_bytes.Count, _last));
            }
        }

        // Numbers wrap round; the difference does not.
        private int Ahead(TcpSegment segment) => unchecked((int)(segment.Sequence - (_next ?? segment.Sequence)));
    }
}
