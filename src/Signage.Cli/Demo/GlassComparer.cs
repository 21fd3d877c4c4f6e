using Signage.Core.Shows;
using Signage.Simulator.Cards;

namespace Signage.Cli.Demo;

/// <summary>
/// Compares what a simulated card lights with what was approved. A card that plays alone: the decoded pages by digest, the pixels by sampling the card's own
/// time at the start, at each page change, in the middle of each page, and all of it again one loop later; its clock must be held. A card that is streamed to:
/// the pixels at several moments, each against the picture of the moment that is stamped into it.
/// </summary>
/// <param name="time">The clock of the lines; what is under way on one is waited for.</param>
internal sealed class GlassComparer(TimeProvider time)
{
    private const int StreamSamples = 8;
    private static readonly TimeSpan Arrives = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LookForMoves = TimeSpan.FromMilliseconds(400);

    /// <summary>Compares; moves the clock of a card that plays alone forward by up to two loops.</summary>
    /// <param name="approved">What was approved.</param>
    /// <param name="card">The card.</param>
    /// <param name="streamStart">The moment at which its stream began; null where nothing is streamed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<GlassSample> CompareAsync(Show approved, ISimulatedCard card, FrameStamp? streamStart, CancellationToken cancellationToken) =>
        streamStart is { } start ? StreamAsync(approved, card, start, cancellationToken) : PagesAsync(approved, card, cancellationToken);

    private async Task<GlassSample> PagesAsync(Show approved, ISimulatedCard card, CancellationToken cancellationToken)
    {
        // A card that never answers may not have taken yet what was sent.
        await UntilAsync(() => card.Read().Digest == approved.Digest, Arrives, cancellationToken).ConfigureAwait(false);
        var decoded = card.Read().Digest;
        if (decoded != approved.Digest)
        {
            return new GlassSample(decoded, 0, $"the card holds {Short(decoded)}, approved is {Short(approved.Digest)}");
        }

        var samples = 0;
        foreach (var moment in Moments(new LoopPlayer(approved.Loop, approved.Face.Size)))
        {
            var now = card.Read().SinceStart;
            card.Clock.Advance(moment > now ? moment - now : TimeSpan.Zero);
            var reading = card.Read();
            samples++;
            if (!reading.Glass.Equals(Effects.FrameAt(approved.Loop, approved.Face.Size, reading.SinceStart)))
            {
                return new GlassSample(decoded, samples, $"the glass differs at {reading.SinceStart.TotalMilliseconds:0} ms");
            }
        }

        return new GlassSample(decoded, samples, null);
    }

    private async Task<GlassSample> StreamAsync(Show approved, ISimulatedCard card, FrameStamp start, CancellationToken cancellationToken)
    {
        var player = new LoopPlayer(approved.Loop, approved.Face.Size);
        var last = start;
        if (!await UntilAsync(() => card.Read().Stamp is { } stamp && IsOf(start, stamp), Arrives, cancellationToken).ConfigureAwait(false))
        {
            return new GlassSample(null, 0, "no picture of this show has come");
        }

        var samples = 0;
        var began = time.GetTimestamp();
        while (samples < StreamSamples)
        {
            var reading = card.Read();
            var at = reading.Stamp!.Value.Since(start);
            samples++;
            if (!reading.Glass.Equals(player.FrameAt(at)))
            {
                return new GlassSample(null, samples, $"the glass differs at {at.TotalMilliseconds:0} ms");
            }

            last = reading.Stamp.Value;
            var left = LookForMoves - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero || !await UntilAsync(() => card.Read().Stamp != last, left, cancellationToken).ConfigureAwait(false))
            {
                break;
            }
        }

        // What was seen at every moment is the approved show; a stream has no pages to decode.
        return new GlassSample(approved.Digest, samples, null);
    }

    // A stamp of an older stream lies before the beginning, which on this circle of numbers is hours ahead.
    private static bool IsOf(FrameStamp start, FrameStamp stamp) => stamp.Since(start) < TimeSpan.FromHours(1);

    private async Task<bool> UntilAsync(Func<bool> holds, TimeSpan within, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (!holds())
        {
            if (time.GetElapsedTime(began) > within)
            {
                return false;
            }

            await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private static IEnumerable<TimeSpan> Moments(LoopPlayer player)
    {
        for (var loop = 0; loop < 2; loop++)
        {
            for (var page = 0; page < player.Starts.Count; page++)
            {
                var start = player.Starts[page];
                var end = page + 1 < player.Starts.Count ? player.Starts[page + 1] : player.Length;
                yield return (player.Length * loop) + start;
                yield return (player.Length * loop) + start + ((end - start) / 3);
                yield return (player.Length * loop) + start + ((end - start) / 2);
                yield return (player.Length * loop) + end - TimeSpan.FromMicroseconds(1);
            }
        }
    }

    private static string Short(ShowDigest? digest) => digest is { } known ? known.Hex[..12] : "nothing";
}
