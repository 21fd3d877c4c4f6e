using System.Numerics;

namespace Signage.Core.Frames;

/// <summary>How far a picture is from another, in pixels: the one way in which pictures are held against each other, whoever asks. Pure.</summary>
public static class PictureDifference
{
    /// <summary>How many pixels differ; every pixel of what is wanted when size or layout do.</summary>
    /// <param name="seen">What is seen.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="tolerance">How far red, green and blue may be off, 0 to 255; where LEDs cannot be dimmed there is nothing to tolerate.</param>
    public static int Of(PixelFrame seen, PixelFrame wanted, int tolerance)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(wanted);
        return seen.Size == wanted.Size && seen.Layout == wanted.Layout
            ? Of(seen, wanted.Cells.Span, tolerance)
            : wanted.Size.Width * wanted.Size.Height;
    }

    /// <summary>The same for a picture that was painted into cells.</summary>
    /// <param name="seen">What is seen.</param>
    /// <param name="wanted">As many cells as <paramref name="seen"/> has, laid out alike.</param>
    /// <param name="tolerance">How far red, green and blue may be off.</param>
    public static int Of(PixelFrame seen, ReadOnlySpan<byte> wanted, int tolerance)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var cells = seen.Cells.Span;
        ArgumentOutOfRangeException.ThrowIfNotEqual(wanted.Length, cells.Length, nameof(wanted));
        return cells.SequenceEqual(wanted) ? 0
            : seen.Layout == PixelLayout.Rgb ? Coloured(cells, wanted, tolerance)
            : Lit(cells, wanted, seen.Planes);
    }

    // A pixel of two colours is one pixel, whichever of its LEDs is wrong.
    private static int Lit(ReadOnlySpan<byte> seen, ReadOnlySpan<byte> wanted, int planes)
    {
        var plane = seen.Length / planes;
        var wrong = 0;
        for (var i = 0; i < plane; i++)
        {
            var off = seen[i] ^ wanted[i];
            off |= planes == 2 ? seen[plane + i] ^ wanted[plane + i] : 0;
            wrong += BitOperations.PopCount((uint)off);
        }

        return wrong;
    }

    private static int Coloured(ReadOnlySpan<byte> seen, ReadOnlySpan<byte> wanted, int tolerance)
    {
        var wrong = 0;
        for (var i = 0; i < seen.Length; i += 3)
        {
            wrong += Far(seen[i], wanted[i], tolerance) || Far(seen[i + 1], wanted[i + 1], tolerance) || Far(seen[i + 2], wanted[i + 2], tolerance) ? 1 : 0;
        }

        return wrong;
    }

    private static bool Far(byte one, byte other, int tolerance) => Math.Abs(one - other) > tolerance;
}
