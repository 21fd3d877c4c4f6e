using System.Text;
using System.Text.RegularExpressions;
using Signage.Core.Text;

namespace Signage.Core.Alerts.Documents;

/// <summary>The bytes of a document as letters: UTF-8 and UTF-16, and the encodings of China when the document names them.</summary>
internal static partial class AlertLetters
{
    private const int Declaration = 200;

    private static readonly string[] Chinese = ["GB2312", "GBK", "GB18030"];

    /// <summary>The letters; null when the bytes are none in the encoding that they claim.</summary>
    public static string? Of(ReadOnlySpan<byte> document, AlertRemarks remarks)
    {
        var (encoding, mark) = EncodingOf(document, remarks);
        if (encoding is null)
        {
            return null;
        }

        try
        {
            return encoding.GetString(document[mark..]);
        }
        catch (DecoderFallbackException)
        {
            remarks.Refuse(1, Words.AlertBytes.With(encoding.WebName));
            return null;
        }
    }

    private static (Encoding? Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> document, AlertRemarks remarks)
    {
        switch (document)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return (new UTF8Encoding(false, throwOnInvalidBytes: true), 3);
            case [0xFF, 0xFE, ..]:
                return (new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true), 2);
            case [0xFE, 0xFF, ..]:
                return (new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true), 2);
            default:
                break;
        }

        var head = Encoding.Latin1.GetString(document[..Math.Min(Declaration, document.Length)]);
        var name = Named().Match(head).Groups[1].Value.ToUpperInvariant();
        if (name is "" or "UTF-8" or "UTF8" or "US-ASCII" or "ASCII")
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true), 0);
        }

        if (Chinese.Contains(name))
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), 0);
        }

        remarks.Refuse(1, Words.AlertEncoding.With(AlertRemarks.Shown(name)));
        return (null, 0);
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Named();
}
