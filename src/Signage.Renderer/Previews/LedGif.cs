using Signage.Core.Frames;
using Signage.Core.Shows;

namespace Signage.Renderer.Previews;

/// <summary>A loop of pages as a passer-by sees it go by: LED dots that move, as an animated GIF. What stands at a moment is asked of <see cref="LoopPlayer"/>.</summary>
public static class LedGif
{
    private const int Gap = 4;
    private const int LargestPitch = 6;
    private const int SmallestPitch = 2;

    // A canvas that a page of a manual or a chat still shows quickly.
    private const int UsualPixels = 250_000;

    // Viewers slow down what is quicker.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(40);
    private const int MostPictures = 1_500;
    private const long MostPixels = 400_000_000;

    /// <summary>Draws a loop from its start.</summary>
    /// <param name="loop">The loop, at least one page.</param>
    /// <param name="face">Pixels of the glass.</param>
    /// <returns>The file, and how much of the loop is in it: all of it, or as much as a minute of movement.</returns>
    public static LedAnimation Of(IReadOnlyList<Page> loop, PixelSize face)
    {
        ArgumentNullException.ThrowIfNull(loop);
        var player = new LoopPlayer(loop, face);
        var pitch = LargestPitch;
        while (pitch > SmallestPitch && (long)face.Width * face.Height * pitch * pitch > UsualPixels)
        {
            pitch--;
        }

        var palette = new LedPalette(player.Pages.Select(page => page.Picture));
        var board = new DotBoard(face, pitch, Gap, palette);
        var gif = new GifStream(board.Canvas, palette.Colours);
        var most = (int)Math.Clamp(MostPixels / ((long)board.Canvas.Width * board.Canvas.Height), 1, MostPictures);
        var (at, pictures, waiting) = (TimeSpan.Zero, 0, (Picture?)null);
        while (at < player.Length)
        {
            var frame = player.FrameAt(at);
            if (waiting is null || !frame.Cells.Span.SequenceEqual(waiting.Frame.Cells.Span))
            {
                if (pictures == most)
                {
                    break;
                }

                Add(gif, board, waiting, at);
                (waiting, pictures) = (new Picture(frame, waiting?.Frame, at), pictures + 1);
            }

            var steady = player.SteadyUntil(at);
            at = steady - at < Beat ? at + Beat : steady;
        }

        at = at < player.Length ? at : player.Length;
        Add(gif, board, waiting, at);
        return new LedAnimation(gif.End(), at, player.Length);
    }

    private static void Add(GifStream gif, DotBoard board, Picture? picture, TimeSpan until)
    {
        if (picture is null)
        {
            return;
        }

        // The whole time so far is rounded, not each picture: so nothing is late in the end.
        var hundredths = Math.Max(1, Hundredths(until) - Hundredths(picture.From));
        var (left, top, size, indices) = board.Draw(picture.Frame, picture.Before);
        gif.Add(left, top, size, indices, hundredths);
    }

    private static long Hundredths(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds / 10, MidpointRounding.AwayFromZero);

    private sealed record Picture(PixelFrame Frame, PixelFrame? Before, TimeSpan From);
}

/// <summary>An animated picture of a loop.</summary>
/// <param name="Gif">The file.</param>
/// <param name="Shown">How much of the loop is in it.</param>
/// <param name="Length">How long the loop is.</param>
public sealed record LedAnimation(byte[] Gif, TimeSpan Shown, TimeSpan Length);
