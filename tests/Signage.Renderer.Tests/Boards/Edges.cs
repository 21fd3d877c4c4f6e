using Signage.Renderer.Boards;
using Signage.Renderer.Boards.Looks;
using SkiaSharp;

namespace Signage.Renderer.Tests.Boards;

/// <summary>What lies between the edge of a board and the room of its words.</summary>
internal static class Edges
{
    // Outlines stand out of their em squares by a little: a part of the margin that they may never leave.
    private const float Kept = 0.85f;

    /// <summary>Pixels of the margin that two pictures of a board differ in.</summary>
    /// <param name="one">A picture.</param>
    /// <param name="other">Another of the same size.</param>
    /// <param name="size">The board.</param>
    /// <param name="scale">Pixels for a unit of the board.</param>
    /// <param name="left">Where the trimmed board begins, in pixels.</param>
    /// <param name="top">Where the trimmed board begins, in pixels.</param>
    public static int Differing(SKBitmap one, SKBitmap other, BoardSize size, float scale, float left = 0, float top = 0)
    {
        var (margin, right, bottom) = (size.Margin * Kept * scale, left + (size.Width * scale), top + (size.Height * scale));
        var (first, second) = (one.Pixels, other.Pixels);
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        return Enumerable.Range(0, first.Length).Count(at =>
        {
            var (x, y) = (at % one.Width, at / one.Width);
            return (x < left + margin || y < top + margin || x >= right - margin || y >= bottom - margin) && first[at] != second[at];
        });
    }

    /// <summary>A board without a word.</summary>
    public static SKBitmap Ground(BoardSize size, BoardTemplate template)
    {
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        BoardLook.Of(template, size.Medium).DrawGround(canvas, size);
        return bitmap;
    }
}
