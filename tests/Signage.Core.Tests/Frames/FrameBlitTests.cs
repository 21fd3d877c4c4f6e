using CsCheck;
using Signage.Core.Frames;

namespace Signage.Core.Tests.Frames;

public sealed class FrameBlitTests
{
    private static readonly Gen<(PixelLayout Layout, int SourceWidth, int TargetWidth, int SourceX, int TargetX, int Seed)> Copies = Gen.Select(
        Gen.Enum<PixelLayout>(), Gen.Int[1, 300], Gen.Int[1, 300], Gen.Int[0, 299], Gen.Int[0, 299], Gen.Int);

    [Fact]
    public void Copy_WhenAnyShiftAndWidth_EqualsAPixelLoop() => Copies.Sample(
        copy =>
        {
            var source = Random(new PixelSize(copy.SourceWidth, 3), copy.Layout, copy.Seed);
            var before = Random(new PixelSize(copy.TargetWidth, 3), copy.Layout, copy.Seed ^ 1);
            var (from, to) = (copy.SourceX % copy.SourceWidth, copy.TargetX % copy.TargetWidth);
            var width = Math.Min(copy.SourceWidth - from, copy.TargetWidth - to);
            var after = PixelFrame.Create(before.Size, copy.Layout, (source, before), (cells, pair) =>
            {
                pair.before.Cells.Span.CopyTo(cells);
                FrameBlit.Copy(pair.source, from, 0, new PixelSize(width, 3), cells, pair.before.Size, to, 0);
            });
            for (var y = 0; y < 3; y++)
            {
                for (var x = 0; x < copy.TargetWidth; x++)
                {
                    var expected = x >= to && x < to + width ? source[from + x - to, y] : before[x, y];
                    Assert.True(expected == after[x, y], $"pixel {x},{y}");
                }
            }
        },
        iter: 2000);

    [Fact]
    public void Copy_WhenTheRectangleSticksOut_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        FrameBlit.Copy(PixelFrame.ParseMono("##"), 1, 0, new PixelSize(2, 1), new byte[1], new PixelSize(2, 1), 0, 0));

    private static PixelFrame Random(PixelSize size, PixelLayout layout, int seed) =>
        PixelFrame.Create(size, layout, seed, (cells, state) => new Random(state).NextBytes(cells));
}
