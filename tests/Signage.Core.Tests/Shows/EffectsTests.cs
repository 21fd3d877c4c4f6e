using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Core.Tests.Shows;

/// <summary>Every effect drawn by hand: step 10 ms, stay 50 ms.</summary>
public sealed class EffectsTests
{
    private static readonly PixelSize Face = new(4, 2);
    private const string Picture = "#..#\n.##.\n";

    public static TheoryData<Effect, int, string> Moments => new()
    {
        { Effect.Static, 0, Picture },
        { Effect.Static, 49, Picture },
        { Effect.MoveLeft, 0, "....\n....\n" },
        { Effect.MoveLeft, 10, "...#\n....\n" },
        { Effect.MoveLeft, 29, "..#.\n...#\n" },
        { Effect.MoveLeft, 40, Picture },
        { Effect.MoveLeft, 89, Picture },
        { Effect.MoveLeft, 90, "....\n....\n" },
        { Effect.MoveUp, 0, "....\n....\n" },
        { Effect.MoveUp, 10, "....\n#..#\n" },
        { Effect.MoveUp, 20, Picture },
        { Effect.ContinuousLeft, 0, Picture },
        { Effect.ContinuousLeft, 10, "..##\n##..\n" },
        { Effect.ContinuousLeft, 40, Picture },
        { Effect.Blink, 319, Picture },
        { Effect.Blink, 320, "....\n....\n" },
        { Effect.Blink, 640, Picture },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void FrameAt_WhenAMoment_IsTheDrawing(Effect effect, int milliseconds, string drawing) => Assert.Equal(
        drawing, Effects.FrameAt([Page(effect, Picture)], Face, TimeSpan.FromMilliseconds(milliseconds)).ToString());

    [Fact]
    public void FrameAt_WhenTwoStripsFollowOneAnother_ShowsTheirSeamWithoutAGap()
    {
        Page[] strips = [Page(Effect.ContinuousLeft, "#...\n#...\n"), Page(Effect.ContinuousLeft, "##..\n....\n")];
        Assert.Equal("..##\n....\n", Effects.FrameAt(strips, Face, TimeSpan.FromMilliseconds(20)).ToString());
        Assert.Equal("..#.\n..#.\n", Effects.FrameAt(strips, Face, TimeSpan.FromMilliseconds(60)).ToString());
    }

    [Fact]
    public void FrameAt_WhenThePageIsOver_ShowsTheNextAndLoops()
    {
        Page[] pages = [Page(Effect.Static, Picture) with { Repeat = 2 }, Page(Effect.Static, "####\n####\n")];
        Assert.Equal(Picture, Effects.FrameAt(pages, Face, TimeSpan.FromMilliseconds(99)).ToString());
        Assert.Equal("####\n####\n", Effects.FrameAt(pages, Face, TimeSpan.FromMilliseconds(100)).ToString());
        Assert.Equal(Picture, Effects.FrameAt(pages, Face, TimeSpan.FromMilliseconds(150)).ToString());
    }

    [Fact]
    public void PaintAt_WhenWarm_AllocatesNothing()
    {
        var strip = PixelFrame.Create(new PixelSize(700, 64), PixelLayout.Mono, 0, (cells, _) => new Random(1).NextBytes(cells));
        var player = new LoopPlayer([new Page(strip, Effect.ContinuousLeft, TimeSpan.FromMilliseconds(1), TimeSpan.Zero)], new PixelSize(256, 64));
        var cells = new byte[256 / 8 * 64];
        player.PaintAt(TimeSpan.Zero, cells);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var t = 0; t < 1000; t++)
        {
            player.PaintAt(TimeSpan.FromMilliseconds(t), cells);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static Page Page(Effect effect, string drawing) =>
        new(PixelFrame.ParseMono(drawing), effect, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50));
}
