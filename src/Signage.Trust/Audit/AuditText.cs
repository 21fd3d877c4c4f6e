using System.Buffers;
using System.Globalization;
using System.Text;

namespace Signage.Trust.Audit;

/// <summary>
/// Texts in the lines of an export. What stands there as it is, is listed here by number and not asked of Unicode tables, which grow: a line that was good once
/// is good for ever. Everything else is escaped: line breaks, controls, invisible signs, signs that turn the direction of reading, and rare scripts too.
/// </summary>
internal static class AuditText
{
    // Printable ASCII, the marks of Chinese texts, the ideographs of the base block and extension A, and full-width forms.
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Between(' ', '~').Where(letter => letter is not ('"' or '\\')), '·', '—', '‘', '’', '“', '”', '…',
        .. Between('\u3001', '\u3029'), .. Between('\u3400', '\u4dbf'), .. Between('\u4e00', '\u9fff'), .. Between('\uff01', '\uff5e'),
    ]);

    /// <summary>Appends a text in quotes.</summary>
    public static StringBuilder Quoted(this StringBuilder line, string text)
    {
        line.Append('"');
        foreach (var letter in text)
        {
            _ = letter is '"' or '\\' ? line.Append('\\').Append(letter)
                : Plain.Contains(letter) ? line.Append(letter)
                : line.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }

        return line.Append('"');
    }

    private static IEnumerable<char> Between(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
