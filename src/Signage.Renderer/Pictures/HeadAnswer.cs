namespace Signage.Renderer.Pictures;

/// <summary>What came of reading a head.</summary>
public abstract record HeadAnswer
{
    private HeadAnswer()
    {
    }

    /// <summary>The file may be handed to a decoder.</summary>
    /// <param name="Head">What it promises.</param>
    public sealed record Sound(PictureHead Head) : HeadAnswer
    {
        /// <summary>The parts of the file that a decoder needs, in order. Whatever else is in it is never decoded.</summary>
        internal IReadOnlyList<Range> Bones { get; init; } = [];

        /// <summary>What the decoder is given behind the first of them, in the place of a part that carries more than it needs. As a rule nothing.</summary>
        internal ReadOnlyMemory<byte> BehindFirst { get; init; }
    }

    /// <summary>The file is not decoded at all.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Refused(string Reason) : HeadAnswer;
}
