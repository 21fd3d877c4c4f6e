using Signage.Core.Text;
using Signage.Sheets.Writing;

namespace Signage.Sheets.Reading;

/// <summary>A <c>.csv</c> file as a table. Its separator is the one with which its heading makes the most sense.</summary>
internal static class CsvSheet
{
    private static readonly char[] Separators = [',', ';', '\t', '\uFF0C'];

    /// <summary>Reads it.</summary>
    /// <exception cref="SheetException">It is no text, or larger than it may be.</exception>
    public static Sheet Read(string path, byte[] bytes, ColumnHeads heads)
    {
        var text = CsvText.Read(path, bytes);
        var records = new CsvRecords(text, Separators.MaxBy(separator => heads.MostKnown(First(text, separator))));
        var rows = new RowCollector(path);
        for (var number = 1; records.Next() is { } fields; number++)
        {
            if (records.IsOpen)
            {
                throw new SheetException(Words.CsvQuoteOpen.With(path, number));
            }

            rows.Add(number, [.. fields.Select(FormulaGuard.Unprotected)]);
        }

        return new Sheet(path, rows.Rows, []);
    }

    private static IEnumerable<IReadOnlyList<string>> First(string text, char separator)
    {
        var records = new CsvRecords(text, separator);
        for (var row = 0; row < ColumnHeads.LastRow && records.Next() is { } fields; row++)
        {
            yield return fields;
        }
    }
}
