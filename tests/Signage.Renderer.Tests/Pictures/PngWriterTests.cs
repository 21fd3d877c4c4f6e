using CsCheck;
using Signage.Core.Frames;
using Signage.Renderer.Pictures;
using Signage.Renderer.Pictures.Drawn;
using SkiaSharp;

namespace Signage.Renderer.Tests.Pictures;

/// <summary>Pictures that are written row by row, read by a decoder made by others.</summary>
public sealed class PngWriterTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void S24_End_WhenAnyRowsWereWritten_IsThePictureOfThem(int channels) => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, 2], Gen.Int).Sample((width, height, kind, seed) =>
    {
        var rows = Rows(width * channels, height, kind, seed);
        using var writer = new PngWriter(new PixelSize(width, height), channels);
        foreach (var row in rows)
        {
            Assert.True(writer.TryRow(row));
        }

        var png = writer.TryEnd()!.Value.ToArray();
        using var bitmap = SKBitmap.Decode(png, new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels = bitmap.GetPixelSpan();
        for (var (y, at) = (0, 0); y < height; y++)
        {
            for (var x = 0; x < width; x++, at += 4)
            {
                Assert.Equal(rows[y].AsSpan(x * channels, channels), pixels.Slice(at, channels));
                Assert.True(channels == 4 || pixels[at + 3] == 255);
            }
        }

        Assert.IsType<HeadAnswer.Sound>(PictureHead.Read(png));
    }, iter: 200);

    [Fact]
    public void B06_End_WhenTheFileIsAsLargeAsItMayBe_IsThereAndOneByteLessIsNot()
    {
        // Noise, which packs to more than it was; the largest that it comes to is found first.
        var rows = Rows(3 * 40, 40, 2, 7);
        var whole = Written(rows, int.MaxValue)!.Value.Length;
        Assert.Equal(whole, Written(rows, whole)!.Value.Length);
        Assert.Null(Written(rows, whole - 1));
        Assert.Null(Written(rows, 100));
    }

    private static ReadOnlyMemory<byte>? Written(byte[][] rows, int most)
    {
        using var writer = new PngWriter(new PixelSize(40, 40), 3, most);
        foreach (var row in rows)
        {
            writer.TryRow(row);
        }

        return writer.TryEnd();
    }

    // Flat, smooth and noisy rows, so that each filter is chosen.
    private static byte[][] Rows(int length, int height, int kind, int seed)
    {
        var random = new Random(seed);
        var rows = new byte[height][];
        for (var y = 0; y < height; y++)
        {
            rows[y] = new byte[length];
            for (var at = 0; at < length; at++)
            {
                rows[y][at] = kind switch { 0 => 200, 1 => (byte)(((at * 3) + (y * 7)) & 255), _ => (byte)random.Next(256) };
            }
        }

        return rows;
    }
}
