using System.Text;
using Signage.Core.Frames;

namespace Signage.Cli.Demo;

/// <summary>Draws a picture in a terminal: each braille character holds two columns and four rows of LEDs, so 256x32 takes 128x8 characters.</summary>
internal static class BrailleCanvas
{
    // Bit of each dot in U+2800, by row and column.
    private static readonly int[][] Dots = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

    /// <summary>The picture, a string for each line of characters.</summary>
    public static IReadOnlyList<string> Draw(PixelFrame frame)
    {
        var lines = new List<string>((frame.Size.Height + 3) / 4);
        for (var top = 0; top < frame.Size.Height; top += 4)
        {
            var line = new StringBuilder((frame.Size.Width + 1) / 2);
            for (var left = 0; left < frame.Size.Width; left += 2)
            {
                line.Append((char)(0x2800 + Cell(frame, left, top)));
            }

            lines.Add(line.ToString());
        }

        return lines;
    }

    private static int Cell(PixelFrame frame, int left, int top)
    {
        var cell = 0;
        for (var y = 0; y < 4 && top + y < frame.Size.Height; y++)
        {
            for (var x = 0; x < 2 && left + x < frame.Size.Width; x++)
            {
                cell |= frame[left + x, top + y].IsLit ? Dots[y][x] : 0;
            }
        }

        return cell;
    }
}
