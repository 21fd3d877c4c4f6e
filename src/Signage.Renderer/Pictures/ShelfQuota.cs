namespace Signage.Renderer.Pictures;

/// <summary>How much a shelf keeps.</summary>
/// <param name="MostPictures">Most pictures.</param>
/// <param name="MostBytes">Most bytes of all of them together.</param>
public sealed record ShelfQuota(int MostPictures, long MostBytes)
{
    /// <summary>1,000 pictures, 1 GiB.</summary>
    public static ShelfQuota Usual { get; } = new(1_000, 1024L * 1024 * 1024);
}
