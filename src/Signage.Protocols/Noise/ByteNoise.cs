namespace Signage.Protocols.Noise;

/// <summary>
/// Spoils bytes by chance, as a bad cable does; the same seed and the same bytes spoil the same way. Serves both ends of a line: the faulty link
/// and the faulty simulated panel. Used by one task at a time.
/// </summary>
/// <param name="seed">Any number.</param>
/// <param name="rates">How bad the cable is.</param>
public sealed class ByteNoise(int seed, FaultRates rates)
{
    /// <summary>A byte becomes at most three: an inserted one, itself and its double.</summary>
    public const int MaxGrowth = 3;

    private readonly Random _random = new(seed);

    /// <summary>Writes the spoiled bytes to the target, which holds three times as many; returns how many it wrote.</summary>
    /// <exception cref="IndexOutOfRangeException">The target is too small.</exception>
    public int Spoil(ReadOnlySpan<byte> clean, Span<byte> target)
    {
        var count = 0;
        foreach (var value in clean)
        {
            if (Happens(rates.Insert))
            {
                target[count++] = (byte)_random.Next(256);
            }

            if (Happens(rates.Drop))
            {
                continue;
            }

            var seen = Happens(rates.Flip) ? (byte)(value ^ (1 << _random.Next(8))) : value;
            target[count++] = seen;
            if (Happens(rates.Duplicate))
            {
                target[count++] = seen;
            }
        }

        return count;
    }

    private bool Happens(double chance) => chance > 0 && _random.NextDouble() < chance;
}
