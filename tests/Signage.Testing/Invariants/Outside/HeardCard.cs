using System.Buffers;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Testing.Recording;

namespace Signage.Testing.Invariants.Outside;

/// <summary>
/// A card that tells a history of every packet that reaches it. Where the site is a process of its own, nobody sees a packet leave: its arrival has to stand for that.
/// </summary>
/// <param name="card">The card.</param>
/// <param name="reader">Says what a packet means to it.</param>
/// <param name="history">Is told.</param>
internal sealed class HeardCard(IByteCard card, PacketReader reader, SiteHistory history) : IByteCard
{
    public CardClock Clock => card.Clock;

    public void OnBytes(ref ReadOnlySequence<byte> input, IBufferWriter<byte> answers)
    {
        // A packet may come in pieces; only the last of them makes it one.
        if (reader.Read(input.ToArray()) is { } reading)
        {
            history.Add(at => new PacketSent(at, reader.Panel.Value, reading.Digest, RecordingCard.IsDark(reading)));
        }

        card.OnBytes(ref input, answers);
    }

    public GlassReading Read() => card.Read();

    public void CutPower() => card.CutPower();

    public void RestorePower() => card.RestorePower();

    public void PowerCycle() => card.PowerCycle();
}
