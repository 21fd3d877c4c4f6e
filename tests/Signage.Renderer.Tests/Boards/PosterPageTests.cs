using CsCheck;
using Signage.Renderer.Boards;
using SkiaSharp;

namespace Signage.Renderer.Tests.Boards;

/// <summary>Posters as a printer sees them: drawn by poppler, then looked at pixel by pixel.</summary>
public sealed class PosterPageTests
{
    private const int DotsPerInch = 50;
    private const float Scale = DotsPerInch / 25.4f;
    public static TheoryData<string, BoardTemplate> Posters => Samples.Posters;

    // The paper outside the bleed is white but for the marks, and the ink reaches the edge of the bleed.
    [Theory]
    [MemberData(nameof(Posters))]
    public void Page_WhenDrawn_IsInkedAsFarAsTheBleedAndMarkedOutside(string name, BoardTemplate template)
    {
        using var poppler = Poppler.Start();
        var size = Samples.Size(name);
        using var page = poppler.Page(Samples.Made(Samples.Press.Pdf(Samples.News, size, template)).File, DotsPerInch);
        var (left, top) = Corner(page, size);
        var bleed = BoardSize.Bleed * Scale;
        SKColor At(float x, float y) => page.GetPixel((int)x, (int)y);
        if (template != BoardTemplate.Plain)
        {
            Assert.NotEqual(SKColors.White, At(left - (bleed / 2), page.Height / 2f));
            Assert.NotEqual(SKColors.White, At(page.Width / 2f, page.Height - top + (bleed / 2)));
        }

        Assert.Equal(SKColors.White, At(left - bleed - 1.5f, page.Height / 2f));
        Assert.Equal(SKColors.White, At(page.Width / 2f, top - bleed - 1.5f));

        // A mark runs beside each corner, in line with the trimmed edge, and leaves the bleed alone.
        var mark = 7.5f * Scale;
        foreach (var (x, y) in new[] { (left - mark, top), (left, top - mark), (page.Width - left + mark, top), (page.Width - left, page.Height - top + mark) })
        {
            Assert.True(Enumerable.Range(-1, 3).SelectMany(dx => Enumerable.Range(-1, 3).Select(dy => At(x + dx, y + dy).Green)).Min() < 240, $"no mark at {x}, {y}");
        }
    }

    [Fact]
    public void Page_WhenAnyItemOnAnyPoster_HasNoWordInTheMargin()
    {
        using var poppler = Poppler.Start();
        var grounds = new Dictionary<(BoardSize, BoardTemplate), SKBitmap>();
        Gen.Select(Samples.Items, Samples.OneOf(BoardSize.Posters), Samples.OneOf(Samples.Templates)).Sample((item, size, template) =>
        {
            if (Samples.Press.Pdf(item, size, template) is not BoardAnswer.Made made)
            {
                return;
            }

            if (!grounds.TryGetValue((size, template), out var bare))
            {
                grounds[(size, template)] = bare = poppler.Page(Samples.Made(Samples.Press.Pdf(new BoardItem("一"), size, template)).File, DotsPerInch);
            }

            using var page = poppler.Page(made.File, DotsPerInch);
            var (left, top) = Corner(page, size);
            Assert.Equal(0, Edges.Differing(page, bare, size, Scale, left, top));
        }, iter: 16, threads: 1);
        foreach (var bitmap in grounds.Values)
        {
            bitmap.Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Posters))]
    public void Page_WhenPrinted_HasAQrCodeOfAtLeast25MillimetresThatAPhoneReads(string name, BoardTemplate template)
    {
        using var poppler = Poppler.Start();
        var made = Samples.Made(Samples.Press.Pdf(Samples.News, Samples.Size(name), template));
        Assert.True(made.Facts.QrSide >= 25);
        using var page = poppler.Page(made.File, 72);
        var read = QrReader.Read(page);
        Assert.Equal((Samples.Address, "M"), (read.Text, read.Level));

        // Between the middles of its corner marks it is seven modules shorter than from edge to edge.
        Assert.Equal(made.Facts.QrSide, read.Span / (72 / 25.4f) / (read.Modules - 7) * read.Modules, 0.7f);
    }

    private static (float Left, float Top) Corner(SKBitmap page, BoardSize size) => ((page.Width - (size.Width * Scale)) / 2, (page.Height - (size.Height * Scale)) / 2);
}
