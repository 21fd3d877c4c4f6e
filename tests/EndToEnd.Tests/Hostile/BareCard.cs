using System.Buffers;
using Signage.Protocols.Vendors.Onbon.Wire;
using Signage.Protocols.Wire;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace EndToEnd.Tests.Hostile;

/// <summary>A simulated BX-6 that says of itself that no screen parameters (屏参) are loaded. One byte of its answer to a ping is another one; the frame round it is whole.</summary>
/// <param name="card">The card that answers.</param>
internal sealed class BareCard(IByteCard card) : IByteCard
{
    // docs/protocols/onbon-bx6.md: a reply has a head of nine bytes (section 5), then come card type (2), firmware (8) and this one (section 8).
    private const int ParametersLoaded = 9 + 2 + 8;

    private readonly Bx6Codec _codec = new();

    /// <inheritdoc/>
    public CardClock Clock => card.Clock;

    /// <inheritdoc/>
    public void OnBytes(ref ReadOnlySequence<byte> input, IBufferWriter<byte> answers)
    {
        var said = new ArrayBufferWriter<byte>();
        card.OnBytes(ref input, said);
        var left = new ReadOnlySequence<byte>(said.WrittenMemory);
        while (_codec.TryRead(ref left, out var packet) == WireRead.Packet)
        {
            _codec.Write(packet is Bx6Ordinary { Body.Span: [0x00, 0xA2, 0x80, ..] } ping ? ping with { Body = Bare(ping.Body) } : packet!, answers);
        }
    }

    /// <inheritdoc/>
    public GlassReading Read() => card.Read();

    /// <inheritdoc/>
    public void CutPower() => card.CutPower();

    /// <inheritdoc/>
    public void RestorePower() => card.RestorePower();

    /// <inheritdoc/>
    public void PowerCycle() => card.PowerCycle();

    private static byte[] Bare(ReadOnlyMemory<byte> body)
    {
        var bare = body.ToArray();
        Assert.Equal(1, bare[ParametersLoaded]);
        bare[ParametersLoaded] = 0;
        return bare;
    }
}
