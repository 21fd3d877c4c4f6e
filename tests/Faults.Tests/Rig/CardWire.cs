using System.Buffers;
using Signage.Protocols.Noise;
using Signage.Simulator.Cards;

namespace Faults.Tests.Rig;

/// <summary>
/// A wire with cards on it, inside this process: what is sent is heard, obeyed and answered before the sending returns, so that line time may be moved as
/// fast as a test likes. What goes wrong with it is up to the test. Thread-safe.
/// </summary>
/// <param name="cards">The cards that hear it; all of them hear everything.</param>
internal sealed class CardWire(params ISimulatedCard[] cards)
{
    private readonly Lock _lock = new();
    private readonly List<CardLink> _links = [];
    private byte[][] _rests = [.. cards.Select(_ => Array.Empty<byte>())];
    private ByteNoise? _down;
    private ByteNoise? _up;
    private volatile bool _unplugged;

    /// <summary>True while the cards hear nothing.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>True while what the cards say is lost.</summary>
    public bool IsMute { get; set; }

    /// <summary>True while what is sent comes back as well, as on a bus of two wires.</summary>
    public bool Echoes { get; set; }

    /// <summary>Called with each packet before the cards hear it; may wait.</summary>
    public Func<ReadOnlyMemory<byte>, CancellationToken, Task>? Sending { get; set; }

    /// <summary>Called with each packet after the cards have obeyed it and before their answers arrive; may wait, and may change the answer.</summary>
    public Func<ReadOnlyMemory<byte>, byte[], CancellationToken, Task<byte[]>>? Answering { get; set; }

    /// <summary>How many links were opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Spoils bytes both ways from now on.</summary>
    public void Spoil(int seed, FaultRates rates)
    {
        lock (_lock)
        {
            (_down, _up) = (new ByteNoise(seed, rates), new ByteNoise(~seed, rates));
        }
    }

    /// <summary>A good cable again.</summary>
    public void Heal()
    {
        lock (_lock)
        {
            (_down, _up) = (null, null);
        }
    }

    /// <summary>Pulls the cable: open links end, and no new one can be opened.</summary>
    public async Task UnplugAsync()
    {
        CardLink[] open;
        lock (_lock)
        {
            _unplugged = true;
            open = [.. _links];
            _links.Clear();
        }

        foreach (var link in open)
        {
            await link.EndAsync();
        }
    }

    /// <summary>Puts the cable back.</summary>
    public void PlugIn() => _unplugged = false;

    /// <summary>A fresh link; null while the cable is out.</summary>
    public CardLink? Open()
    {
        lock (_lock)
        {
            if (_unplugged)
            {
                return null;
            }

            Opened++;
            _rests = [.. cards.Select(_ => Array.Empty<byte>())];
            var link = new CardLink(this);
            _links.Add(link);
            return link;
        }
    }

    /// <summary>Carries a packet to the cards; answers what comes back.</summary>
    public async Task<byte[]> CarryAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        await (Sending?.Invoke(packet, cancellationToken) ?? Task.CompletedTask);
        byte[] answer;
        lock (_lock)
        {
            answer = IsDeaf ? [] : Spoil(_up, Ask(Spoil(_down, packet.ToArray())));
        }

        answer = Answering is { } change ? await change(packet, answer, cancellationToken) : answer;
        return [.. Echoes ? packet.Span : [], .. IsMute ? [] : answer];
    }

    private byte[] Ask(byte[] heard)
    {
        var answers = new ArrayBufferWriter<byte>();
        for (var i = 0; i < cards.Length; i++)
        {
            var input = new ReadOnlySequence<byte>([.. _rests[i], .. heard]);
            ((IByteCard)cards[i]).OnBytes(ref input, answers);
            _rests[i] = input.ToArray();
        }

        return answers.WrittenSpan.ToArray();
    }

    private static byte[] Spoil(ByteNoise? noise, byte[] clean)
    {
        if (noise is null)
        {
            return clean;
        }

        var spoiled = new byte[clean.Length * ByteNoise.MaxGrowth];
        return spoiled[..noise.Spoil(clean, spoiled)];
    }
}
