using System.IO.Compression;
using Signage.Core.Text;

namespace Signage.Renderer.Fonts.Bitmaps;

/// <summary>
/// Reads bitmap fonts that people have: BDF and PCF, plain or packed with gzip. What a file is, is told by its first bytes and not by its name.
/// The formats, and where their facts come from, are told in <c>docs/fonts.md</c>.
/// </summary>
public static class BitmapFontFile
{
    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> BdfMark => "STARTFONT"u8;

    /// <summary>Reads a file of this machine.</summary>
    /// <param name="path">The file.</param>
    public static BitmapFontAnswer ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            // A pipe or a device says that it has no length; to open it would be to wait for ever.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
            {
                return new BitmapFontAnswer.Refused(Words.FontUnknownKind);
            }

            using var file = File.OpenRead(path);
            return Bounded(file) is { } bytes ? Read(bytes) : new BitmapFontAnswer.Refused(Words.FontTooLarge.With(BitmapFontLimits.MostBytes));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new BitmapFontAnswer.Refused(Words.FontUnread.With(refused.Message));
        }
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="file">All of them.</param>
    public static BitmapFontAnswer Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return new BitmapFontAnswer.Read(ReadPlain(file.AsSpan().StartsWith(GzipMark) ? Unpack(file) : file));
        }
        catch (FormatException mistake)
        {
            return new BitmapFontAnswer.Refused(mistake.Message);
        }
    }

    private static BitmapFont ReadPlain(ReadOnlySpan<byte> file)
    {
        if (file.Length > BitmapFontLimits.MostBytes)
        {
            throw new FormatException(Words.FontTooLarge.With(BitmapFontLimits.MostBytes));
        }

        if (file.StartsWith(PcfTables.Mark))
        {
            return PcfReader.Read(file);
        }

        return file.StartsWith(BdfMark) ? new BdfReader(file).Read() : throw new FormatException(Words.FontUnknownKind);
    }

    private static byte[] Unpack(byte[] packed)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            return Bounded(gzip) ?? throw new FormatException(Words.FontTooLarge.With(BitmapFontLimits.MostBytes));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw new FormatException(Words.FontPackedDamaged);
        }
    }

    /// <summary>All bytes of a stream; null when there are more than a font may have. Never asks the stream how long it is: a pipe does not know, and a packed file lies.</summary>
    private static byte[]? Bounded(Stream from)
    {
        using var all = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int read; (read = from.Read(part, 0, part.Length)) > 0;)
        {
            if (all.Length + read > BitmapFontLimits.MostBytes)
            {
                return null;
            }

            all.Write(part, 0, read);
        }

        return all.ToArray();
    }
}
