using System.Buffers;
using Signage.Simulator.Cards;

namespace Signage.Simulator.Hosts;

/// <summary>Hands the bytes of one connection to a card and keeps what the card has not used yet. Bounded: what no frame can be is dropped.</summary>
/// <param name="card">The card.</param>
internal sealed class CardFeed(IByteCard card)
{
    private const int Most = 512 * 1024;
    private byte[] _rest = [];

    /// <summary>Feeds bytes; answers what the card said to them.</summary>
    public byte[] Take(ReadOnlySpan<byte> bytes)
    {
        byte[] all = [.. _rest, .. bytes];
        var input = new ReadOnlySequence<byte>(all);
        var answers = new ArrayBufferWriter<byte>();
        card.OnBytes(ref input, answers);
        _rest = input.Length > Most ? [] : input.ToArray();
        return answers.WrittenSpan.ToArray();
    }
}
