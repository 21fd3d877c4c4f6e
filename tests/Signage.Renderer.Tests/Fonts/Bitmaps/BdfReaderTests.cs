using System.IO.Compression;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>BDF as the standard has it, and every mistake by its line.</summary>
public sealed class BdfReaderTests
{
    [Fact]
    public void Read_WhenASample_HasItsCharactersAndWhatItSaysOfItself()
    {
        var font = Told.Font(SampleBdf.Bytes(SampleBdf.Text));
        Assert.Equal(("sample 12px", "ISO10646-1", 12, 4, 0), (font.Name, font.Charset, font.PixelSize, font.Count, font.Unmapped));
        Assert.Equal(
            [
                "0020 6 0 1 1x1 00",
                "006A 3 -1 7 4x9 100010101010109060",
                "2014 17 0 5 17x1 FFFF80",
                "5584 12 0 10 11x12 108009007FC004003F800400FFE011007FC0208020803F80",
            ],
            Told.Lines(font));
    }

    [Fact]
    public void Read_WhenLinesEndAsOnDosAndItIsPacked_IsTheSameFont()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(SampleBdf.Bytes(SampleBdf.Text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        }

        Assert.Equal(Told.Lines(Told.Font(SampleBdf.Bytes(SampleBdf.Text))), Told.Lines(Told.Font(packed.ToArray())));
    }

