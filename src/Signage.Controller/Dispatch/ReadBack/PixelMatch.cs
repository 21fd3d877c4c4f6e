using Signage.Core.Frames;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;

namespace Signage.Controller.Dispatch.ReadBack;

/// <summary>What a comparison found.</summary>
/// <param name="Matches">True when the picture is one that the show has at some moment of the window.</param>
/// <param name="WrongPixels">Pixels that are off, against the most similar moment that was looked at.</param>
internal sealed record PixelMatch(bool Matches, int WrongPixels)
{
    // A window of hours over a loop that moves every millisecond has to end somewhere, and so have the pages of a face of millions of pixels.
    private const int MostMoments = 20_000;
    private const long MostBytes = 1L << 30;
    private const int BytesAtOnce = 1 << 22;

    /// <summary>True when it ended before every moment was looked at: nothing was found, and nothing is known.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>How long the loop is.</summary>
    public TimeSpan Loop { get; init; }

    /// <summary>The stretches of the loop that look like the picture; only where any moment counts and all of them were looked at.</summary>
    public IReadOnlyList<LoopSpan> Stretches { get; init; } = [];

    /// <summary>Holds what a card handed back against a show: right when it equals the show's picture at some moment of a window.</summary>
    /// <param name="seen">What the card says it lights.</param>
    /// <param name="show">What is desired.</param>
    /// <param name="rules">How near is near enough.</param>
    /// <param name="window">The times since the loop began; ignored where any moment counts.</param>
    /// <param name="cancellationToken">Gives up, because something is more urgent.</param>
    public static async Task<PixelMatch> OfAsync(
        PixelFrame seen, Show show, ReadBackRules rules, (TimeSpan From, TimeSpan To) window, CancellationToken cancellationToken)
    {
        if (seen.Size != show.Face.Size || seen.Layout != show.Face.Layout)
        {
            return new PixelMatch(false, show.Face.Size.Width * show.Face.Size.Height);
        }

        var player = new LoopPlayer(show.Loop, show.Face.Size);
        var cells = new byte[seen.Cells.Length];
        var (from, to) = rules.AnyMoment ? (TimeSpan.Zero, player.Length - TimeSpan.FromTicks(1)) : window;
        to = to - from > player.Length ? from + player.Length : to;
        var most = Math.Clamp(MostBytes / Math.Max(1, cells.Length), 1, MostMoments);
        var (least, moments, painted) = (int.MaxValue, 0, 0);
        var stretches = new List<LoopSpan>();
        for (var t = from; t <= to; moments++)
        {
            if (moments == most)
            {
                return new PixelMatch(stretches.Count > 0, least) { IsCutOff = true, Loop = player.Length };
            }

            if ((painted += cells.Length) > BytesAtOnce)
            {
                // A large face takes seconds; others on this thread and a person who presses 一键黑屏 must not wait for that.
                painted = 0;
                await Task.Yield();
            }

            cancellationToken.ThrowIfCancellationRequested();
            player.PaintAt(t, cells);
            var wrong = PictureDifference.Of(seen, cells, rules.ChannelTolerance);
            var steady = player.SteadyUntil(t);
            least = Math.Min(least, wrong);
            if (wrong <= rules.WrongPixels)
            {
                if (!rules.AnyMoment)
                {
                    return new PixelMatch(true, wrong) { Loop = player.Length };
                }

                LoopSpan.Add(stretches, new LoopSpan(t, steady < player.Length ? steady : player.Length));
            }

            t = steady;
        }

        return new PixelMatch(stretches.Count > 0, least) { Loop = player.Length, Stretches = stretches };
    }
}
