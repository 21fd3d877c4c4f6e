using System.Text;
using Signage.Core.Text;

namespace Signage.Sheets.Reading;

/// <summary>The text of a file whose encoding nobody wrote down: what its first bytes say, or UTF-8 when it is valid, or GB18030 as the Chinese Excel saves it.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>Reads it.</summary>
    /// <exception cref="SheetException">It is neither.</exception>
    public static string Read(string path, byte[] bytes)
    {
        Encoding[] tried = bytes is [0xFF, 0xFE, ..] ? [Utf16] : bytes is [0xEF, 0xBB, 0xBF, ..] ? [Utf8] : [Utf8, Gb18030()];
        foreach (var encoding in tried)
        {
            if (Text(encoding, bytes) is { } text && !text.Contains('\0', StringComparison.Ordinal))
            {
                return text.TrimStart('\uFEFF');
            }
        }

        throw new SheetException(Words.CsvNotText.With(path));
    }

    // The provider is asked, not registered: nothing of the process changes.
    private static Encoding Gb18030()
    {
        var encoding = (Encoding)CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.Clone();
        encoding.DecoderFallback = DecoderFallback.ExceptionFallback;
        return encoding;
    }

    private static string? Text(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
