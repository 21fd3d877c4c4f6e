using System.Buffers;

namespace Signage.Simulator.Cards;

/// <summary>A card at the end of a wire: bytes in, bytes out.</summary>
public interface IByteCard : ISimulatedCard
{
    /// <summary>Takes bytes from the line and writes what the card answers. Moves the input past what it used.</summary>
    void OnBytes(ref ReadOnlySequence<byte> input, IBufferWriter<byte> answers);
}
