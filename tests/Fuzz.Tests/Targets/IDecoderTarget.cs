namespace Fuzz.Tests.Targets;

/// <summary>One decoder, and what must hold of it whatever it is fed with. Safe to call from one thread at a time; remembers nothing from input to input.</summary>
public interface IDecoderTarget
{
    /// <summary>What it is called in reports and on the command line of <c>fuzz/</c>.</summary>
    string Name { get; }

    /// <summary>Good inputs, to be spoiled.</summary>
    IReadOnlyList<byte[]> Corpus { get; }

    /// <summary>Feeds one input.</summary>
    /// <exception cref="FindingException">Something that must hold does not.</exception>
    void Run(ReadOnlyMemory<byte> input);
}
