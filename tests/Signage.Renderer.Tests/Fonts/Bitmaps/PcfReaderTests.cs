namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>Every mistake of a PCF file by its byte.</summary>
public sealed class PcfReaderTests
{
    [Fact]
    public void Read_WhenASample_HasItsCharacters()
    {
        var font = Told.Font(new SamplePcf().Bytes());
        Assert.Equal(("sample 12px", "ISO10646-1", 12), (font.Name, font.Charset, font.PixelSize));
        Assert.Equal(["0041 8 0 2 8x2 F00F", "0042 8 0 2 8x2 AA55"], Told.Lines(font));
    }

    [Theory]
    [InlineData("no pixels", SamplePcf.Bitmaps, -1, 0, "没有 PCF_BITMAPS 表")]
    [InlineData("no sizes", SamplePcf.Metrics, -1, 0, "没有 PCF_METRICS 表")]
    [InlineData("no codes", SamplePcf.Encodings, -1, 0, "没有 PCF_BDF_ENCODINGS 表")]
    [InlineData("no properties", SamplePcf.Properties, -1, 0, "没有 PCF_PROPERTIES 表")]
    [InlineData("properties without end", SamplePcf.Properties, 5, 0x7F, "PCF_PROPERTIES")]
    [InlineData("name of a property outside", SamplePcf.Properties, 9, 0x7F, "PCF_PROPERTIES")]
    [InlineData("sizes of another format", SamplePcf.Metrics, 1, 2, "0x200")]
    [InlineData("more sizes than there are", SamplePcf.Metrics, 5, 0x7F, "PCF_METRICS")]
    [InlineData("a box below zero", SamplePcf.Metrics, 7, 0x00, "PCF_METRICS 为 -128")]
    [InlineData("width below zero", SamplePcf.Metrics, 8, 0x00, "PCF_METRICS 为 -128")]
    [InlineData("more pixels than sizes", SamplePcf.Bitmaps, 7, 3, "2 个字有尺寸，3 个")]
    [InlineData("count of pixels without end", SamplePcf.Bitmaps, 4, 0x7F, "PCF_BITMAPS")]
    [InlineData("pixels outside", SamplePcf.Bitmaps, 15, 3, "PCF_BITMAPS")]
    [InlineData("pixels before the beginning", SamplePcf.Bitmaps, 8, 0xFF, "PCF_BITMAPS")]
    [InlineData("units of eight bytes", SamplePcf.Bitmaps, 0, 0x3C, "0x3C")]
    [InlineData("code of a character that is not there", SamplePcf.Encodings, 14, 2, "指向第 2 个字，只有 2 个")]
    [InlineData("codes that end before they begin", SamplePcf.Encodings, 6, 0x10, "PCF_BDF_ENCODINGS")]
    [InlineData("columns beyond a byte", SamplePcf.Encodings, 7, 0x01, "PCF_BDF_ENCODINGS")]
    [InlineData("more rows than there are", SamplePcf.Encodings, 10, 0x05, "PCF_BDF_ENCODINGS")]
    public void Read_WhenThereIsAMistake_NamesItsByte(string what, int table, int at, byte value, string says)
    {
        var sample = new SamplePcf();
        if (at < 0)
        {
            sample.Tables.Remove(table);
        }
        else
        {
            sample.Tables[table][at] = value;
        }

        var reason = Told.Refused(sample.Bytes());
        Assert.True(reason.StartsWith("第 ", StringComparison.Ordinal) && reason.Contains(" 字节：", StringComparison.Ordinal) && reason.Contains(says, StringComparison.Ordinal), $"{what}: {reason}");
    }

    [Theory]
    [InlineData("table past the end of the file", 8 + 12, 0x7FFFFFFF, "超出文件")]
    [InlineData("table of no end", 8 + 8, -1, "超出文件")]
    [InlineData("two tables of a kind", 8 + 16, SamplePcf.Properties, "有两个")]
    [InlineData("more tables than kinds", 4, 1000, "TOC")]
    [InlineData("format that differs within the table", 8 + 4, 4, "0x0")]
    public void Read_WhenTheContentsAreWrong_NamesTheByte(string what, int at, int value, string says)
    {
        var bytes = new SamplePcf().Bytes();
        BitConverter.GetBytes(value).CopyTo(bytes, at);
        var reason = Told.Refused(bytes);
        Assert.True(reason.StartsWith("第 ", StringComparison.Ordinal) && reason.Contains(says, StringComparison.Ordinal), $"{what}: {reason}");
    }

    [Fact]
    public void Read_WhenCutOffAnywhere_IsRefused()
    {
        var bytes = new SamplePcf().Bytes();

        // The last two bytes only fill up a number of four.
        Assert.All(Enumerable.Range(4, bytes.Length - 4 - 2), length => Assert.NotEmpty(Told.Refused(bytes[..length])));
    }
}
