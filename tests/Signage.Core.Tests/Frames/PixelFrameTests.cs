using Signage.Core.Frames;

namespace Signage.Core.Tests.Frames;

public sealed class PixelFrameTests
{
    // Computed apart from this code: sha256(b"signage.frame.1" + struct.pack("<IIB", w, h, layout) + cells).
    [Fact]
    public void Digest_WhenMono_IsPinned() => Assert.Equal(
        "692937b371d1dc04255851e8a6489859b25436ddd74c11a1cd8a4e90d90538b0", PixelFrame.ParseMono("#..#\n.##.").Digest.Hex);

    [Fact]
    public void Digest_WhenDual_IsPinned() => Assert.Equal("997b0e9e3b1c77c81a1fa5cc6fa80e48b6ec61201472e855b36e25ec133bfffb", PixelFrame.ParseDual("RGY.").Digest.Hex);

    [Fact]
    public void Digest_WhenRgb_IsPinned() => Assert.Equal("02bb9fc1bfbdee2ef9d4a87f7b6178648eeea1490f3631bbef816e886d94b2f6", PixelFrame.ParseRgb("RB").Digest.Hex);

    [Theory]
    [InlineData("#..#\n.##.\n")]
    [InlineData("#########\n.........\n")]
    public void Drawing_WhenParsedAndDrawn_IsTheSame(string drawing) => Assert.Equal(drawing, PixelFrame.ParseMono(drawing).ToString());

    [Fact]
    public void Drawing_WhenInColour_IsTheSame() => Assert.Equal("RGBYMCW.\n", PixelFrame.ParseRgb("RGBYMCW.").ToString());

    [Theory]
    [InlineData("#.\n#")]
    [InlineData("#x")]
    [InlineData("")]
    public void Parse_WhenTheDrawingIsWrong_Complains(string drawing) => Assert.Throws<FormatException>(() => PixelFrame.ParseMono(drawing));

    [Fact]
    public void Padding_WhenThePainterFillsEverything_IsCleared()
    {
        var frame = PixelFrame.Create(new PixelSize(3, 2), PixelLayout.Mono, 0, (cells, _) => cells.Fill(0xFF));
        Assert.Equal("E0E0", Convert.ToHexString(frame.Cells.Span));
    }
}
