using Signage.Core.Frames;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch.ReadBack;

/// <summary>What a comparison found.</summary>
/// <param name="Matches">True when the picture is one that the show has at some moment of the window.</param>
/// <param name="WrongPixels">Pixels that are off, against the most similar moment.</param>
internal sealed record PixelMatch(bool Matches, int WrongPixels)
{
    // A window of hours over a loop that moves every millisecond has to end somewhere; a loop is compared once at most.
    private const int MostMoments = 20_000;

    /// <summary>Holds what a card handed back against a show: right when it equals the show's picture at some moment of a window.</summary>
    /// <param name="seen">What the card says it lights.</param>
    /// <param name="show">What is desired.</param>
    /// <param name="rules">How near is near enough.</param>
    /// <param name="window">The times since the loop began; ignored where any moment counts.</param>
    public static PixelMatch Of(PixelFrame seen, Show show, ReadBackRules rules, (TimeSpan From, TimeSpan To) window)
    {
        if (seen.Size != show.Face.Size || seen.Layout != show.Face.Layout)
        {
            return new PixelMatch(false, show.Face.Size.Width * show.Face.Size.Height);
        }

        var player = new LoopPlayer(show.Loop, show.Face.Size);
        var (from, to) = rules.AnyMoment ? (TimeSpan.Zero, player.Length) : window;
        to = to - from > player.Length ? from + player.Length : to;
        var cells = new byte[seen.Cells.Length];
        var least = int.MaxValue;
        var moments = 0;
        for (var t = from; t <= to && moments < MostMoments; t = player.SteadyUntil(t), moments++)
        {
            player.PaintAt(t, cells);
            least = Math.Min(least, Wrong(seen, cells, rules.ChannelTolerance));
            if (least <= rules.WrongPixels)
            {
                return new PixelMatch(true, least);
            }
        }

        return new PixelMatch(false, least);
    }

    private static int Wrong(PixelFrame seen, ReadOnlySpan<byte> wanted, int tolerance)
    {
        var cells = seen.Cells.Span;
        var wrong = 0;
        if (seen.Layout != PixelLayout.Rgb)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                wrong += System.Numerics.BitOperations.PopCount((uint)(cells[i] ^ wanted[i]));
            }

            return wrong;
        }

        for (var i = 0; i < cells.Length; i += 3)
        {
            wrong += Far(cells[i], wanted[i], tolerance) || Far(cells[i + 1], wanted[i + 1], tolerance) || Far(cells[i + 2], wanted[i + 2], tolerance) ? 1 : 0;
        }

        return wrong;
    }

    private static bool Far(byte one, byte other, int tolerance) => Math.Abs(one - other) > tolerance;
}
