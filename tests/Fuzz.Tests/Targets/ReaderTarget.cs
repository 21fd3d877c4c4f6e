namespace Fuzz.Tests.Targets;

/// <summary>Readers of a whole content: an answer or null, never an exception.</summary>
/// <param name="name">What it is called.</param>
/// <param name="corpus">Good contents.</param>
/// <param name="readers">Each is given the same bytes.</param>
internal sealed class ReaderTarget(string name, IReadOnlyList<byte[]> corpus, params (string Name, Func<ReadOnlyMemory<byte>, object?> Read)[] readers) : IDecoderTarget
{
    public string Name => name;

    public IReadOnlyList<byte[]> Corpus => corpus;

    /// <summary>Makes an input that reaches deeper of one that would be turned away at the door; as it is by default.</summary>
    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Dress { get; init; } = input => input;

    /// <summary>What one call may take of the heap.</summary>
    public long Limit { get; init; } = Memory.JsonLimit;

    public void Run(ReadOnlyMemory<byte> input)
    {
        var dressed = Dress(input);
        foreach (var (reader, read) in readers)
        {
            Memory.Hold(reader, Limit, () => read(dressed));
        }
    }
}
