using System.Globalization;
using Signage.Core.Text;
using Signage.Renderer.Fonts;
using Signage.Renderer.Typesetting;
using SkiaSharp;

namespace Signage.Renderer.Previews;

/// <summary>Many texts on many panels in one picture to look at: LED dots, with what a looker must know written beside them in the LED font.</summary>
public static class ContactSheet
{
    private const int Pitch = 2;
    private const int Gap = 8;
    private const int ColumnGap = 24;

    // Rows of Unifont, in which labels are written whatever the panels use.
    private const int Rows = 16;

    // Pixels for one of the font, so that labels can still be read where the sheet is shown at a third of its size.
    private const int Scale = 2;
    private const int Letter = Rows * Scale;
    private const int LineHeight = Letter + 6;
    private const int LabelWidth = 11 * Letter;
    private const int NumberWidth = 2 * Letter;
    private static readonly SKColor Plain = new(210, 210, 210);
    private static readonly SKColor Faint = new(140, 140, 140);
    private static readonly SKColor Mark = new(255, 190, 60);

    /// <summary>Draws the sheet as PNG.</summary>
    /// <param name="columns">The panels; at least one.</param>
    /// <param name="rows">The texts; at least one, each with a picture for each panel.</param>
    /// <exception cref="ArgumentException">The PNG would have more than 32,767 pixels on a side, or 100 million altogether.</exception>
    public static byte[] Png(IReadOnlyList<SheetColumn> columns, IReadOnlyList<SheetRow> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        using var font = new LedFont(FontFile.Unifont);
        int[] widths = [.. columns.Select((column, at) => Math.Max(rows.Max(row => row.Pictures[at].Glass.Size.Width) * Pitch, HeadingWidth(font, column)))];
        var (width, height) = (Left + widths.Sum(column => column + ColumnGap), Top + rows.Sum(row => HeightOf(font, row) + Gap));
        if (width > LedDots.LargestSide || height > LedDots.LargestSide || (long)width * height > LedDots.MostPixels)
        {
            throw new ArgumentException(Words.PreviewTooLarge.With(width, height, Pitch), nameof(rows));
        }

        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Black);
        var x = Left;
        for (var at = 0; at < columns.Count; at++)
        {
            Write(surface.Canvas, font, columns[at].Name, x, Gap, Plain);
            Write(surface.Canvas, font, columns[at].Facts, x, Gap + LineHeight, Faint);
            x += widths[at] + ColumnGap;
        }

        var y = Top;
        foreach (var row in rows)
        {
            Draw(surface.Canvas, font, row, widths, y);
            y += HeightOf(font, row) + Gap;
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static int Left => Gap + NumberWidth + LabelWidth + (3 * Gap);

    private static int Top => Gap + (2 * LineHeight) + Gap;

    private static int HeightOf(LedFont font, SheetRow row) => Math.Max(
        Lines(font, row.Text).Length * LineHeight, row.Pictures.Max(picture => (picture.Glass.Size.Height * Pitch) + (picture.Rest != SheetRest.None ? LineHeight + Gap : 0)));

    private static int HeadingWidth(LedFont font, SheetColumn column) => Math.Max(WidthOf(font, column.Name), WidthOf(font, column.Facts));

    private static void Draw(SKCanvas canvas, LedFont font, SheetRow row, int[] widths, int y)
    {
        Write(canvas, font, row.Number.ToString("00", CultureInfo.InvariantCulture), Gap, y, Mark);
        var line = y;
        foreach (var words in Lines(font, row.Text))
        {
            Write(canvas, font, words, Gap + NumberWidth, line, Plain);
            line += LineHeight;
        }

        var x = Left;
        for (var at = 0; at < row.Pictures.Count; at++)
        {
            var (glass, rest) = row.Pictures[at];
            LedDots.Draw(canvas, glass, x, y, Pitch);
            if (rest != SheetRest.None)
            {
                Write(canvas, font, rest == SheetRest.Moves ? Words.MovesOn : Words.PagesOn, x, y + (glass.Size.Height * Pitch) + (Gap / 2), Mark);
            }

            x += widths[at] + ColumnGap;
        }
    }

    // In two where the text itself pauses, as on a panel; else wherever the line is full.
    private static string[] Lines(LedFont font, string text)
    {
        if (WidthOf(font, text) <= LabelWidth)
        {
            return [text];
        }

        var pauses = LineBreaks.InTwo(text).Where(pair => WidthOf(font, pair.First) <= LabelWidth && WidthOf(font, pair.Second) <= LabelWidth).ToArray();
        return pauses.Length > 0 ? [pauses[0].First, pauses[0].Second] : [.. text.Chunk(LabelWidth / Letter).Select(piece => new string(piece))];
    }

    private static int WidthOf(LedFont font, string text) => Cells(font, text).Sum(cell => cell.Width) * Scale;

    private static IEnumerable<GlyphCell> Cells(LedFont font, string text) =>
        text.EnumerateRunes().Select(rune => font.Find(rune.Value) ?? font.Find('?')!);

    private static void Write(SKCanvas canvas, LedFont font, string text, int left, int top, SKColor colour)
    {
        using var paint = new SKPaint { IsAntialias = false, Color = colour };
        foreach (var cell in Cells(font, text))
        {
            for (var y = 0; y < Rows; y++)
            {
                for (var x = 0; x < cell.Width; x++)
                {
                    if ((cell.Rows[y] & (0x8000 >> x)) != 0)
                    {
                        canvas.DrawRect(left + (x * Scale), top + (y * Scale), Scale, Scale, paint);
                    }
                }
            }

            left += cell.Width * Scale;
        }
    }
}
