using Signage.Renderer.Boards.Setting;
using SkiaSharp;

namespace Signage.Renderer.Boards.Files;

/// <summary>
/// A poster as PDF: one page in millimetres, larger than the poster by a strip with crop marks, everything vector, text as text, colours RGB. No date is written,
/// so the same poster gives the same bytes.
/// </summary>
internal static class PosterPdf
{
    // Around the trimmed poster, in millimetres, at the least: 3 of bleed, then a gap, then the marks.
    private const float Strip = 12;
    private const float MarkGap = 4.5f;
    private const float MarkLength = 6;
    private const float MarkWidth = 0.1f;
    private const float PointsPerMillimetre = 72 / 25.4f;

    /// <summary>Writes the file.</summary>
    /// <param name="board">A board on paper.</param>
    /// <param name="painter">Draws it.</param>
    /// <param name="title">The title of the document.</param>
    public static byte[] Write(SetBoard board, BoardPainter painter, string title)
    {
        var (width, height) = (board.Size.Width, board.Size.Height);
        var sheet = Sheet.Around(board.Size);
        using var stream = new MemoryStream();
        var about = new SKDocumentPdfMetadata { Title = title, Creator = "Signage", Producer = "Signage with Skia" };
        using (var document = SKDocument.CreatePdf(stream, about))
        {
            var canvas = document.BeginPage(sheet.Width, sheet.Height);
            canvas.Translate(sheet.Left, sheet.Top);
            canvas.Scale(PointsPerMillimetre);
            canvas.Save();
            canvas.ClipRect(new SKRect(-BoardSize.Bleed, -BoardSize.Bleed, width + BoardSize.Bleed, height + BoardSize.Bleed));
            painter.Draw(canvas);
            canvas.Restore();
            DrawMarks(canvas, width, height);
            document.EndPage();
            document.Close();
        }

        return PdfBoxes.Add(stream.ToArray(), sheet.Box(board.Size, 0), sheet.Box(board.Size, BoardSize.Bleed));
    }

    private static void DrawMarks(SKCanvas canvas, float width, float height)
    {
        using var paint = new SKPaint { Color = SKColors.Black, IsStroke = true, StrokeWidth = MarkWidth };
        foreach (var (x, outX) in new[] { (0f, -1), (width, 1) })
        {
            foreach (var (y, outY) in new[] { (0f, -1), (height, 1) })
            {
                canvas.DrawLine(x + (outX * MarkGap), y, x + (outX * (MarkGap + MarkLength)), y, paint);
                canvas.DrawLine(x, y + (outY * MarkGap), x, y + (outY * (MarkGap + MarkLength)), paint);
            }
        }
    }

    /// <summary>The page in points, with the poster in its middle. Its sides are whole: the drawing library rounds them, and the boxes have to be exact.</summary>
    private readonly record struct Sheet(float Width, float Height, float Left, float Top)
    {
        public static Sheet Around(BoardSize size)
        {
            var (width, height) = (MathF.Ceiling((size.Width + (2 * Strip)) * PointsPerMillimetre), MathF.Ceiling((size.Height + (2 * Strip)) * PointsPerMillimetre));
            return new Sheet(width, height, (width - (size.Width * PointsPerMillimetre)) / 2, (height - (size.Height * PointsPerMillimetre)) / 2);
        }

        /// <summary>The corners of a box from the lower left, the trimmed poster grown by some millimetres.</summary>
        public float[] Box(BoardSize size, float grown)
        {
            var by = grown * PointsPerMillimetre;
            return [Left - by, Top - by, Left + (size.Width * PointsPerMillimetre) + by, Top + (size.Height * PointsPerMillimetre) + by];
        }
    }
}
