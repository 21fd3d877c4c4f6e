using CsCheck;
using Signage.Core.Frames;
using Signage.Simulator.Cards.Colorlight;

namespace Signage.Simulator.Tests.Cards.Colorlight;

/// <summary>The player's own reading of PNG files.</summary>
public sealed class PngPictureTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(6)]
    public void Read_WhenAnyFilterIsUsed_GivesThePixels(int kind) => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 9], Gen.Int[0, 4].Array[9], Gen.Int).Sample(
        (width, height, filters, seed) =>
        {
            var size = kind switch { 2 => 3, 6 => 4, _ => 1 };
            var samples = new byte[width * height * size];
            new Random(seed).NextBytes(samples);
            var picture = PngPicture.Read(PngWriter.Write(width, height, kind, samples, y => filters[y]), new PixelSize(width, height))!;
            Assert.Equal(new PixelSize(width, height), picture.Size);
            for (var i = 0; i < width * height; i++)
            {
                Assert.Equal(Colour(samples.AsSpan(i * size, size), kind), picture.Pixels[i]);
            }
        },
        iter: 300);

    [Fact]
    public void Read_WhenThereIsAPalette_LooksTheColoursUp()
    {
        var picture = PngPicture.Read(PngWriter.Write(3, 1, 3, [2, 0, 1], _ => 0, palette: [1, 2, 3, 4, 5, 6, 7, 8, 9]), new PixelSize(3, 1))!;
        Assert.Equal([new LedColour(7, 8, 9), new LedColour(1, 2, 3), new LedColour(4, 5, 6)], picture.Pixels);
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(7, 5)]
    [InlineData(9, 1)]
    public void Read_WhenItIsForAPlaceOfAnotherSize_TakesTheNearestPixels(int width, int height)
    {
        var samples = Enumerable.Range(0, 4 * 3).Select(i => (byte)i).ToArray();
        var picture = PngPicture.Read(PngWriter.Write(4, 3, 0, samples, y => y), new PixelSize(width, height))!;
        for (var i = 0; i < width * height; i++)
        {
            var from = samples[((i / width * 3 / height) * 4) + (i % width * 4 / width)];
            Assert.Equal(new LedColour(from, from, from), picture.Pixels[i]);
        }
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "nothing", [] },
        { "no picture", "{}"u8.ToArray() },
        { "sixteen bits", PngWriter.Write(2, 2, 2, new byte[12], _ => 0, depth: 16) },
        { "interlaced", PngWriter.Write(2, 2, 2, new byte[12], _ => 0, interlace: 1) },
        { "grey with alpha", PngWriter.Write(2, 2, 4, new byte[8], _ => 0) },
        { "unknown filter", PngWriter.Write(2, 2, 2, new byte[12], _ => 5) },
        { "entry outside of the palette", PngWriter.Write(2, 1, 3, [0, 1], _ => 0, palette: [1, 2, 3]) },
        { "no palette", PngWriter.Write(2, 1, 3, [0, 0], _ => 0) },
        { "too large", PngWriter.Write(9_000, 1, 0, new byte[9_000], _ => 0) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_WhenItIsNoneThatIsRead_SaysSo(string what, byte[] file) => Assert.True(PngPicture.Read(file, new PixelSize(2, 2)) is null, what);

    [Fact]
    public void Read_WhenCutOrAnyBitIsFlipped_NeverThrowsNorGivesAnotherPicture()
    {
        var samples = Enumerable.Range(0, 5 * 4 * 3).Select(i => (byte)((i * 7) & 0xFF)).ToArray();
        var file = PngWriter.Write(5, 4, 2, samples, y => y % 5);
        var size = new PixelSize(5, 4);
        var good = PngPicture.Read(file, size)!.Pixels;
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Null(PngPicture.Read(file.AsSpan(0, length), size));
        }

        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            var bad = (byte[])file.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(PngPicture.Read(bad, size) is not { } read || read.Pixels.SequenceEqual(good), $"bit {bit}");
        }
    }

    [Fact]
    public void Screenshot_WhenReadBack_IsTheGlass() => Gen.Select(Gen.Int[1, 30], Gen.Int[1, 12], Gen.Int).Sample(
        (width, height, seed) =>
        {
            var glass = PixelFrame.Create(new PixelSize(width, height), PixelLayout.Rgb, seed, (cells, from) => new Random(from).NextBytes(cells));
            var picture = PngPicture.Read(Screenshot.Of(glass), glass.Size)!;
            Assert.Equal(glass.Cells.ToArray(), picture.Pixels.SelectMany(light => new[] { light.R, light.G, light.B }));
        },
        iter: 100);

    private static LedColour Colour(ReadOnlySpan<byte> sample, int kind) => kind switch
    {
        0 => new LedColour(sample[0], sample[0], sample[0]),
        2 => new LedColour(sample[0], sample[1], sample[2]),
        _ => new LedColour((byte)(sample[0] * sample[3] / 255), (byte)(sample[1] * sample[3] / 255), (byte)(sample[2] * sample[3] / 255)),
    };
}
