using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Core.Shows;
using Signage.Renderer.Fonts.Bitmaps;
using Signage.Renderer.Shows;
using Signage.Renderer.Tests.Golden;
using Signage.Renderer.Tests.Shows;
using Signage.Renderer.Typesetting;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>Fonts of the user's on faces: where they are used, and what is lit where they are not.</summary>
public sealed class FontShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signage-shelf-").FullName;

    [Theory]
    [InlineData("12 rows on its own face", "12", "40x12x1", "慈善", "frames 12px", 12)]
    [InlineData("too low a face", "12", "40x11x1", "慈善", "Fusion Pixel 8px", 8)]
    [InlineData("the larger of two", "12 14", "40x15x1", "慈善", "frames 14px", 14)]
    [InlineData("the smaller where the larger is too wide", "12 14", "26x15x1", "慈善", "frames 12px", 12)]
    [InlineData("no small font where there are 16 rows", "12 14", "64x16x1", "慈善", "Unifont", 16)]
    [InlineData("24 rows on its own face", "24", "64x24x1", "慈善", "frames 24px", 24)]
    [InlineData("24 rows too wide, so 16", "24", "40x24x1", "慈善", "Unifont", 16)]
    [InlineData("a larger one of the program's where there is room", "24", "64x32x1", "慈善", "Unifont", 32)]
    [InlineData("between two of the program's", "24", "56x32x1", "慈善", "frames 24px", 24)]
    [InlineData("in the place of the same size", "16", "32x16x1", "慈善", "frames 16px", 16)]
    [InlineData("a character that it lacks", "12", "40x12x1", "慈爱", "Fusion Pixel 8px", 8)]
    [InlineData("a character that it lacks, on a higher face", "24", "64x24x1", "慈爱", "Unifont", 16)]
    [InlineData("a character that only it has", "24", "64x24x1", "慈𠮷", "frames 24px", 24)]
    public void Render_WhenFontsOfTheUser_TakesThisOne(string what, string sizes, string face, string text, string font, int size)
    {
        foreach (var rows in sizes.Split(' ').Select(int.Parse))
        {
            Put($"f{rows}.bdf", SampleBdf.Frames(rows, "慈善𠮷"));
        }

        var layout = Assert.Single(Assert.IsType<RenderAnswer.Rendered>(Render(face, text)).Layouts);
        Assert.Equal((what, font, size), (what, layout.Font, layout.Size));
    }

    [Fact]
    public void Render_WhenAFontGivesWay_SaysWhichCharacterItLacks()
    {
        Put("f12.bdf", SampleBdf.Frames(12, "慈善"));
        var layout = Assert.IsType<RenderAnswer.Rendered>(Render("40x12x1", "慈爱")).Layouts[0];
        Assert.Contains(layout.Reasons, reason => reason.Contains("frames 12px 缺 1 个字（U+7231）", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_WhenNoFontOfTheFaceHasACharacter_IsRefusedByCodePoint()
    {
        Put("f24.bdf", SampleBdf.Frames(24, "慈𠮷"));
        Assert.Contains("U+20BB7", Assert.Single(Assert.IsType<RenderAnswer.Refused>(Render("64x16x1", "慈𠮷")).Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Complaints_WhenAFontOfTheUserLightsTheWholeText_AreNone()
    {
        Put("f24.bdf", SampleBdf.Frames(24, "慈𠮷"));
        using var renderer = new ShowRenderer(FontShelf.Read(_folder));
        Assert.Empty(renderer.Complaints("慈𠮷"));
        Assert.Contains("U+20BB7", Assert.Single(renderer.Complaints("善𠮷")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("160x8x1")]
    [InlineData("160x12x1")]
    [InlineData("160x24x1")]
    [InlineData("256x48x1")]
    public void Render_WhenTheShelfHasNothingOfUse_LightsTheSameAsWithoutIt(string face)
    {
        Put("f12.bdf", SampleBdf.Frames(12, "无"));
        Put("f24.bdf", SampleBdf.Frames(24, "无"));
        using var without = new ShowRenderer();
        using var with = new ShowRenderer(FontShelf.Read(_folder));
        Assert.All(CharityPack.Instance.Slogans, slogan => Assert.Equal(
            Assert.IsType<RenderAnswer.Rendered>(Render(without, face, slogan.Text)).Show.Digest,
            Assert.IsType<RenderAnswer.Rendered>(Render(with, face, slogan.Text)).Show.Digest));
    }

    [Fact]
    public void Read_WhenFilesOfSeveralKinds_TakesFontsByTheirNamesAndPassesOverTheRest()
    {
        Put("b.BDF", SampleBdf.Frames(12, "善"));
        Put("a.pcf", SampleBdf.Frames(14, "善"));
        Put("README", [1]);
        Directory.CreateDirectory(Path.Combine(_folder, "c.bdf"));
        var shelf = FontShelf.Read(_folder);
        Assert.Equal(["a.pcf", "b.BDF"], shelf.Fonts.Select(font => font.File));
        Assert.Empty(shelf.Mistakes);
    }

    [Fact]
    public void Read_WhenFontsAreWrong_NamesEachFile()
    {
        Put("a.bdf", SampleBdf.Bytes("STARTFONT 2.1\nnonsense\n"));
        Put("b.bdf", SampleBdf.Frames(8, "善"));
        Put("c.bdf", SampleBdf.Frames(65, "善"));
        Put("d.pcf.gz", [0x1F, 0x8B, 8, 0]);
        Put("e.bdf", []);
        Put("f.bdf", SampleBdf.Frames(12, "善"));
        var shelf = FontShelf.Read(_folder);
        Assert.Equal("f.bdf", Assert.Single(shelf.Fonts).File);
        Assert.Equal(
            [("a.bdf", true), ("b.bdf", true), ("c.bdf", true), ("d.pcf.gz", true), ("e.bdf", true)],
            shelf.Mistakes.Zip(["a.bdf", "b.bdf", "c.bdf", "d.pcf.gz", "e.bdf"], (mistake, file) => (file, mistake.StartsWith(Path.Combine(_folder, file), StringComparison.Ordinal))));
        Assert.Contains("第 2 行", shelf.Mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenThereIsNoFolderOrNothingInIt_SaysSo()
    {
        Assert.Contains(_folder, Assert.Single(FontShelf.Read(_folder).Mistakes), StringComparison.Ordinal);
        Assert.Contains("nowhere", Assert.Single(FontShelf.Read(Path.Combine(_folder, "nowhere")).Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenTooManyFonts_SaysSoAndReadsNoMore()
    {
        foreach (var number in Enumerable.Range(0, FontShelf.Most + 3))
        {
            Put($"{number:00}.bdf", SampleBdf.Frames(12, "善"));
        }

        var shelf = FontShelf.Read(_folder);
        Assert.Equal(FontShelf.Most, shelf.Fonts.Count);
        Assert.Contains($"{FontShelf.Most + 3}", Assert.Single(shelf.Mistakes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slogan-18-160x12-own-font", 18, "160x12x1", "b12.pcf.gz", 12)]
    [InlineData("slogan-01-384x24-own-font", 1, "384x24x1", "b24.pcf.gz", 24)]
    public void Render_WhenAFontOfOthers_DrawsTheSamePixels(string golden, int slogan, string face, string font, int size)
    {
        File.Copy(Outside.Font(font, "xfonts-efont-unicode"), Path.Combine(_folder, font));
        var rendered = Assert.IsType<RenderAnswer.Rendered>(Render(face, CharityPack.Instance.Slogans[slogan - 1].Text));
        Assert.Equal((LayoutKind.Static, size), (rendered.Layouts[0].Kind, rendered.Layouts[0].Size));
        GoldenText.AssertSame(golden, rendered.Show.Loop[0].Picture.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static RenderAnswer Render(ShowRenderer renderer, string face, string text) =>
        renderer.Render([new LoopItem(new Revision("x", text), ShowStyle.Automatic, "s")], PanelFace.Parse(face), Cards.Able);

    private RenderAnswer Render(string face, string text)
    {
        using var renderer = new ShowRenderer(FontShelf.Read(_folder));
        return Render(renderer, face, text);
    }

    private void Put(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, name), bytes);
}
