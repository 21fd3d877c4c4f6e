using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;

namespace Signage.Core.Tests.Shows;

/// <summary>Between a moment and the one that is promised, no picture changes; and time always moves on.</summary>
public sealed class SteadyPictureTests
{
    private static readonly PixelSize Face = new(12, 4);

    [Fact]
    public void Picture_WhenAnyMomentBeforeThePromisedOne_IsTheSame() => Loops().Sample(
        made =>
        {
            var player = new LoopPlayer(made.Pages, Face);
            var t = TimeSpan.FromTicks((long)(player.Length.Ticks * made.Part * 3));
            var until = player.SteadyUntil(t);
            Assert.True(until > t);
            var now = player.FrameAt(t);
            for (var i = 0; i < 8; i++)
            {
                Assert.Equal(now, player.FrameAt(t + ((until - t - TimeSpan.FromTicks(1)) * i / 7)));
            }
        },
        iter: 2_000);

    private static Gen<(Page[] Pages, double Part)> Loops() =>
        from pages in Gen.Select(Gen.Int[0, 4], Gen.Int[1, 9], Gen.Int[0, 40], Gen.Int[1, 3], Gen.Int[1, 30]).Array[1, 4]
        from part in Gen.Double[0, 1]
        select (pages.Select(page => Make(page.Item1, page.Item2, page.Item3, page.Item4, page.Item5)).ToArray(), part);

    private static Page Make(int effect, int step, int stay, int repeat, int width)
    {
        var kind = new[] { Effect.Static, Effect.MoveLeft, Effect.MoveUp, Effect.ContinuousLeft, Effect.Blink }[effect];
        var size = new PixelSize(kind == Effect.ContinuousLeft ? width : Face.Width, Face.Height);
        var picture = PixelFrame.Create(size, PixelLayout.Mono, width, static (cells, seed) =>
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = (byte)(0x80 >> (seed % 7) | (i % 2 << 7));
            }
        });
        return new Page(Clean(picture), kind, TimeSpan.FromMilliseconds(step), TimeSpan.FromMilliseconds(stay), repeat);
    }

    // Padding bits are zero by definition.
    private static PixelFrame Clean(PixelFrame picture) => PixelFrame.ParseMono(string.Join('\n', picture.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
}
