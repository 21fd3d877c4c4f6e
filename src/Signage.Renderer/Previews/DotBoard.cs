using Signage.Core.Frames;

namespace Signage.Renderer.Previews;

/// <summary>Draws LEDs as round dots in the few colours of a palette; of a picture that follows another one only the part that differs.</summary>
internal sealed class DotBoard
{
    // The same size of a dot as in a still preview.
    private const double Radius = 0.42;
    private const int Finer = 8;
    private readonly PixelSize _face;
    private readonly int _pitch;
    private readonly int _gap;
    private readonly LedPalette _palette;
    private readonly int[] _dot;

    /// <summary>Makes a board.</summary>
    /// <param name="face">LEDs.</param>
    /// <param name="pitch">Pixels from LED to LED.</param>
    /// <param name="gap">Pixels around the board.</param>
    /// <param name="palette">The colours.</param>
    public DotBoard(PixelSize face, int pitch, int gap, LedPalette palette)
    {
        (_face, _pitch, _gap, _palette) = (face, pitch, gap, palette);
        Canvas = new PixelSize((face.Width * pitch) + (2 * gap), (face.Height * pitch) + (2 * gap));
        _dot = [.. Enumerable.Range(0, pitch * pitch).Select(at => Shade(at % pitch, at / pitch))];
    }

    /// <summary>Pixels of the whole drawing.</summary>
    public PixelSize Canvas { get; }

    /// <summary>Draws a picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="before">What is drawn already; null for nothing.</param>
    /// <returns>The part that has to be drawn, and its pixels.</returns>
    public (int Left, int Top, PixelSize Size, byte[] Indices) Draw(PixelFrame frame, PixelFrame? before)
    {
        if (before is not null)
        {
            var (left, top, leds) = Difference(frame, before);
            var part = new PixelSize(leds.Width * _pitch, leds.Height * _pitch);
            var pixels = new byte[part.Width * part.Height];
            Paint(frame, left, top, leds, pixels, part.Width, 0);
            return (_gap + (left * _pitch), _gap + (top * _pitch), part, pixels);
        }

        var whole = new byte[Canvas.Width * Canvas.Height];
        Array.Fill(whole, LedPalette.Edge);
        Paint(frame, 0, 0, _face, whole, Canvas.Width, (_gap * Canvas.Width) + _gap);
        return (0, 0, Canvas, whole);
    }

    private void Paint(PixelFrame frame, int left, int top, PixelSize leds, byte[] pixels, int stride, int start)
    {
        for (var y = 0; y < leds.Height; y++)
        {
            for (var x = 0; x < leds.Width; x++)
            {
                var led = frame[left + x, top + y];
                var corner = start + (y * _pitch * stride) + (x * _pitch);
                for (var at = 0; at < _dot.Length; at++)
                {
                    pixels[corner + (at / _pitch * stride) + (at % _pitch)] = _palette.Of(led, _dot[at]);
                }
            }
        }
    }

    private static (int Left, int Top, PixelSize Leds) Difference(PixelFrame one, PixelFrame other)
    {
        var (left, top, right, bottom) = (one.Size.Width, one.Size.Height, -1, -1);
        for (var y = 0; y < one.Size.Height; y++)
        {
            for (var x = 0; x < one.Size.Width; x++)
            {
                if (one[x, y] != other[x, y])
                {
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
            }
        }

        return (left, top, new PixelSize(right - left + 1, bottom - top + 1));
    }

    /// <summary>How much of a pixel a dot covers, in shades. Where LEDs are two pixels apart a dot is one of them, as in a still preview.</summary>
    private int Shade(int x, int y)
    {
        if (_pitch <= 3)
        {
            return x < _pitch - 1 && y < _pitch - 1 ? LedPalette.Shades : 0;
        }

        var (centre, radius, inside) = (_pitch / 2.0, _pitch * Radius, 0);
        for (var at = 0; at < Finer * Finer; at++)
        {
            var (across, down) = (x + ((at % Finer) + 0.5) / Finer - centre, y + ((at / Finer) + 0.5) / Finer - centre);
            inside += (across * across) + (down * down) <= radius * radius ? 1 : 0;
        }

        return (int)Math.Round(LedPalette.Shades * inside / (double)(Finer * Finer), MidpointRounding.AwayFromZero);
    }
}
