using Signage.Renderer.Boards;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Signage.Renderer.Tests.Boards;

/// <summary>Posters as PDF, read back by two readers that others wrote.</summary>
public sealed class PosterPdfTests
{
    private const double Millimetre = 72 / 25.4;
    private const int LargestFile = 500_000;
    public static TheoryData<string, BoardTemplate> Posters => Samples.Posters;

    [Theory]
    [MemberData(nameof(Posters))]
    public void Pdf_WhenReadByPdfPig_HasTheBoxesOfThePoster(string name, BoardTemplate template)
    {
        var size = Samples.Size(name);
        using var document = PdfDocument.Open(Samples.Made(Samples.Press.Pdf(Samples.News, size, template)).File.ToArray());
        var page = document.GetPage(1);
        Assert.Equal(1, document.NumberOfPages);
        var (media, trim, bleed) = (page.MediaBox.Bounds, Box(page.Dictionary, "TrimBox"), Box(page.Dictionary, "BleedBox"));
        Assert.Equal(size.Width * Millimetre, trim.Width, 0.01);
        Assert.Equal(size.Height * Millimetre, trim.Height, 0.01);
        Assert.All(
            new[] { trim.Left - bleed.Left, trim.Bottom - bleed.Bottom, bleed.Right - trim.Right, bleed.Top - trim.Top },
            edge => Assert.Equal(BoardSize.Bleed * Millimetre, edge, 0.01));
        Assert.Equal(media.Width / 2, (trim.Left + trim.Right) / 2, 0.01);
        Assert.Equal(media.Height / 2, (trim.Bottom + trim.Top) / 2, 0.01);
        Assert.True(bleed.Left > media.Left && bleed.Bottom > media.Bottom && bleed.Right < media.Right && bleed.Top < media.Top);
    }

    [Theory]
    [MemberData(nameof(Posters))]
    public void Pdf_WhenReadByPdfPig_SaysTheSameCharactersInOrder(string name, BoardTemplate template)
    {
        using var document = PdfDocument.Open(Samples.Made(Samples.Press.Pdf(Samples.News, Samples.Size(name), template)).File.ToArray());
        Assert.Equal(Expected(Samples.News), Samples.Joined([string.Concat(document.GetPage(1).Letters.Select(letter => letter.Value))]));
    }

    [Theory]
    [MemberData(nameof(Posters))]
    public void Pdf_WhenCopiedWithPoppler_SaysTheSameCharactersInOrder(string name, BoardTemplate template)
    {
        using var poppler = Poppler.Start();
        Assert.Equal(Expected(Samples.News), Samples.Joined([poppler.Text(Samples.Made(Samples.Press.Pdf(Samples.News, Samples.Size(name), template)).File)]));
    }

    // Noto has one glyph for 人 and the radical ⼈, for 一 and ⼀, and a reader that guesses takes the radical.
    [Theory]
    [MemberData(nameof(Posters))]
    public void Pdf_WhenACharacterSharesItsGlyphWithARadical_KeepsBothApart(string name, BoardTemplate template)
    {
        var item = new BoardItem("人人行善⼈⼀心一意水⽔") { Body = ["慈善事业人人参与，⼈⼝手口⼿。"] };
        using var document = PdfDocument.Open(Samples.Made(Samples.Press.Pdf(item, Samples.Size(name), template)).File.ToArray());
        Assert.Equal(Expected(item), Samples.Joined([string.Concat(document.GetPage(1).Letters.Select(letter => letter.Value))]));
    }

    [Theory]
    [MemberData(nameof(Posters))]
    public void Pdf_WhenMade_HasItsFontsInsideAndStaysSmall(string name, BoardTemplate template)
    {
        var made = Samples.Made(Samples.Press.Pdf(Samples.News, Samples.Size(name), template));
        Assert.InRange(made.File.Length, 1_000, LargestFile);
        using var document = PdfDocument.Open(made.File.ToArray());
        var fonts = document.Structure.CrossReferenceTable.ObjectOffsets.Keys
            .Select(reference => document.Structure.GetObject(reference).Data).OfType<DictionaryToken>()
            .Where(token => token.TryGet(NameToken.Type, out NameToken type) && type.Data == "FontDescriptor").ToArray();
        Assert.Equal(made.Facts.Fonts.Count, fonts.Length);
        Assert.All(fonts, font => Assert.True(font.ContainsKey(NameToken.FontFile2), $"{font.Data["FontName"]} is not inside"));
        Assert.All(document.GetPage(1).Letters, letter => Assert.Matches("^[A-Z]{6}\\+(LXGWWenKai|NotoSerifSC|NotoSansSC)-", letter.FontName!));
    }

    [Theory]
    [MemberData(nameof(Posters))]
    public void Pdf_WhenMadeTwice_HasTheSameBytes(string name, BoardTemplate template)
    {
        var size = Samples.Size(name);
        Assert.Equal(Samples.Made(Samples.Press.Pdf(Samples.News, size, template)).File.ToArray(), Samples.Made(new BoardPress().Pdf(Samples.News, size, template)).File.ToArray());
    }

    // Spaces around it, and ü as a letter with its mark behind it.
    [Fact]
    public void Pdf_WhenTheTitleIsTheSameButForItsSpelling_HasTheSameBytes()
    {
        var size = Samples.Size("A3");
        Assert.Equal(
            Samples.Made(Samples.Press.Pdf(new BoardItem("慈善 lü"), size, BoardTemplate.Plain)).File.ToArray(),
            Samples.Made(Samples.Press.Pdf(new BoardItem(" 慈善 lu\u0308 "), size, BoardTemplate.Plain)).File.ToArray());
    }

    [Fact]
    public void Pdf_WhenTheSizeIsAScreen_IsACallThatMakesNoSense() =>
        Assert.Throws<ArgumentException>(() => Samples.Press.Pdf(Samples.Slogan, BoardSize.Screens[0], BoardTemplate.Plain));

    private static string Expected(BoardItem item) => Samples.Joined(
    [
        item.Place ?? "", item.Title, .. item.Body, item.Signer ?? "",
        item.Day is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : "", item.Link is null ? "" : "扫码了解详情",
    ]);

    private static PdfRectangle Box(DictionaryToken page, string name)
    {
        double[] corners = [.. ((ArrayToken)page.Data[name]).Data.Cast<NumericToken>().Select(number => number.Double)];
        return new PdfRectangle(corners[0], corners[1], corners[2], corners[3]);
    }
}