    [Theory]
    [InlineData("another version", "STARTFONT 2.1", "STARTFONT 3.0", "第 1 行", "3.0")]
    [InlineData("unknown word", "SIZE 12 75 75", "SICE 12 75 75", "第 4 行", "SICE")]
    [InlineData("number in words", "CHARS 4", "CHARS four", "第 13 行", "four")]
    [InlineData("too many characters", "CHARS 4", "CHARS 200001", "第 13 行", "200000")]
    [InlineData("fewer characters than it says", "CHARS 4", "CHARS 5", "第 66 行", "CHARS 写明 5 个，实有 4 个")]
    [InlineData("more characters than it says", "CHARS 4", "CHARS 3", "第 58 行", "CHARS 写明 3 个")]
    [InlineData("properties are not as many", "STARTPROPERTIES 5", "STARTPROPERTIES 6", "第 12 行", "STARTPROPERTIES 写明 6 个")]
    [InlineData("size of nothing", "PIXEL_SIZE 12", "PIXEL_SIZE 0", "第 13 行", "PIXEL_SIZE")]
    [InlineData("box too wide", "BBX 17 1 0 4", "BBX 129 1 0 4", "第 62 行", "128")]
    [InlineData("box below zero", "BBX 17 1 0 4", "BBX 17 -1 0 4", "第 62 行", "-1")]
    [InlineData("box far off", "BBX 17 1 0 4", "BBX 17 1 0 999", "第 62 行", "255")]
    [InlineData("box of three numbers", "BBX 17 1 0 4", "BBX 17 1 0", "第 62 行", "4 个整数")]
    [InlineData("set downwards", "DWIDTH 17 0", "DWIDTH 17 3", "第 61 行", "DWIDTH")]
    [InlineData("set backwards", "DWIDTH 17 0", "DWIDTH -17 0", "第 61 行", "-17")]
    [InlineData("code beyond Unicode", "ENCODING 8212", "ENCODING 1114112", "第 59 行", "1114111")]
    [InlineData("no code", "ENCODING 8212", "SWIDTH 1 1", "第 63 行", "ENCODING")]
    [InlineData("no width", "DWIDTH 17 0", "SWIDTH 1 1", "第 63 行", "DWIDTH")]
    [InlineData("no box", "BBX 17 1 0 4", "SWIDTH 1 1", "第 63 行", "BBX")]
    [InlineData("pixels cut off", "FFFF80", "FFFF8", "第 64 行", "6 个十六进制数字")]
    [InlineData("pixels that are none", "FFFF80", "FFFG80", "第 64 行", "FFFG80")]
    [InlineData("a row too few", "BBX 17 1 0 4", "BBX 17 2 0 4", "第 65 行", "ENDCHAR")]
    [InlineData("a row too many", "BBX 4 9 -1 -2", "BBX 4 8 -1 -2", "第 48 行", "ENDCHAR")]
    [InlineData("something behind the end", "ENDFONT\n", "ENDFONT\nSTARTFONT 2.1\n", "第 67 行", "ENDFONT")]
    [InlineData("no end", "ENDFONT\n", "", "第 65 行", "ENDFONT")]
    public void Read_WhenThereIsAMistake_NamesItsLine(string what, string right, string wrong, string line, string says)
    {
        Assert.Contains(right, SampleBdf.Text, StringComparison.Ordinal);
        var reason = Told.Refused(SampleBdf.Bytes(SampleBdf.Text.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.True(
            reason.StartsWith(line, StringComparison.Ordinal) && reason.Contains(says, StringComparison.Ordinal) && !reason.Contains('\n', StringComparison.Ordinal), $"{what}: {reason}");
    }

    [Fact]
    public void Read_WhenAnyLineIsMissing_IsRefusedOrStillAFont() => Assert.All(Enumerable.Range(0, SampleBdf.Text.Split('\n').Length), missing =>
    {
        var lines = SampleBdf.Text.Split('\n').ToList();
        lines.RemoveAt(missing);
        var answer = BitmapFontFile.Read(SampleBdf.Bytes(string.Join('\n', lines)));
        Assert.True(answer is BitmapFontAnswer.Refused { Reason.Length: > 0 } or BitmapFontAnswer.Read { Font.Count: > 0 });
    });

    [Fact]
    public void Read_WhenTheCodesAreOfGb2312_AreRowAndCell()
    {
        // 0x3021 is the first hanzi of the standard, 0x2121 its space; 0x2122 to 0x2124 are marks, 0x7E7E is empty and 0x0041 no place at all.
        var font = Told.Font(Coded("GB2312.1980", "0", 0x3021, 0x2121, 0x2123, 0x7E7E, 0x41));
        Assert.Equal(["3000", "3002", "554A"], Told.Lines(font).Select(line => line[..4]));
        Assert.Equal(2, font.Unmapped);
    }

    [Fact]
    public void Read_WhenAnotherCharacterSet_NamesIt()
    {
        var reason = Told.Refused(Coded("KSC5601.1987", "0", 0x3021));
        Assert.StartsWith("第 9 行：字符集“KSC5601.1987-0”", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenTheNameOfTheFontSaysItsCharacterSet_GoesByTheName() => Assert.Equal(
        "ISO10646-1", Told.Font(SampleBdf.Bytes(SampleBdf.Text.Replace("CHARSET_ENCODING \"1\"", "CHARSET_ENCODING \"-1\"", StringComparison.Ordinal))).Charset);

    [Fact]
    public void Read_WhenACodeIsHalfASurrogatePair_LeavesItOut() => Assert.Equal(1, Told.Font(Coded("ISO10646", "1", 0x41, 0xD800)).Unmapped);

    [Fact]
    public void Read_WhenACharacterHasNoStandardPlace_LeavesItOut() =>
        Assert.Equal(3, Told.Font(SampleBdf.Bytes(SampleBdf.Text.Replace("ENCODING 8212", "ENCODING -1 5", StringComparison.Ordinal))).Count);

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("another file", "<html>")]
    [InlineData("TrueType", "\0\u0001\0\0\0\u000f")]
    public void Read_WhenNoFont_SaysSo(string what, string text) => Assert.True(Told.Refused(SampleBdf.Bytes(text)).Contains("BDF", StringComparison.Ordinal), what);

    [Fact]
    public void Read_WhenUnpackedTooLarge_IsRefusedBeforeItIsWhole()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                gzip.Write(new byte[1024 * 1024]);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains($"{BitmapFontLimits.MostBytes}", Told.Refused(packed.ToArray()), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4L * BitmapFontLimits.MostBytes);
    }

    private static byte[] Coded(string registry, string encoding, params int[] codes) => SampleBdf.Bytes(
        $"STARTFONT 2.1\nFONT x\nSIZE 8 72 72\nFONTBOUNDINGBOX 8 1 0 0\nSTARTPROPERTIES 2\nCHARSET_REGISTRY \"{registry}\"\nCHARSET_ENCODING \"{encoding}\"\nENDPROPERTIES\nCHARS {codes.Length}\n"
        + string.Concat(codes.Select(code => $"STARTCHAR x\nENCODING {code}\nDWIDTH 8 0\nBBX 8 1 0 0\nBITMAP\nAA\nENDCHAR\n")) + "ENDFONT\n");
}
