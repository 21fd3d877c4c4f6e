using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Renderer.Previews;
using Signage.Renderer.Shows;
using Signage.Renderer.Tests.Shows;

namespace Signage.Renderer.Tests.Previews;

/// <summary>PNG files in and out.</summary>
public sealed class PictureFileTests
{
    private static readonly PanelFace Mono = PanelFace.Parse("10x2x1");
    private static readonly PixelFrame Drawing = PixelFrame.ParseMono("#.#.#.#.##\n.#.#.#.#..");

    [Fact]
    public void Read_WhenWrittenBefore_IsTheSamePicture() => Assert.Equal(Drawing, PictureFile.Read(PictureFile.Write(Drawing), Mono));

    [Fact]
    public void Read_WhenAnotherSize_SaysBothSizes()
    {
        var wrong = Assert.Throws<FormatException>(() => PictureFile.Read(PictureFile.Write(Drawing), PanelFace.Parse("16x16x1")));
        Assert.Contains("10x2", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("16x16", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenTooLarge_SaysSo()
    {
        var file = new byte[MessageLimit.MostBytes + 1];
        PictureFile.Write(Drawing).CopyTo(file, 0);
        Assert.Contains("too large", Assert.Throws<FormatException>(() => PictureFile.Read(file, Mono)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenLargerThanFourMegabytes_IsRead()
    {
        // What stands behind the end of the picture is looked over.
        var file = new byte[5 * 1024 * 1024];
        PictureFile.Write(Drawing).CopyTo(file, 0);
        Assert.Equal(Drawing, PictureFile.Read(file, Mono));
    }

    [Fact]
    public void Read_WhenNoPng_Refuses() => Assert.Throws<FormatException>(() => PictureFile.Read("GIF89a"u8.ToArray(), Mono));

    [Fact]
    public void Read_WhenCutAnywhere_RefusesOrReadsTheWhole()
    {
        // The last bytes of a PNG end the file and carry no pixel: a cut there may still read, but never as another picture.
        var png = PictureFile.Write(Drawing);
        for (var length = 0; length < png.Length; length++)
        {
            PixelFrame? read = null;
            var refused = Record.Exception(() => read = PictureFile.Read(png.AsMemory(0, length), Mono));
            Assert.True(refused is FormatException || Drawing.Equals(read), $"cut at {length}: {refused?.GetType().Name ?? "another picture"}");
        }
    }

    [Fact]
    public void Make_WhenPicture_IsNotStampedAsBlank()
    {
        var show = PictureShow.Make(Drawing, Mono, Cards.Able, ShowStyle.Automatic);
        Assert.Equal(("picture", Drawing.Digest.Hex), (show.Pages[0].Revision.ItemId, show.Pages[0].Revision.Text));
    }
}
