namespace Signage.Core.Frames;

/// <summary>Copies a rectangle of one picture into the cells of another, whole machine words at a time. Allocates nothing.</summary>
public static class FrameBlit
{
    /// <summary>Copies a rectangle; pixels outside it in the target stay as they are.</summary>
    /// <param name="source">The picture to take from.</param>
    /// <param name="sourceX">Left edge in the source.</param>
    /// <param name="sourceY">Top edge in the source.</param>
    /// <param name="area">Width and height to copy; it must lie inside both pictures.</param>
    /// <param name="target">The cells to write, laid out like the source's.</param>
    /// <param name="targetSize">Width and height of the target.</param>
    /// <param name="targetX">Left edge in the target.</param>
    /// <param name="targetY">Top edge in the target.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rectangle sticks out of one of the pictures.</exception>
    public static void Copy(
        PixelFrame source, int sourceX, int sourceY, PixelSize area, Span<byte> target, PixelSize targetSize, int targetX, int targetY)
    {
        ArgumentNullException.ThrowIfNull(source);
        ThrowIfOutside(source.Size, sourceX, sourceY, area, nameof(source));
        ThrowIfOutside(targetSize, targetX, targetY, area, nameof(target));
        var stride = PixelFrame.StrideOf(targetSize.Width, source.Layout);
        var sourceStride = source.Stride;
        for (var plane = 0; plane < source.Planes; plane++)
        {
            var from = source.Cells.Span[(((plane * source.Size.Height) + sourceY) * sourceStride)..];
            var to = target[(((plane * targetSize.Height) + targetY) * stride)..];
            if (source.Layout != PixelLayout.Rgb)
            {
                new BitBlock(from, sourceStride, to, stride, area.Height).Copy(sourceX, targetX, area.Width);
                continue;
            }

            for (var y = 0; y < area.Height; y++)
            {
                from.Slice((y * sourceStride) + (sourceX * 3), area.Width * 3).CopyTo(to[((y * stride) + (targetX * 3))..]);
            }
        }
    }

    private static void ThrowIfOutside(PixelSize picture, int x, int y, PixelSize area, string name)
    {
        if (x < 0 || y < 0 || area.Width > picture.Width - x || area.Height > picture.Height - y)
        {
            throw new ArgumentOutOfRangeException(name, $"{area} at {x},{y} sticks out of {picture}.");
        }
    }
}
