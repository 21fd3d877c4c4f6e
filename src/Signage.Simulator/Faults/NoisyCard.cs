using System.Buffers;
using Signage.Protocols.Noise;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Simulator.Hosts;

namespace Signage.Simulator.Faults;

/// <summary>A card at the end of a bad cable: bytes are spoiled on their way in and out.</summary>
/// <param name="card">The card.</param>
/// <param name="seed">Where chances come from.</param>
/// <param name="rates">How bad the cable is.</param>
internal sealed class NoisyCard(IByteCard card, int seed, FaultRates rates) : IByteCard
{
    private readonly Lock _lock = new();
    private readonly CardFeed _feed = new(card);
    private readonly ByteNoise _heard = new(seed, rates);
    private readonly ByteNoise _said = new(~seed, rates);

    /// <inheritdoc />
    public CardClock Clock => card.Clock;

    /// <inheritdoc />
    public void OnBytes(ref ReadOnlySequence<byte> input, IBufferWriter<byte> answers)
    {
        lock (_lock)
        {
            // Each byte passes the cable once, so what a half packet leaves over waits behind the noise, not before it.
            var heard = Spoil(_heard, input.ToArray());
            input = input.Slice(input.End);
            answers.Write(Spoil(_said, _feed.Take(heard)));
        }
    }

    /// <inheritdoc />
    public GlassReading Read() => card.Read();

    /// <inheritdoc />
    public void CutPower() => card.CutPower();

    /// <inheritdoc />
    public void RestorePower() => card.RestorePower();

    /// <inheritdoc />
    public void PowerCycle() => card.PowerCycle();

    private static byte[] Spoil(ByteNoise noise, byte[] clean)
    {
        var spoiled = new byte[clean.Length * ByteNoise.MaxGrowth];
        return spoiled[..noise.Spoil(clean, spoiled)];
    }
}
