using CsCheck;
using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Renderer.Previews;
using SkiaSharp;

namespace Signage.Renderer.Tests.Previews;

/// <summary>Animated pictures, read back by a reader made by others.</summary>
public sealed class LedGifTests
{
    private static readonly PixelSize Face = new(16, 4);
    private static readonly PixelFrame Words = PixelFrame.ParseMono("#..#..#..#..#..#\n.#..#..#..#..#..\n..##..##..##..##\n#.#.#.#.#.#.#.#.");
    private static readonly PixelFrame Strip = PixelFrame.ParseMono($"{new string('#', 24)}\n{new string('.', 24)}\n#.......................\n.......................#");

    public static TheoryData<Effect> All { get; } = [.. Enum.GetValues<Effect>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Of_WhenRead_ShowsTheLoopMomentByMoment(Effect effect)
    {
        Page[] loop = [Page(effect == Effect.ContinuousLeft ? Strip : Words, effect, 50, 300), Page(Words, Effect.Static, 50, 700)];
        var player = new LoopPlayer(loop, Face);
        var animation = LedGif.Of(loop, Face);
        Assert.Equal((player.Length, player.Length), (animation.Shown, animation.Length));

        var pictures = Read(animation.Gif);
        Assert.Equal(player.Length, TimeSpan.FromMilliseconds(pictures.Sum(picture => picture.Milliseconds)));
        var at = TimeSpan.Zero;
        foreach (var (lit, milliseconds) in pictures)
        {
            Assert.Equal(player.FrameAt(at), lit);
            at += TimeSpan.FromMilliseconds(milliseconds);
        }
    }

    [Fact]
    public void Of_WhenAPageStandsForHours_SaysSo()
    {
        Page[] loop = [Page(Words, Effect.Static, 50, 3_600_000), Page(PixelFrame.Dark(Face, PixelLayout.Mono), Effect.Static, 50, 1_000)];
        var pictures = Read(LedGif.Of(loop, Face).Gif);
        Assert.Equal(3_601_000, pictures.Sum(picture => picture.Milliseconds));
        Assert.Equal((Words, true), (pictures[^2].Lit, pictures[^1].Lit.IsDark));
    }

    [Fact]
    public void Of_WhenTheLoopIsEndless_HoldsItsBeginning()
    {
        var strip = PixelFrame.Dark(new PixelSize(5_000, 4), PixelLayout.Mono);
        var lit = PixelFrame.Create(strip.Size, PixelLayout.Mono, 0, static (cells, _) => new Random(7).NextBytes(cells));
        var animation = LedGif.Of([Page(lit, Effect.ContinuousLeft, 40, 0)], Face);
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(200)), (animation.Shown, animation.Length));
    }

    /// <summary>More colours than a palette has places: each comes near, and none goes out.</summary>
    [Fact]
    public void Of_WhenAPictureHasManyColours_KeepsEveryLitDotLit()
    {
        var size = new PixelSize(32, 32);
        var picture = PixelFrame.Create(size, PixelLayout.Rgb, 0, static (cells, _) =>
        {
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = (byte)(at * 31 % 251);
            }
        });
        var read = Assert.Single(Frames(LedGif.Of([Page(picture, Effect.Static, 50, 1_000)], size).Gif)).Bitmap;
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                var (wanted, got) = (picture[x, y], read.GetPixel(4 + (x * 6) + 3, 4 + (y * 6) + 3));
                Assert.InRange(got.Red - wanted.R, 0, 84);
                Assert.InRange(got.Green - wanted.G, 0, 84);
            }
        }
    }

    [Fact]
    public void Pack_WhenAnyPixels_IsReadAsTheVerySame() => Gen.Select(Gen.Int[1, 8], Gen.Int[1, 300], Gen.Int[1, 120], Gen.Int[0, 1_000_000], Gen.Bool).Sample(
        (bits, width, height, seed, isNoise) =>
        {
            var random = new Random(seed);
            var palette = Enumerable.Range(0, 1 << bits).Select(at => new LedColour((byte)at, (byte)(255 - at), 7)).ToArray();
            byte[] pixels = [.. Enumerable.Range(0, width * height).Select(at => (byte)(isNoise ? random.Next(palette.Length) : at / 7 % palette.Length))];
            var gif = new GifStream(new PixelSize(width, height), palette);
            gif.Add(0, 0, new PixelSize(width, height), pixels, 10);
            var read = Assert.Single(Frames(gif.End())).Bitmap;
            for (var at = 0; at < pixels.Length; at++)
            {
                Assert.Equal(pixels[at], read.GetPixel(at % width, at / width).Red);
            }
        },
        iter: 60);

    private static Page Page(PixelFrame picture, Effect effect, int step, int stay) => new(picture, effect, TimeSpan.FromMilliseconds(step), TimeSpan.FromMilliseconds(stay));

    // An LED is lit when the middle of its dot is; the dots of this face are six pixels apart.
    private static List<(PixelFrame Lit, int Milliseconds)> Read(byte[] gif) => [.. Frames(gif).Select(frame => (PixelFrame.Create(Face, PixelLayout.Mono, frame.Bitmap, static (cells, bitmap) =>
    {
        for (var at = 0; at < Face.Width * Face.Height; at++)
        {
            var (x, y) = (at % Face.Width, at / Face.Width);
            cells[(y * PixelFrame.StrideOf(Face.Width, PixelLayout.Mono)) + (x >> 3)] |= (byte)(bitmap.GetPixel(4 + (x * 6) + 3, 4 + (y * 6) + 3).Red > 128 ? 0x80 >> (x & 7) : 0);
        }
    }), frame.Milliseconds))];

    private static List<(SKBitmap Bitmap, int Milliseconds)> Frames(byte[] gif)
    {
        using var data = SKData.CreateCopy(gif);
        using var codec = SKCodec.Create(data);
        var frames = new List<(SKBitmap, int)>();
        for (var at = 0; at < Math.Max(1, codec.FrameCount); at++)
        {
            // Each picture lies on the one before it.
            var bitmap = at == 0 ? new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Premul)) : frames[^1].Item1.Copy();
            Assert.Equal(SKCodecResult.Success, codec.GetPixels(bitmap.Info, bitmap.GetPixels(), new SKCodecOptions(at, at - 1)));
            frames.Add((bitmap, codec.FrameCount == 0 ? 0 : codec.FrameInfo[at].Duration));
        }

        return frames;
    }
}
