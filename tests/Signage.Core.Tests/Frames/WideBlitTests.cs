using CsCheck;
using Signage.Core.Frames;

namespace Signage.Core.Tests.Frames;

/// <summary>The fast copy against one that goes pixel by pixel, wide enough for columns of 256 pixels.</summary>
public sealed class WideBlitTests
{
    [Theory]
    [InlineData(PixelLayout.Mono)]
    [InlineData(PixelLayout.Dual)]
    [InlineData(PixelLayout.Rgb)]
    public void Copy_WhenAnyRectangle_MovesThosePixelsAndNoOther(PixelLayout layout)
    {
        var cases = from seed in Gen.Int[0, 1_000_000]
                    from sourceWidth in Gen.Int[1, 900]
                    from targetWidth in Gen.Int[1, 900]
                    from width in Gen.Int[1, Math.Min(sourceWidth, targetWidth)]
                    from sourceX in Gen.Int[0, sourceWidth - width]
                    from targetX in Gen.Int[0, targetWidth - width]
                    from height in Gen.Int[1, 4]
                    from sourceY in Gen.Int[0, 2]
                    from targetY in Gen.Int[0, 2]
                    select new Case(seed, new PixelSize(sourceWidth, 6), new PixelSize(targetWidth, 6), new PixelSize(width, height), (sourceX, sourceY), (targetX, targetY));
        cases.Sample(one => AssertCopies(one, layout), iter: 400);
    }

    private static void AssertCopies(Case one, PixelLayout layout)
    {
        var source = Noise(one.Source, layout, one.Seed);
        var before = Noise(one.Target, layout, one.Seed + 1);
        var after = PixelFrame.Create(one.Target, layout, (source, before, one), static (cells, from) =>
        {
            from.before.Cells.Span.CopyTo(cells);
            FrameBlit.Copy(from.source, from.one.From.X, from.one.From.Y, from.one.Area, cells, from.one.Target, from.one.To.X, from.one.To.Y);
        });

        for (var y = 0; y < one.Target.Height; y++)
        {
            for (var x = 0; x < one.Target.Width; x++)
            {
                var (dx, dy) = (x - one.To.X, y - one.To.Y);
                var inside = dx >= 0 && dy >= 0 && dx < one.Area.Width && dy < one.Area.Height;
                Assert.Equal(inside ? source[one.From.X + dx, one.From.Y + dy] : before[x, y], after[x, y]);
            }
        }
    }

    private static PixelFrame Noise(PixelSize size, PixelLayout layout, int seed) =>
        PixelFrame.Create(size, layout, seed, static (cells, number) => new Random(number).NextBytes(cells));

    private sealed record Case(int Seed, PixelSize Source, PixelSize Target, PixelSize Area, (int X, int Y) From, (int X, int Y) To);
}
