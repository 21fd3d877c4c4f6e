using Signage.Renderer.Boards.Setting;
using SkiaSharp;

namespace Signage.Renderer.Boards.Files;

/// <summary>Boards as PNG: screens pixel for pixel, paper as a picture to look at, without bleed.</summary>
internal static class BoardPng
{
    // Enough to judge a poster on a screen; what is printed is the PDF.
    private const float DotsPerInch = 100;
    private const float MillimetresPerInch = 25.4f;

    /// <summary>Writes the file.</summary>
    public static byte[] Write(SetBoard board, BoardPainter painter)
    {
        var scale = board.Size.Medium == BoardMedium.Paper ? DotsPerInch / MillimetresPerInch : 1;
        using var bitmap = new SKBitmap(new SKImageInfo(
            (int)MathF.Round(board.Size.Width * scale), (int)MathF.Round(board.Size.Height * scale), SKColorType.Bgra8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale(scale);
            painter.Draw(canvas);
        }

        if (board.Size.Medium == BoardMedium.EPaper)
        {
            ThreeInks.Settle(bitmap);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
