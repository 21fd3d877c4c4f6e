using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Web.Playing;

namespace Signage.Web.Tests.Playing;

/// <summary>One loop as it is sent to a browser, and what <see cref="Effects"/> says that its glass looks like at some moments.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="Show">The loop.</param>
/// <param name="Expected">Moments and cells.</param>
internal sealed record GoldenVector(string Name, LedShow Show, IReadOnlyList<GoldenFrame> Expected);

/// <summary>The glass at a moment.</summary>
/// <param name="T">Microseconds since the loop began.</param>
/// <param name="Cells">Cells, base64.</param>
internal sealed record GoldenFrame(long T, string Cells);

/// <summary>Makes golden vectors: every effect in every layout, alone and in loops, at every edge and at moments in between.</summary>
internal static class GoldenVectors
{
    private const int Seed = 20_260_905;

    public static IReadOnlyList<GoldenVector> All()
    {
        var random = new Random(Seed);
        var vectors = new List<GoldenVector>();
        foreach (var layout in Enum.GetValues<PixelLayout>())
        {
            foreach (var face in new[] { new PixelSize(13, 5), new PixelSize(32, 8), new PixelSize(9, 3) })
            {
                foreach (var effect in Enum.GetValues<Effect>())
                {
                    vectors.Add(Of($"{effect} {layout} {face}", [Page(face, layout, effect, random)], face, random));
                    vectors.Add(Of($"{effect} {layout} {face} x3", [Page(face, layout, effect, random) with { Repeat = 3 }], face, random));
                }

                vectors.Add(Of($"all {layout} {face}", [.. Enum.GetValues<Effect>().Select(effect => Page(face, layout, effect, random) with { Repeat = 2 })], face, random));
                vectors.Add(Of($"joined {layout} {face}", Run(face, layout, random), face, random));
                vectors.Add(Of($"short strip {layout} {face}", [Strip(new PixelSize(3, face.Height), layout, random)], face, random));
            }
        }

        return vectors;
    }

    private static GoldenVector Of(string name, IReadOnlyList<Page> loop, PixelSize face, Random random)
    {
        var player = new LoopPlayer(loop, face);
        return new GoldenVector(name, LedShow.Of(loop, face), [.. Moments(player, random).Select(t => new GoldenFrame(
            t, Convert.ToBase64String(Effects.FrameAt(loop, face, TimeSpan.FromMicroseconds(t)).Cells.Span)))]);
    }

    /// <summary>The beginning, the microsecond before and after each change of page and of step there, the end, one loop later, and some in between.</summary>
    private static IEnumerable<long> Moments(LoopPlayer player, Random random)
    {
        var length = (long)player.Length.TotalMicroseconds;
        var edges = player.Starts.Select(start => (long)start.TotalMicroseconds)
            .Concat(player.Starts.Zip(player.Pages, (start, page) => (long)(start + page.Step).TotalMicroseconds))
            .Concat(player.Starts.Zip(player.Pages, (start, page) => (long)(start + (page.Step * 32)).TotalMicroseconds))
            .Append(length).Append(length * 2).Append(length * 1000);
        var between = Enumerable.Range(0, 8).Select(_ => random.NextInt64(length * 2));
        return edges.SelectMany(edge => new[] { edge - 1, edge, edge + 1 }).Concat(between).Where(t => t >= 0).Distinct().Order();
    }

    /// <summary>Three strips that are set end to end, then one with another step, which is not.</summary>
    private static Page[] Run(PixelSize face, PixelLayout layout, Random random)
    {
        var first = Strip(new PixelSize(face.Width + 3, face.Height), layout, random);
        return
        [
            first,
            first with { Picture = Picture(new PixelSize(7, face.Height), layout, random) },
            first with { Picture = Picture(new PixelSize(face.Width * 2, face.Height), layout, random) },
            Strip(face, layout, random) with { Step = first.Step * 2 },
        ];
    }

    private static Page Strip(PixelSize size, PixelLayout layout, Random random) =>
        new(Picture(size, layout, random), Effect.ContinuousLeft, TimeSpan.FromMicroseconds(random.Next(1, 30_001)), TimeSpan.Zero);

    private static Page Page(PixelSize face, PixelLayout layout, Effect effect, Random random) => effect == Effect.ContinuousLeft
        ? Strip(new PixelSize(face.Width + random.Next(1, 20), face.Height), layout, random)
        : new Page(Picture(face, layout, random), effect, TimeSpan.FromMicroseconds(random.Next(1, 30_001)), TimeSpan.FromMilliseconds(random.Next(0, 4_000)));

    private static PixelFrame Picture(PixelSize size, PixelLayout layout, Random random) =>
        PixelFrame.Create(size, layout, random, static (cells, dice) => dice.NextBytes(cells));
}
