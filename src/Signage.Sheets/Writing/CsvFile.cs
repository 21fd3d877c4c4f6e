using System.Buffers;
using System.Text;

namespace Signage.Sheets.Writing;

/// <summary>Rows as a <c>.csv</c> file: UTF-8 with its mark in front, by which Excel knows the Chinese in it, and nothing in it that Excel takes for a formula.</summary>
internal static class CsvFile
{
    private const string LineEnd = "\r\n";
    private static readonly SearchValues<char> Quoting = SearchValues.Create(",;\"\r\n\t");
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>The bytes of the file.</summary>
    public static byte[] Bytes(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = string.Concat(rows.Select(cells => string.Join(',', cells.Select(cell => Quoted(FormulaGuard.Protected(cell)))) + LineEnd));
        return [.. Marked.GetPreamble(), .. Marked.GetBytes(text)];
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Quoting) || cell.StartsWith(' ') || cell.EndsWith(' ') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
