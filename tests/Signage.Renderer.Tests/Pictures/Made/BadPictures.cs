using System.Text;

namespace Signage.Renderer.Tests.Pictures.Made;

/// <summary>Pictures as people who mean harm, and files as people who mean well, send them.</summary>
internal static class BadPictures
{
    private const string CutOff = "is cut off";
    private const string Wrong = "is not as its format demands";
    private const string NotDrawn = "cannot be drawn";

    /// <summary>Those whose head says enough: they never come near a decoder.</summary>
    public static IReadOnlyList<BadPicture> ByHead { get; } = [.. Files, .. Pngs, .. Jpegs, .. Gifs];

    /// <summary>Those whose head is in order; the decoder gives up in its own process.</summary>
    public static IReadOnlyList<BadPicture> ByDecoder { get; } = [.. DeepPngs, .. DeepJpegs, .. DeepGifs];

    private static IEnumerable<BadPicture> Files =>
    [
        new("nothing", [], "is empty"),
        new("four MiB and one byte", [.. MadePng.Good, .. new byte[(4 * 1024 * 1024) + 1 - MadePng.Good.Length]], "too large"),
        new("noise", [.. Enumerable.Range(0, 500).Select(at => (byte)(((at * 151) + 40) & 255))], "no PNG, JPEG or GIF"),
        new("WebP", [.. "RIFF\x24\0\0\0WEBPVP8 "u8, .. new byte[20]], "a WebP file"),
        new("WAV", [.. "RIFF\x24\0\0\0WAVEfmt "u8, .. new byte[20]], "a RIFF"),
        new("HEIC", [0, 0, 0, 0x18, .. "ftypheic"u8, .. new byte[20]], "a HEIC file"),
        new("AVIF", [0, 0, 0, 0x1C, .. "ftypavif"u8, .. new byte[20]], "a AVIF file"),
        new("MP4", [0, 0, 0, 0x18, .. "ftypmp42"u8, .. new byte[20]], "a MP4 file"),
        new("SVG", Text("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "a SVG file"),
        new("SVG behind a mark of UTF-8", [0xEF, 0xBB, 0xBF, .. Text("<SVG/>")], "a SVG file"),
        new("HTML", Text("\n <!DOCTYPE HTML><title>x</title>"), "a HTML file"),
        new("a script of a page", Text("<script>alert(1)</script>"), "a HTML file"),
        new("XML with entities", Text("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>"), "a XML file"),
        new("BMP", [.. "BM"u8, .. new byte[60]], "a BMP file"),
        new("TIFF of Intel", [.. "II*\0"u8, .. new byte[60]], "a TIFF file"),
        new("TIFF of Motorola", [.. "MM\0*"u8, .. new byte[60]], "a TIFF file"),
        new("PSD", [.. "8BPS\0\x01"u8, .. new byte[60]], "a PSD file"),
        new("ICO", [0, 0, 1, 0, 1, 0, .. new byte[60]], "a ICO file"),
        new("PDF", Text("%PDF-1.7\n%%EOF"), "a PDF file"),
        new("ZIP", [.. "PK\x03\x04"u8, .. new byte[60]], "a ZIP"),
        new("JPEG XL", [0xFF, 0x0A, .. new byte[60]], "a JPEG XL file"),
        new("JPEG 2000", [0, 0, 0, 0x0C, .. "jP  "u8, .. new byte[60]], "a JPEG 2000 file"),
        new("ELF", [0x7F, .. "ELF"u8, .. new byte[60]], "a ELF file"),
        new("MNG", [0x8A, .. "MNG\r\n\x1A\n"u8, .. new byte[60]], "a MNG file"),
        new("PNG as a transfer of text spoils it", [0x89, .. "PNG\n\x1A\n"u8, .. MadePng.Good[8..]], "no PNG, JPEG or GIF"),
        new("JPEG in the clothes of a ZIP", [.. "PK\x03\x04"u8, .. MadeJpeg.Good], "a ZIP"),
    ];

    private static IEnumerable<BadPicture> Pngs =>
    [
        new("PNG of a mark alone", MadePng.Mark, CutOff),
        new("PNG cut within its head", MadePng.Good[..20], CutOff),
        new("PNG cut behind its head", MadePng.Good[..33], CutOff),
        new("PNG cut within its data", MadePng.Good[..60], CutOff),
        new("PNG without its end", MadePng.Good[..^12], CutOff),
        new("PNG cut one byte before its end", MadePng.Good[..^1], CutOff),
        new("PNG of 65535x65535 in a few bytes", MadePng.File(MadePng.Head(65_535, 65_535), MadePng.Data(64), MadePng.End), "at most 4096 pixels"),
        new("PNG of 10000x10000, 300 MB unpacked", MadePng.File(MadePng.Head(10_000, 10_000), MadePng.Data(100_000), MadePng.End), "at most 4096 pixels"),
        new("PNG of 4096x4096", MadePng.File(MadePng.Head(4_096, 4_096), MadePng.Data(100_000), MadePng.End), "at most 16000000 pixels"),
        new("PNG of 1x65535", MadePng.File(MadePng.Head(1, 65_535), MadePng.Data(4 * 65_535), MadePng.End), "at most 4096 pixels"),
        new("PNG of 4000x1", MadePng.Black(4_000, 1), "at most 256 times"),
        new("PNG without width", MadePng.File(MadePng.Head(0, 8), MadePng.Data(64), MadePng.End), "without pixels"),
        new("PNG without height", MadePng.File(MadePng.Head(8, 0), MadePng.Data(64), MadePng.End), "without pixels"),
        new("PNG of negative width", MadePng.File(MadePng.Head(0xFFFF_FFFF, 8), MadePng.Data(64), MadePng.End), "at most 4096 pixels"),
        new("PNG of 2 to the 31st", MadePng.File(MadePng.Head(0x8000_0000, 0x8000_0000), MadePng.Data(64), MadePng.End), "at most 4096 pixels"),
        new("PNG with more pixels than its data can hold", MadePng.File(MadePng.Head(4_000, 4_000), MadePng.Data(64), MadePng.End), "cannot hold"),
        new("interlaced PNG with more pixels than its data can hold", MadePng.File(MadePng.Head(3_900, 4_000, 16, 6, interlace: 1), MadePng.Data(1_000), MadePng.End), "cannot hold"),
        new("PNG without data", MadePng.File(MadePng.Head(8, 8), MadePng.End), "cannot hold"),
        new("PNG with a wrong check of its head", Flipped(MadePng.Good, 30), "wrong check value of IHDR"),
        new("PNG with a wrong check of its data", Flipped(MadePng.Good, 60), "wrong check value of IDAT"),
        new("PNG of 3 bits", MadePng.File(MadePng.Head(8, 8, 3), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG of colour type 5", MadePng.File(MadePng.Head(8, 8, 8, 5), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG of indexes of 16 bits", MadePng.File(MadePng.Head(8, 8, 16, 3), MadePng.Chunk("PLTE", 0, 0, 0), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG of compression 1", MadePng.File(MadePng.Head(8, 8, compression: 1), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG of filters 64", MadePng.File(MadePng.Head(8, 8, filter: 64), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG of interlacing 2", MadePng.File(MadePng.Head(8, 8, interlace: 2), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG with two heads", MadePng.File(MadePng.Head(8, 8), MadePng.Head(4_000, 4_000), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG whose head comes second", MadePng.File(MadePng.Chunk("tEXt", 65, 0, 65), MadePng.Head(8, 8), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG of a short head", MadePng.File(MadePng.Chunk("IHDR", 0, 0, 0, 8, 0, 0, 0, 8), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG of indexes without a palette", MadePng.File(MadePng.Head(8, 8, 8, 3), MadePng.Data(72), MadePng.End), Wrong),
        new("PNG with half a colour in its palette", MadePng.File(MadePng.Head(8, 8, 8, 3), MadePng.Chunk("PLTE", 1, 2, 3, 4), MadePng.Data(72), MadePng.End), Wrong),
        new("PNG of 1 bit with 3 colours", MadePng.File(MadePng.Head(8, 8, 1, 3), MadePng.Chunk("PLTE", new byte[9]), MadePng.Data(16), MadePng.End), Wrong),
        new("PNG with 257 colours", MadePng.File(MadePng.Head(8, 8, 8, 3), MadePng.Chunk("PLTE", new byte[771]), MadePng.Data(72), MadePng.End), Wrong),
        new("PNG with two palettes", MadePng.File(MadePng.Head(8, 8, 8, 3), MadePng.Chunk("PLTE", new byte[3]), MadePng.Chunk("PLTE", new byte[3]), MadePng.Data(72), MadePng.End), Wrong),
        new("grey PNG with a palette", MadePng.File(MadePng.Head(8, 8, 8, 0), MadePng.Chunk("PLTE", new byte[3]), MadePng.Data(72), MadePng.End), Wrong),
        new("PNG with more transparencies than colours", MadePng.File(MadePng.Head(8, 8, 8, 3), MadePng.Chunk("PLTE", new byte[3]), MadePng.Chunk("tRNS", 0, 0), MadePng.Data(72), MadePng.End), Wrong),
        new("PNG with data in two places", MadePng.File(MadePng.Head(8, 8), MadePng.Data(200), MadePng.Chunk("tEXt", 65, 0, 65), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG with an unknown chunk that must be known", MadePng.File(MadePng.Head(8, 8), MadePng.Chunk("EVIL", 1), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG with a chunk of no name", MadePng.File(MadePng.Head(8, 8), MadePng.Chunk("\0\0\0\0", 1), MadePng.Data(200), MadePng.End), Wrong),
        new("PNG with a chunk of 4 GB", [.. MadePng.Mark, .. MadePng.Head(8, 8), 0xFF, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, .. new byte[40]], CutOff),
        new("PNG with 10,000 colour profiles", MadePng.File([MadePng.Head(8, 8), .. Enumerable.Repeat(MadePng.Chunk("iCCP", 65, 0, 0), 10_000), MadePng.Data(200), MadePng.End]), "too many parts"),
        new("PNG that moves", MadePng.File(MadePng.Head(8, 8), MadePng.Chunk("acTL", 0, 0, 0, 2, 0, 0, 0, 0), MadePng.Data(200), MadePng.End), "animated APNG"),
    ];

    private static IEnumerable<BadPicture> Jpegs =>
    [
        new("JPEG of a mark alone", [0xFF, 0xD8, 0xFF], CutOff),
        new("JPEG cut within its tables", MadeJpeg.Good[..60], CutOff),
        new("JPEG cut within its head", MadeJpeg.Good[..(MadeJpeg.PlaceOf(MadeJpeg.Good, 0xC0) + 6)], CutOff),
        new("JPEG cut within its data", MadeJpeg.Good[..^20], CutOff),
        new("JPEG without its end", MadeJpeg.Good[..^2], CutOff),
        new("JPEG of 65535x65535", MadeJpeg.Sized(65_535, 65_535), "at most 4096 pixels"),
        new("JPEG of 1x65535", MadeJpeg.Sized(1, 65_535), "at most 4096 pixels"),
        new("JPEG of 4096x4096", MadeJpeg.Sized(4_096, 4_096), "at most 16000000 pixels"),
        new("JPEG of 8x4000", MadeJpeg.Sized(8, 4_000), "at most 256 times"),
        new("JPEG of 4000x4000 in 40 bytes of data", MadeJpeg.Sized(4_000, 4_000), "cannot hold"),
        new("JPEG without width", MadeJpeg.Sized(0, 8), "without pixels"),
        new("JPEG whose height comes later", MadeJpeg.Sized(16, 0), "without pixels"),
        new("JPEG of 12 bits", MadeJpeg.With(0xC0, 2, 12), "12 bit"),
        new("JPEG of 5 channels", MadeJpeg.With(0xC0, 7, 5), Wrong),
        new("JPEG sampled 0 times", MadeJpeg.With(0xC0, 9, 0x01), Wrong),
        new("JPEG of table 7", MadeJpeg.With(0xC0, 10, 7), Wrong),
        new("JPEG with two heads", MadeJpeg.And(0xC0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0]), Wrong),
        new("JPEG, lossless", MadeJpeg.With(0xC0, -1, 0xC3), "lossless"),
        new("JPEG, arithmetic", MadeJpeg.With(0xC0, -1, 0xC9), "arithmetic"),
        new("JPEG, hierarchical", MadeJpeg.With(0xC0, -1, 0xC5), "hierarchical"),
        new("JPEG of four inks that Adobe did not write", MadeJpeg.FourInks, "CMYK without Adobe"),
        new("JPEG without a head", MadeJpeg.Without(MadeJpeg.Good, 0xC0), Wrong),
        new("JPEG without data", [.. MadeJpeg.Good[..MadeJpeg.PlaceOf(MadeJpeg.Good, 0xDA)], 0xFF, 0xD9], "no picture"),
        new("JPEG with a segment of no length", MadeJpeg.With(0xDB, 0, 0, 0), Wrong),
        new("JPEG with a segment beyond its end", MadeJpeg.With(0xDB, 0, 0xFF, 0xFF), CutOff),
        new("JPEG with 10,000 comments", [.. MadeJpeg.Good[..2], .. Enumerable.Repeat<byte[]>([0xFF, 0xFE, 0, 3, 65], 10_000).SelectMany(part => part), .. MadeJpeg.Good[2..]], "too many parts"),
        new("JPEG of a thousand scans", Scans(1_000), "too many scans"),
    ];

    private static IEnumerable<BadPicture> Gifs =>
    [
        new("GIF of a mark alone", Text("GIF89a"), CutOff),
        new("GIF cut within its palette", MadeGif.Good[..16], CutOff),
        new("GIF cut within its data", MadeGif.Good[..^10], CutOff),
        new("GIF without its end", MadeGif.Good[..^1], CutOff),
        new("GIF that is a script", Text("GIF89a/*\x2A\x2F=1;alert(1);//"), "at most 4096 pixels"),
        new("GIF of 65535x65535", MadeGif.File(MadeGif.Screen(65_535, 65_535), MadeGif.Frame(0, 0, 1, 1)), "at most 4096 pixels"),
        new("GIF without width", MadeGif.File(MadeGif.Screen(0, 8), MadeGif.Frame(0, 0, 1, 1)), "without pixels"),
        new("GIF with a picture beyond its canvas", MadeGif.File(MadeGif.Screen(8, 8), MadeGif.Frame(7, 0, 2, 1)), "leaves the canvas"),
        new("GIF with a picture of no size", MadeGif.File(MadeGif.Screen(8, 8), MadeGif.Frame(0, 0, 0, 0)), "leaves the canvas"),
        new("GIF without a picture", MadeGif.File(MadeGif.Screen(8, 8)), "no picture"),
        new("GIF without colours", MadeGif.File(MadeGif.Screen(8, 8, hasTable: false), MadeGif.Frame(0, 0, 1, 1)), Wrong),
        new("GIF with codes of 12 bits", MadeGif.File(MadeGif.Screen(8, 8), MadeGif.Frame(0, 0, 1, 1, 12)), Wrong),
        new("GIF with a block of no kind", MadeGif.File(MadeGif.Screen(8, 8), [0x99, 0]), Wrong),
        new("GIF of 4096x3906 in 40 bytes", MadeGif.File(MadeGif.Screen(4_096, 3_906), MadeGif.Frame(0, 0, 1, 1)), "larger than 64 times the first frame"),
        new("GIF of 4096x3906 and a first picture that is all of it", MadeGif.File(MadeGif.Screen(4_096, 3_906), MadeGif.Frame(0, 0, 4_096, 3_906)), "cannot hold"),
        new("GIF without data", MadeGif.File(MadeGif.Screen(16, 8), MadeGif.Frame(0, 0, 16, 8, 2, 0)), "cannot hold"),
        new("GIF with one pixel more than its codes can be", MadeGif.File(MadeGif.Screen(16, 1), MadeGif.Frame(0, 0, 16, 1)), "cannot hold"),
        new("GIF of 201 pictures", MadeGif.File([MadeGif.Screen(8, 8), .. Enumerable.Repeat(MadeGif.Frame(0, 0, 1, 1), 201)]), "too many frames"),
        new("GIF of 100 pictures of 4000x4000", MadeGif.File([MadeGif.Screen(4_000, 4_000), .. Enumerable.Repeat(MadeGif.Frame(0, 0, 4_000, 4_000), 100)]), "at most 64000000 pixels"),
        new("GIF of 5,000 comments", MadeGif.File([MadeGif.Screen(8, 8), .. Enumerable.Repeat<byte[]>([0x21, 0xFE, 1, 65, 0], 5_000), MadeGif.Frame(0, 0, 1, 1)]), "too many parts"),
    ];

    private static IEnumerable<BadPicture> DeepPngs =>
    [
        new("PNG whose data is noise", MadePng.File(MadePng.Head(16, 8), MadePng.Chunk("IDAT", [.. Enumerable.Range(7, 90).Select(at => (byte)((at * 91) & 255))]), MadePng.End), NotDrawn),
        new("PNG with half of its rows", MadePng.File(MadePng.Head(16, 8), MadePng.Data(49 * 4), MadePng.End), NotDrawn),
        new("interlaced PNG with half of its rows", MadePng.File(MadePng.Head(16, 8, interlace: 1), MadePng.Data(49 * 4), MadePng.End), NotDrawn),
        new("PNG whose data breaks off", MadePng.File(MadePng.Head(16, 8), MadePng.Chunk("IDAT", Noise(49 * 8)[..^40]), MadePng.End), NotDrawn),
        new("PNG with an unknown filter", MadePng.File(MadePng.Head(16, 8), MadePng.Chunk("IDAT", MadePng.Packed([.. Enumerable.Repeat((byte)5, 49 * 8)])), MadePng.End), NotDrawn),
        new("PNG whose first data is empty", MadePng.File(MadePng.Head(16, 8), MadePng.Chunk("IDAT", 0x78), MadePng.End), NotDrawn),
    ];

    private static IEnumerable<BadPicture> DeepJpegs =>
    [
        new("progressive JPEG without tables of codes", MadeJpeg.Without(MadeJpeg.Progressive, 0xC4), NotDrawn),
        new("JPEG without tables of steps", MadeJpeg.Without(MadeJpeg.Good, 0xDB), NotDrawn),
        new("JPEG with a table of codes of no class", MadeJpeg.With(0xC4, 2, 0x77), NotDrawn),
        new("JPEG with codes that overflow", MadeJpeg.With(0xC4, 3, 255, 255, 255), NotDrawn),
        new("JPEG with a scan of channel 9", MadeJpeg.With(0xDA, 3, 9), NotDrawn),
        new("JPEG with a scan of no channel", MadeJpeg.With(0xDA, 2, 0), NotDrawn),
        new("progressive JPEG of impossible coefficients", MadeJpeg.Changed(MadeJpeg.Progressive, 0xDA, 9, 200, 10), NotDrawn),
    ];

    private static IEnumerable<BadPicture> DeepGifs =>
    [
        new("GIF with codes that do not exist", MadeGif.File(MadeGif.Screen(8, 4), MadeGif.Frame(0, 0, 8, 4, 2, 4, 0xFF, 0xFF, 0xFF, 0xFF, 0)), NotDrawn),
        new("GIF with the data of one pixel", MadeGif.File(MadeGif.Screen(5, 3), MadeGif.Frame(0, 0, 5, 3)), NotDrawn),
    ];

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Flipped(byte[] file, int at)
    {
        byte[] flipped = [.. file];
        flipped[at] ^= 1;
        return flipped;
    }

    private static byte[] Noise(int length)
    {
        var rows = new byte[length];
        new Random(7).NextBytes(rows);
        return MadePng.Packed([.. rows.Select((part, at) => at % 49 == 0 ? (byte)0 : part)]);
    }

    // The last scan of a progressive picture once more, and once more.
    private static byte[] Scans(int count)
    {
        var last = MadeJpeg.Progressive.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        var scan = MadeJpeg.Progressive[last..^2];
        return [.. MadeJpeg.Progressive[..last], .. Enumerable.Repeat(scan, count).SelectMany(part => part), 0xFF, 0xD9];
    }
}
