using Signage.Core.Shows;
using Signage.Simulator.Cards;

namespace Signage.Cli.Demo;

/// <summary>
/// Compares what a simulated card lights with what was approved: the decoded pages by digest, the pixels by sampling the card's own time at
/// the start, at each page change, in the middle of each page, and all of it again one loop later. The card's clock must be held.
/// </summary>
internal static class GlassComparer
{
    /// <summary>Compares; moves the card's clock forward by up to two loops.</summary>
    public static GlassSample Compare(Show approved, ISimulatedCard card)
    {
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
