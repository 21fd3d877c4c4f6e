using System.Buffers;
using Signage.Core.Shows;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;
using Signage.Testing.Invariants;

namespace Signage.Testing.Recording;

/// <summary>A simulated card that tells a history what it took, obeyed and forgot. Goes on a host like any card.</summary>
/// <param name="card">The card.</param>
/// <param name="reader">The panel that it stands for.</param>
/// <param name="history">Is told.</param>
/// <param name="factory">A packet with what the card shows of itself after every restart; empty for nothing.</param>
public sealed class RecordingCard(IByteCard card, PacketReader reader, SiteHistory history, ReadOnlyMemory<byte> factory = default) : IByteCard
{
    private readonly Lock _lock = new();
    private readonly string _panel = reader.Panel.Value;

    /// <inheritdoc />
    public CardClock Clock => card.Clock;

    /// <summary>Called after the card took content, from the task that brought it.</summary>
    public Action? Taken { get; set; }

    /// <inheritdoc />
    public void OnBytes(ref ReadOnlySequence<byte> input, IBufferWriter<byte> answers)
    {
        bool took;
        lock (_lock)
        {
            var packet = input.ToArray();
            var before = card.Read();
            card.OnBytes(ref input, answers);
            var after = card.Read();
            var restarted = after.PacketsTaken < before.PacketsTaken;

            // A card that restarts behind a packet has obeyed it first, and answers for it.
            took = restarted ? Obeyed(1, reader.Read(packet), before.Digest) : Obeyed(after.PacketsTaken - before.PacketsTaken, after, before.Digest);
            if (restarted)
            {
                Forget();
            }
        }

        if (took)
        {
            Taken?.Invoke();
        }
    }

    /// <inheritdoc />
    public GlassReading Read() => card.Read();

    /// <inheritdoc />
    public void CutPower() => card.CutPower();

    /// <inheritdoc />
    public void RestorePower()
    {
        lock (_lock)
        {
            card.RestorePower();
            Forget();
        }
    }

    /// <inheritdoc />
    public void PowerCycle()
    {
        lock (_lock)
        {
            card.PowerCycle();
            Forget();
        }
    }

    /// <summary>Looks at the glass for the history.</summary>
    public GlassReading Look()
    {
        lock (_lock)
        {
            var reading = card.Read();
            history.Add(at => new GlassSeen(at, _panel, reading.Digest, IsDark(reading)));
            return reading;
        }
    }

    /// <summary>True when no page lights a pixel, or there is none. A page that blinks is not dark while it is off.</summary>
    public static bool IsDark(GlassReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Pages.All(page => page.Picture.IsDark);
    }

    private bool Obeyed(int packets, GlassReading? after, ShowDigest? before)
    {
        if (packets > 0)
        {
            history.Add(at => new CardObeyed(at, _panel, packets));
        }

        if (packets <= 0 || after?.Digest is not { } holds || holds == before)
        {
            return false;
        }

        history.Add(at => new CardTook(at, _panel, holds, IsDark(after)));
        return true;
    }

    private void Forget()
    {
        history.Add(at => new CardForgot(at, _panel));
        if (!factory.IsEmpty)
        {
            var input = new ReadOnlySequence<byte>(factory);
            card.OnBytes(ref input, new ArrayBufferWriter<byte>());
        }
    }
}
