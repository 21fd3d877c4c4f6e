using Signage.Core.Text;

namespace Signage.Core.Frames;

/// <summary>Width and height of a picture, in pixels. Both are at least 1 and at most 65,535.</summary>
public readonly record struct PixelSize
{
    /// <summary>The largest width or height of any picture, a scrolling strip included.</summary>
    public const int Largest = 65_535;

    /// <summary>Makes a size.</summary>
    /// <param name="width">Pixels from left to right, 1 to <see cref="Largest"/>.</param>
    /// <param name="height">Pixels from top to bottom, 1 to <see cref="Largest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside its range.</exception>
    public PixelSize(int width, int height)
    {
        if (width is < 1 or > Largest || height is < 1 or > Largest)
        {
            throw new ArgumentOutOfRangeException(width is < 1 or > Largest ? nameof(width) : nameof(height), Words.SideOutside.With(width, height, Largest));
        }

        Width = width;
        Height = height;
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>The size as <c>160x16</c>.</summary>
    public override string ToString() => $"{Width}x{Height}";
}
