namespace Signage.Protocols.Noise;

/// <summary>
/// Loses, doubles, reorders and spoils messages by chance, as a bad network does; the same seed and the same messages fare the same way. Used by one task at a
/// time.
/// </summary>
/// <param name="seed">Any number.</param>
/// <param name="rates">How bad the network is.</param>
/// <param name="spoil">A message with something wrong in it.</param>
/// <typeparam name="T">The messages.</typeparam>
public sealed class MessageNoise<T>(int seed, MessageFaultRates rates, Func<T, Random, T> spoil)
{
    private readonly Random _random = new(seed);
    private readonly Queue<T> _late = new();

    /// <summary>What comes out at the other end when one goes in; an older one that is late comes behind it.</summary>
    public IReadOnlyList<T> Pass(T message)
    {
        if (Happens(rates.Drop))
        {
            return [];
        }

        var seen = Happens(rates.Spoil) ? spoil(message, _random) : message;
        T[] now = Happens(rates.Duplicate) ? [seen, seen] : [seen];
        if (_late.Count == 0 && Happens(rates.Reorder))
        {
            _late.Enqueue(seen);
            return now[1..];
        }

        return _late.TryDequeue(out var late) ? [.. now, late] : now;
    }

    private bool Happens(double chance) => chance > 0 && _random.NextDouble() < chance;
}
