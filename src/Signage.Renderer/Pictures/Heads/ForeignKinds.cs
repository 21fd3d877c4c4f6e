using System.Buffers.Binary;
using System.Text;

namespace Signage.Renderer.Pictures.Heads;

/// <summary>Names what is no picture that is taken, by the first bytes of its format, so that a person knows what to save anew.</summary>
internal static class ForeignKinds
{
    // An XML document may say much before its first element; what a reader of pages looks at first is enough.
    private const int TextLooked = 1_024;
    private const int BrandAt = 8;

    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0x8A, (byte)'M', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "MNG"),
        ([0x8B, (byte)'J', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "JNG"),
        ([0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L', (byte)' '], "JPEG XL"),
        ([0xFF, 0x0A], "JPEG XL"),
        ([0, 0, 0, 0x0C, (byte)'j', (byte)'P'], "JPEG 2000"),
        ([0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"),
        ([(byte)'I', (byte)'I', 0xBC], "JPEG XR"),
        ([(byte)'I', (byte)'I', 42, 0], "TIFF"),
        ([(byte)'M', (byte)'M', 0, 42], "TIFF"),
        ([(byte)'I', (byte)'I', 43, 0], "BigTIFF"),
        ([(byte)'M', (byte)'M', 0, 43], "BigTIFF"),
        ("8BPS"u8.ToArray(), "PSD"),
        ([0, 0, 1, 0], "ICO"),
        ([0, 0, 2, 0], "CUR"),
        ("%PDF"u8.ToArray(), "PDF"),
        ("%!PS"u8.ToArray(), "PostScript"),
        ([(byte)'P', (byte)'K', 3, 4], "ZIP (DOCX, XLSX, PPTX, OFD, APK)"),
        ([(byte)'P', (byte)'K', 5, 6], "ZIP"),
        ([0x1F, 0x8B], "GZIP"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "7z"),
        ("Rar!"u8.ToArray(), "RAR"),
        ([0xD0, 0xCF, 0x11, 0xE0], "DOC, XLS, PPT"),
        ("qoif"u8.ToArray(), "QOI"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "ELF"),
        ("MZ"u8.ToArray(), "EXE"),
        ("BM"u8.ToArray(), "BMP"),
        ("#!"u8.ToArray(), "script"),
    ];

    /// <summary>The name of the format; null when it is not known.</summary>
    public static string? NameOf(ReadOnlySpan<byte> file)
    {
        if (InContainer(file) is { } contained)
        {
            return contained;
        }

        foreach (var (mark, name) in Marks)
        {
            if (file.StartsWith(mark))
            {
                return name;
            }
        }

        return InText(file);
    }

    // RIFF and the media files of ISO say only in their second line what they hold.
    private static string? InContainer(ReadOnlySpan<byte> file)
    {
        if (file.Length < BrandAt + 4)
        {
            return null;
        }

        var brand = file.Slice(BrandAt, 4);
        if (file.StartsWith("RIFF"u8))
        {
            return brand.SequenceEqual("WEBP"u8) ? "WebP" : "RIFF (AVI, WAV)";
        }

        if (!file[4..].StartsWith("ftyp"u8))
        {
            return null;
        }

        return BinaryPrimitives.ReadUInt32BigEndian(brand) switch
        {
            0x61766966 or 0x61766973 => "AVIF",
            0x68656963 or 0x68656978 or 0x68657663 or 0x68657678 or 0x6D696631 or 0x6D736631 => "HEIC",
            _ => "MP4",
        };
    }

    private static string? InText(ReadOnlySpan<byte> file)
    {
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, TextLooked)]).TrimStart('\xEF', '\xBB', '\xBF', ' ', '\t', '\r', '\n');
        return start switch
        {
            ['<', ..] when start.Contains("<svg", StringComparison.OrdinalIgnoreCase) => "SVG",
            ['<', ..] when start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) => "HTML",
            ['<', ..] when start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) => "XML",
            ['<', ..] when start.StartsWith("<script", StringComparison.OrdinalIgnoreCase) => "HTML",
            _ => null,
        };
    }
}
