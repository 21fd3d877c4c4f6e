using System.Globalization;
using Signage.Renderer.Fonts.Bitmaps;

namespace Signage.Renderer.Tests.Fonts.Bitmaps;

/// <summary>Fonts made by others, character by character as FreeType and pcf2bdf read them; and our sample as bdftopcf writes it, in every order of bits and bytes.</summary>
public sealed class OutsideFontTests : IDisposable
{
    private const string FreeType = "python3-freetype";

    // Codes of GB 2312 are put into Unicode by Python's own tables, hanzi only: its dashes differ by custom. FreeType has a character of its own at code 0, in the place of the font's.
    private const string Script = """
        import sys, freetype
        face = freetype.Face(sys.argv[1])
        gb = sys.argv[2] == 'gb2312'
        if gb: face.set_charmap(face.charmaps[0])
        for code, index in face.get_chars():
            if code == 0 or gb and code < 0x3021: continue
            face.load_glyph(index)
            slot, bitmap = face.glyph, face.glyph.bitmap
            letter = bytes([code >> 8 | 0x80, code & 255 | 0x80]).decode('gb2312', 'ignore') if gb else chr(code)
            if not letter: continue
            told = ord(letter)
            stride = (bitmap.width + 7) // 8
            rows = [bytes(bitmap.buffer[y * bitmap.pitch:y * bitmap.pitch + stride]) for y in range(bitmap.rows)]
            spare = stride * 8 - bitmap.width
            rows = [row[:-1] + bytes([row[-1] >> spare << spare]) if row else row for row in rows]
            print('%04X %d %d %d %dx%d %s' % (told, slot.advance.x >> 6, slot.bitmap_left, slot.bitmap_top, bitmap.width, bitmap.rows, b''.join(rows).hex().upper()))
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("signage-fonts-").FullName;

    public static TheoryData<string, string, int, string> Fonts => new()
    {
        { "wenquanyi_9pt.pcf", "xfonts-wqy", 30_000, "unicode" },
        { "wenquanyi_12pt.pcf", "xfonts-wqy", 40_000, "unicode" },
        { "b12.pcf.gz", "xfonts-efont-unicode", 22_000, "unicode" },
        { "b24.pcf.gz", "xfonts-efont-unicode", 30_000, "unicode" },
        { "gb16st.pcf.gz", "xfonts-base", 6763, "gb2312" },
        { "gb24st.pcf.gz", "xfonts-base", 6763, "gb2312" },
    };

    [Theory]
    [MemberData(nameof(Fonts))]
    public void Read_WhenAFontOfOthers_IsCharacterByCharacterWhatFreeTypeReads(string name, string package, int least, string codes)
    {
        var path = Outside.Font(name, package);
        var others = Outside.Lines(Outside.Run("python3", FreeType, "-c", Script, path, codes)).Order(StringComparer.Ordinal).ToArray();
        var ours = Told.Lines(Assert.IsType<BitmapFontAnswer.Read>(BitmapFontFile.ReadFile(path)).Font);
        ours = [.. ours.Where(line => int.Parse(line.Split(' ')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var code && (codes == "gb2312" ? code is >= 0x4E00 and <= 0x9FA5 : code > 0))];

        Assert.InRange(ours.Length, least, BitmapFontLimits.MostGlyphs);
        Assert.Equal(others, ours);
    }

    [Theory]
    [InlineData("wenquanyi_13px.pcf", "xfonts-wqy")]
    [InlineData("b14.pcf.gz", "xfonts-efont-unicode")]
    public void Read_WhenAPcfFontIsWrittenAsBdfByOthers_IsTheSameFont(string name, string package)
    {
        var path = Outside.Font(name, package);
        var pcf = Assert.IsType<BitmapFontAnswer.Read>(BitmapFontFile.ReadFile(path)).Font;
        var plain = path;
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            plain = Path.Combine(_folder, "font.pcf");
            File.WriteAllBytes(plain, Outside.Run("zcat", "gzip", path));
        }

        var bdf = Told.Font(Outside.Run("pcf2bdf", "pcf2bdf", plain));
        Assert.Equal((pcf.Name, pcf.Charset, pcf.PixelSize), (bdf.Name, bdf.Charset, bdf.PixelSize));
        Assert.Equal(Told.Lines(pcf), Told.Lines(bdf));
    }

    [Fact]
    public void Read_WhenBdftopcfWroteIt_IsTheBdfFontInEveryOrderOfBitsAndBytes()
    {
        var bdf = Write("sample.bdf", SampleBdf.Text);
        var expected = Told.Lines(Told.Font(SampleBdf.Bytes(SampleBdf.Text)));
        string[] bits = ["-m", "-l"], bytes = ["-M", "-L"], pads = ["-p1", "-p2", "-p4", "-p8"], units = ["-u1", "-u2", "-u4"];
        Assert.All(
            from bit in bits from order in bytes from pad in pads from unit in units where unit[2] <= pad[2] select (string[])[bit, order, pad, unit, bdf],
            words => Assert.Equal(expected, Told.Lines(Told.Font(Outside.Run("bdftopcf", "xfonts-utils", words)))));
    }

    [Fact]
    public void Read_WhenACodeIsThereTwice_TakesTheOneThatBdftopcfTakes()
    {
        var twice = SampleBdf.Text.Replace("ENCODING 8212", "ENCODING 106", StringComparison.Ordinal);
        var pcf = Told.Font(Outside.Run("bdftopcf", "xfonts-utils", Write("twice.bdf", twice)));
        Assert.Equal(Told.Lines(pcf), Told.Lines(Told.Font(SampleBdf.Bytes(twice))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
