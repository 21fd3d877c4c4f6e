using CsCheck;
using Signage.Renderer.Boards;
using SkiaSharp;

namespace Signage.Renderer.Tests.Boards;

/// <summary>Boards as pictures.</summary>
public sealed class BoardPngTests
{
    private static readonly HashSet<SKColor> Inks = [SKColors.Black, SKColors.White, SKColors.Red];
    public static TheoryData<string, BoardTemplate> Pictures => Samples.Pictures;

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Png_WhenMade_HasTheSizeAndAQrCodeThatAPhoneReads(string name, BoardTemplate template)
    {
        var size = Samples.Size(name);
        using var picture = SKBitmap.Decode(Samples.Made(Samples.Press.Png(Samples.News, size, template)).File.Span);
        var scale = size.Medium == BoardMedium.Paper ? 100 / 25.4f : 1;
        Assert.Equal((size.Width * scale, size.Height * scale), (picture.Width, picture.Height), (one, other) => MathF.Abs(one.Item1 - other.Item1) <= 0.5f && MathF.Abs(one.Item2 - other.Item2) <= 0.5f);
        var read = QrReader.Read(picture);
        Assert.Equal((Samples.Address, "M"), (read.Text, read.Level));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Png_WhenMadeTwice_HasTheSameBytes(string name, BoardTemplate template)
    {
        var size = Samples.Size(name);
        Assert.Equal(Samples.Made(Samples.Press.Png(Samples.Slogan, size, template)).File.ToArray(), Samples.Made(new BoardPress().Png(Samples.Slogan, size, template)).File.ToArray());
    }

    [Theory]
    [InlineData(BoardTemplate.Solemn)]
    [InlineData(BoardTemplate.Light)]
    [InlineData(BoardTemplate.Plain)]
    public void Png_WhenElectronicPaper_HasExactlyThreeInks(BoardTemplate template)
    {
        using var picture = SKBitmap.Decode(Samples.Made(Samples.Press.Png(Samples.News, Samples.Size("epaper"), template)).File.Span);
        var colours = picture.Pixels.ToHashSet();
        Assert.True(colours.IsSubsetOf(Inks), string.Join(", ", colours.Except(Inks)));
        Assert.Equal(3, colours.Count);
    }

    [Fact]
    public void Png_WhenAnyItemOnAnyScreen_HasNoWordInTheMargin() =>
        Gen.Select(Samples.Items, Samples.OneOf([.. BoardSize.Screens.Where(size => size.Medium == BoardMedium.Lcd)]), Samples.OneOf(Samples.Templates)).Sample((item, size, template) =>
        {
            if (Samples.Press.Png(item, size, template) is not BoardAnswer.Made made)
            {
                return;
            }

            using var picture = SKBitmap.Decode(made.File.Span);
            using var ground = Edges.Ground(size, template);
            Assert.Equal(0, Edges.Differing(picture, ground, size, 1));
        }, iter: 20, threads: 1);
}
