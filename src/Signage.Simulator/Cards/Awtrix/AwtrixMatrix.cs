using Signage.Core.Frames;

namespace Signage.Simulator.Cards.Awtrix;

/// <summary>The pixels of a clock, row by row; what lies outside is not drawn.</summary>
internal static class AwtrixMatrix
{
    public const int Width = 32;

    public const int Height = 8;

    /// <summary>All pixels.</summary>
    public const int Cells = Width * Height;

    /// <summary>A colour as the clock's JSON writes it.</summary>
    public static int Number(LedColour light) => (light.R << 16) | (light.G << 8) | light.B;

    /// <summary>A colour from a number.</summary>
    public static LedColour Light(int number) => new((byte)(number >> 16 & 0xFF), (byte)(number >> 8 & 0xFF), (byte)(number & 0xFF));

    /// <summary>Lights one pixel.</summary>
    public static void Set(LedColour[] cells, int x, int y, LedColour light)
    {
        if (x is >= 0 and < Width && y is >= 0 and < Height)
        {
            cells[(y * Width) + x] = light;
        }
    }

    /// <summary>Lights a rectangle.</summary>
    public static void Fill(LedColour[] cells, int left, int top, int width, int height, LedColour light)
    {
        for (var i = 0; i < Math.Clamp(width, 0, Width) * Math.Clamp(height, 0, Height); i++)
        {
            Set(cells, left + (i % Math.Clamp(width, 1, Width)), top + (i / Math.Clamp(width, 1, Width)), light);
        }
    }

    /// <summary>Something in place of what the clock draws with its own font: three pixels out of four in each place of a letter, so that nobody takes it for dark.</summary>
    public static void Letters(LedColour[] cells, int count, LedColour light)
    {
        for (var letter = 0; letter < Math.Min(count, Width / 4); letter++)
        {
            Fill(cells, letter * 4, 1, 3, 5, light);
        }
    }
}
