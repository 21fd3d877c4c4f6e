using System.Buffers;
using Signage.Core.Frames;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;
using Signage.Simulator.Clocks;

namespace Signage.Conformance.Tests.Broken;

/// <summary>A card that is wrong on purpose: what is done with its bytes or messages is another's affair.</summary>
internal abstract class BrokenCard(ISimulatedCard inner) : ISimulatedCard
{
    public CardClock Clock => inner.Clock;

    public virtual GlassReading Read() => inner.Read();

    public virtual void CutPower() => inner.CutPower();

    public virtual void RestorePower() => inner.RestorePower();

    public void PowerCycle() => inner.PowerCycle();
}

/// <summary>A card on a wire.</summary>
/// <param name="inner">The good card.</param>
/// <param name="hear">Given what came and the good card's answer to bytes; says what it answers.</param>
internal sealed class BrokenByteCard(IByteCard inner, Func<byte[], Func<byte[], byte[]>, byte[]> hear) : BrokenCard(inner), IByteCard
{
    private byte[] _rest = [];
    private PixelFrame? _half;
    private PixelFrame? _torn;

    /// <summary>True for a card that forgets the half of a packet.</summary>
    public bool Forgets { get; init; }

    /// <summary>True for one that, when power went in the middle of a packet, lights the upper half of what it had until it is spoken to again.</summary>
    public bool Tears { get; init; }

    public void OnBytes(ref ReadOnlySequence<byte> input, IBufferWriter<byte> answers)
    {
        _torn = null;
        var came = input.ToArray();
        input = input.Slice(input.End);
        answers.Write(hear(came, Feed));
    }

    public override GlassReading Read() => _torn is { } torn ? base.Read() with { Glass = torn } : base.Read();

    public override void CutPower()
    {
        _half = Tears && _rest.Length > 0 ? UpperHalf(base.Read().Glass) : null;
        base.CutPower();
    }

    public override void RestorePower()
    {
        base.RestorePower();
        (_torn, _rest) = (_half, []);
    }

    private static PixelFrame UpperHalf(PixelFrame glass) =>
        PixelFrame.Create(glass.Size, glass.Layout, glass, static (cells, whole) => whole.Cells.Span[..(cells.Length / 2)].CopyTo(cells));

    private byte[] Feed(byte[] came)
    {
        var all = new ReadOnlySequence<byte>([.. _rest, .. came]);
        var said = new ArrayBufferWriter<byte>();
        inner.OnBytes(ref all, said);
        _rest = Forgets ? [] : all.ToArray();
        return said.WrittenSpan.ToArray();
    }
}

/// <summary>A card with messages.</summary>
/// <param name="inner">The good card.</param>
/// <param name="hear">Given what came; says what it answers.</param>
internal sealed class BrokenMessageCard(IMessageCard inner, Func<IMessageCard, WireMessage, IReadOnlyList<WireAnswer>> hear) : BrokenCard(inner), IMessageCard
{
    /// <summary>What is seen of it; null for the truth.</summary>
    public Func<GlassReading, GlassReading>? Looks { get; init; }

    /// <summary>True for one that never wakes up again.</summary>
    public bool StaysDown { get; init; }

    public IReadOnlyList<LinkShape> Shapes => inner.Shapes;

    public IReadOnlyList<WireAnswer> OnMessage(WireMessage message) => hear(inner, message);

    public IReadOnlyList<WireAnswer> Due() => inner.Due();

    public override GlassReading Read() => Looks?.Invoke(base.Read()) ?? base.Read();

    public override void RestorePower()
    {
        if (!StaysDown)
        {
            base.RestorePower();
        }
    }
}
