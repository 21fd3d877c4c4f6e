using SkiaSharp;

namespace Signage.Renderer.Boards.Files;

/// <summary>
/// Makes every pixel of a picture black, white or red. The looks of electronic paper draw with these three only, so a smoothed edge lies between two of them and
/// a threshold decides: nothing is dithered.
/// </summary>
internal static class ThreeInks
{
    // Black that covers this much of a pixel (of 255) blackens it: at the exact half thin strokes of hanzi would break.
    private const int LeastBlack = 90;
    private const int Half = 128;

    // By how much red must outshine green to be no grey.
    private const int Reddish = 40;

    /// <summary>Settles every pixel, in place.</summary>
    public static void Settle(SKBitmap bitmap)
    {
        var pixels = bitmap.Pixels;
        for (var at = 0; at < pixels.Length; at++)
        {
            pixels[at] = Of(pixels[at]);
        }

        bitmap.Pixels = pixels;
    }

    private static SKColor Of(SKColor mixed)
    {
        if (mixed.Red - mixed.Green > Reddish)
        {
            return mixed.Green >= Half ? SKColors.White : mixed.Red >= Half ? SKColors.Red : SKColors.Black;
        }

        return mixed.Green <= 255 - LeastBlack ? SKColors.Black : SKColors.White;
    }
}
