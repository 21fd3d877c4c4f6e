namespace Signage.Renderer.Pictures;

/// <summary>What became of a picture that was put on, or asked of, a shelf.</summary>
public abstract record ShelfAnswer
{
    private ShelfAnswer()
    {
    }

    /// <summary>It is kept, and survives a power cut.</summary>
    /// <param name="Digest">Its name: SHA-256 of its file, lower-case hex.</param>
    public sealed record Kept(string Digest) : ShelfAnswer;

    /// <summary>It is here.</summary>
    /// <param name="Png">The file, as it was put there.</param>
    public sealed record Found(ReadOnlyMemory<byte> Png) : ShelfAnswer;

    /// <summary>It is not.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Refused(string Reason) : ShelfAnswer;
}
