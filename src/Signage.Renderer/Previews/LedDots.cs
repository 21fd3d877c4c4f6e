using Signage.Core.Frames;
using Signage.Core.Text;
using SkiaSharp;

namespace Signage.Renderer.Previews;

/// <summary>Pictures as a passer-by sees them: round LED dots on a dark board. PNG.</summary>
public static class LedDots
{
    private const int Gap = 4;
    private const int Smallest = 2;

    /// <summary>The most pixels of a PNG on a side.</summary>
    internal const int LargestSide = 32_767;

    /// <summary>The most pixels of a PNG altogether.</summary>
    internal const long MostPixels = 100_000_000;
    private static readonly SKColor Board = new(16, 16, 18);
    private static readonly SKColor Unlit = new(38, 34, 34);

    /// <summary>True when a PNG holds a picture, if only with the smallest LEDs.</summary>
    public static bool Holds(PixelFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var (width, height) = ((frame.Size.Width * Smallest) + (2 * Gap), (frame.Size.Height * Smallest) + (2 * Gap));
        return Math.Max(width, height) <= LargestSide && (long)width * height <= MostPixels;
    }

    /// <summary>One picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="pitch">Pixels of the PNG from LED to LED, 2 to 32; a long strip is drawn with smaller LEDs when the PNG would become too wide.</param>
    public static byte[] Png(PixelFrame frame, int pitch = 6)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var widest = (LargestSide - (2 * Gap)) / Math.Max(frame.Size.Width, frame.Size.Height);
        return Sheet([[frame]], Math.Clamp(widest, Smallest, pitch));
    }

    /// <summary>A contact sheet: rows of pictures side by side, each row as high as its highest.</summary>
    /// <param name="rows">At least one row with at least one picture.</param>
    /// <param name="pitch">Pixels of the PNG from LED to LED, 2 to 32.</param>
    /// <exception cref="ArgumentException">The PNG would have more than 32,767 pixels on a side, or 100 million altogether.</exception>
    public static byte[] Sheet(IReadOnlyList<IReadOnlyList<PixelFrame>> rows, int pitch)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(pitch, Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pitch, 32);
        var width = rows.Max(row => row.Sum(frame => (frame.Size.Width * pitch) + (2 * Gap)));
        var height = rows.Sum(row => row.Max(frame => frame.Size.Height * pitch) + (2 * Gap));
        if (width > LargestSide || height > LargestSide || (long)width * height > MostPixels)
        {
            throw new ArgumentException(Words.PreviewTooLarge.With(width, height, pitch), nameof(pitch));
        }

        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Black);
        var y = Gap;
        foreach (var row in rows)
        {
            var x = Gap;
            foreach (var frame in row)
            {
                Draw(surface.Canvas, frame, x, y, pitch);
                x += (frame.Size.Width * pitch) + (2 * Gap);
            }

            y += row.Max(frame => frame.Size.Height * pitch) + (2 * Gap);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    internal static void Draw(SKCanvas canvas, PixelFrame frame, int left, int top, int pitch)
    {
        using var paint = new SKPaint { IsAntialias = pitch > 3, Color = Board };
        canvas.DrawRect(left, top, frame.Size.Width * pitch, frame.Size.Height * pitch, paint);
        for (var y = 0; y < frame.Size.Height; y++)
        {
            for (var x = 0; x < frame.Size.Width; x++)
            {
                var colour = frame[x, y];
                paint.Color = colour.IsLit ? new SKColor(colour.R, colour.G, colour.B) : Unlit;
                if (pitch > 3)
                {
                    canvas.DrawCircle(left + ((x + 0.5f) * pitch), top + ((y + 0.5f) * pitch), pitch * 0.42f, paint);
                }
                else if (colour.IsLit)
                {
                    canvas.DrawRect(left + (x * pitch), top + (y * pitch), pitch - 0.5f, pitch - 0.5f, paint);
                }
            }
        }
    }
}
