namespace Signage.Conformance.Meddling;

/// <summary>Questions leave in pieces, answers come byte by byte.</summary>
internal sealed class Crumbs : Mischief
{
    private const int MostPieces = 16;
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc />
    public override bool Trickles => true;

    /// <inheritdoc />
    public override Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet)
    {
        var most = Math.Max(1, packet.Length / MostPieces);
        return new([.. Enumerable.Range(0, (packet.Length + most - 1) / most).Select(at => packet.Slice(at * most, Math.Min(most, packet.Length - (at * most))))]) { Gap = Gap };
    }
}

/// <summary>Every question leaves twice in one piece, so that its answers come in one piece too.</summary>
internal sealed class Twins : Mischief
{
    /// <inheritdoc />
    public override Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet) => new([(byte[])[.. packet.Span, .. packet.Span]]);
}

/// <summary>Rubbish goes before everything, in both directions.</summary>
/// <param name="rubbish">What it is.</param>
internal sealed class Litter(ReadOnlyMemory<byte> rubbish) : Mischief
{
    /// <inheritdoc />
    public override Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet) => new([(byte[])[.. rubbish.Span, .. packet.Span]]);

    /// <inheritdoc />
    public override IReadOnlyList<ReadOnlyMemory<byte>> Hear(ReadOnlyMemory<byte> piece) => [(byte[])[.. rubbish.Span, .. piece.Span]];
}

/// <summary>One bit of everything that is sent, or of everything that is heard, turns over.</summary>
/// <param name="sent">True spoils what is sent.</param>
internal sealed class Flip(bool sent) : Mischief
{
    /// <inheritdoc />
    public override Sending<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> packet) => new([sent ? Spoiled(packet) : packet]);

    /// <inheritdoc />
    public override IReadOnlyList<ReadOnlyMemory<byte>> Hear(ReadOnlyMemory<byte> piece) => [sent ? piece : Spoiled(piece)];

    // Behind the middle stands content, not the head and not the tail.
    private static ReadOnlyMemory<byte> Spoiled(ReadOnlyMemory<byte> packet)
    {
        var spoiled = packet.ToArray();
        spoiled[spoiled.Length * 5 / 8] ^= 1;
        return spoiled;
    }
}
