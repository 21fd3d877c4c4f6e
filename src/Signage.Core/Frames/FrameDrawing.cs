using System.Text;

namespace Signage.Core.Frames;

/// <summary>Pictures as text, so that tests draw what they mean and failures print what they got.</summary>
internal static class FrameDrawing
{
    private const string Colours = ".RGYBMCW";   // index: bit 0 red, bit 1 green, bit 2 blue

    public static PixelFrame Parse(string drawing, PixelLayout layout)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var rows = drawing.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (rows.Length == 0)
        {
            throw new FormatException("The drawing is empty.");
        }

        var size = new PixelSize(rows[0].Length, rows.Length);
        return PixelFrame.Create(size, layout, rows, (cells, lines) =>
        {
            for (var y = 0; y < size.Height; y++)
            {
                if (lines[y].Length != size.Width)
                {
                    throw new FormatException($"Line {y + 1} is {lines[y].Length} wide, the first is {size.Width}.");
                }

                for (var x = 0; x < size.Width; x++)
                {
                    Light(cells, size, layout, x, y, Primaries(lines[y][x], layout, x, y));
                }
            }
        });
    }

    public static string Draw(PixelFrame frame)
    {
        var text = new StringBuilder((frame.Size.Width + 1) * frame.Size.Height);
        for (var y = 0; y < frame.Size.Height; y++)
        {
            for (var x = 0; x < frame.Size.Width; x++)
            {
                text.Append(Letter(frame[x, y], frame.Layout));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static char Letter(LedColour colour, PixelLayout layout)
    {
        if (layout == PixelLayout.Mono)
        {
            return colour.IsLit ? '#' : '.';
        }

        var index = 0;
        foreach (var (value, bit) in ((byte, int)[])[(colour.R, 1), (colour.G, 2), (colour.B, 4)])
        {
            if (value is not (0 or 255))
            {
                return '*';
            }

            index |= value == 255 ? bit : 0;
        }

        return Colours[index];
    }

    private static int Primaries(char letter, PixelLayout layout, int x, int y)
    {
        var index = layout == PixelLayout.Mono ? ".#".IndexOf(letter, StringComparison.Ordinal) : Colours.IndexOf(letter, StringComparison.Ordinal);
        if (index < 0 || (layout == PixelLayout.Dual && index > 3))
        {
            throw new FormatException($"'{letter}' at column {x + 1}, line {y + 1} is not a letter of a {layout} drawing.");
        }

        return index;
    }

    private static void Light(Span<byte> cells, PixelSize size, PixelLayout layout, int x, int y, int primaries)
    {
        var stride = PixelFrame.StrideOf(size.Width, layout);
        for (var primary = 0; primary < 3; primary++)
        {
            if ((primaries & (1 << primary)) == 0)
            {
                continue;
            }

            if (layout == PixelLayout.Rgb)
            {
                cells[(y * stride) + (x * 3) + primary] = 255;
            }
            else
            {
                cells[(((primary * size.Height) + y) * stride) + (x >> 3)] |= (byte)(0x80 >> (x & 7));
            }
        }
    }
}
