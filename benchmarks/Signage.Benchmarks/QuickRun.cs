using System.Diagnostics;
using System.Globalization;
using Signage.Benchmarks.Scrolling;
using Signage.Benchmarks.Slogans;
using Signage.Core.Frames;
using Signage.Renderer.Shows;

namespace Signage.Benchmarks;

/// <summary>
/// Every budget in one run of some seconds: rivals take turns, the median of the rounds counts, and both sides are first shown to paint the same
/// frames. Ends with 1 when a budget is broken.
/// </summary>
internal static class QuickRun
{
    private const int Rounds = 15;

    public static int Print(TextWriter output)
    {
        var kept = Scroll(output);
        kept &= Slogans(output);
        Say(output, $"budgets: {(kept ? "kept" : "BROKEN")}");
        return kept ? 0 : 1;
    }

    private static bool Scroll(TextWriter output)
    {
        using var bgra = new DrawTextScroller(gray: false, shaped: false);
        using var gray = new DrawTextScroller(gray: true, shaped: false);
        using var kept = new DrawTextScroller(gray: false, shaped: true);
        var player = Scene.Player();
        var cells = new byte[PixelFrame.LengthOf(Scene.Glass, PixelLayout.Mono)];
        var other = new byte[cells.Length];
        for (var step = 0; step < Scene.StripWidth; step++)
        {
            player.PaintAt(Scene.Step * step, cells);
            foreach (var rival in (DrawTextScroller[])[bgra, gray, kept])
            {
                rival.Paint(step, other);
                if (!cells.AsSpan().SequenceEqual(other))
                {
                    Say(output, $"step {step}: the sides paint different frames");
                    return false;
                }
            }
        }

        Action<int>[] sides = [step => player.PaintAt(Scene.Step * step, cells), step => bgra.Paint(step, cells), step => gray.Paint(step, cells), step => kept.Paint(step, cells)];
        var times = Medians(sides, [20_000, 1_000, 1_000, 1_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 10_000; step++)
        {
            player.PaintAt(Scene.Step * step, cells);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var ratio = Math.Min(times[1], times[2]) / times[0];
        Say(output, $"scroll frame 256x64 from a strip   {times[0]:F3} us, {allocated} B in 10,000 frames");
        Say(output, $"  DrawText + pack, BGRA            {times[1]:F3} us ({times[1] / times[0]:F0}x)");
        Say(output, $"  DrawText + pack, Gray8           {times[2]:F3} us ({times[2] / times[0]:F0}x)");
        Say(output, $"  kept glyphs + pack, BGRA         {times[3]:F3} us ({times[3] / times[0]:F0}x)");
        Say(output, $"  ratio to the faster DrawText     {ratio:F0}x (budget 25x, 0 B)");
        return ratio >= 25 && allocated == 0;
    }

    private static bool Slogans(TextWriter output)
    {
        using var bench = new SloganBenchmarks();
        Action<int>[] sides = [_ => bench.Cached(), _ => bench.Personalised()];
        var times = Medians(sides, [2_000, 500]);
        var cold = new List<double>();
        var opening = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var fresh = new ShowRenderer();
            opening.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            SloganBenchmarks.Cold(fresh);
            cold.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Say(output, $"slogan to pages 320x16, cached     {times[0]:F2} us (budget 5 us)");
        Say(output, $"slogan to pages 320x16, cold       {Median(cold):F2} ms (budget 5 ms); opening the font before that {Median(opening):F0} ms");
        Say(output, $"10,000 personalised 320x16         {times[1] / 100:F2} s on one core (budget 2 s on two)");
        return times[0] <= 5 && Median(cold) <= 5 && times[1] <= 200;
    }

    /// <summary>Microseconds a call; the sides take turns, so that a busy moment of the machine hits all.</summary>
    private static double[] Medians(Action<int>[] sides, int[] calls)
    {
        var rounds = sides.Select(_ => new List<double>()).ToArray();
        for (var round = -3; round < Rounds; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                var start = Stopwatch.GetTimestamp();
                for (var call = 0; call < calls[side]; call++)
                {
                    sides[side](call);
                }

                if (round >= 0)   // the first rounds let the compiler settle
                {
                    rounds[side].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls[side]);
                }
            }
        }

        return [.. rounds.Select(Median)];
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
