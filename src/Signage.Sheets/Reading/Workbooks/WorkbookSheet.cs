using System.Xml;
using Signage.Core.Text;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>The first visible sheet of an <c>.xlsx</c> file (ECMA-376, part 1, section 18) as a table.</summary>
internal static class WorkbookSheet
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads it.</summary>
    /// <exception cref="SheetException">It is no workbook, or larger than it may be.</exception>
    public static Sheet Read(string path, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(OldOffice))
        {
            throw new SheetException(Words.WorkbookOldOrLocked.With(path));
        }

        try
        {
            using var parts = new WorkbookParts(path, bytes);
            var book = WorkbookIndex.Read(parts) ?? throw new SheetException(Words.NotAWorkbook.With(path));
            var rows = new RowCollector(path);
            var cells = new CellReader(SharedStrings.Read(parts, book.StringsPart), NumberFormats.Read(parts, book.StylesPart), book.Is1904);
            using var reader = parts.Open(book.SheetPart) ?? throw new SheetException(Words.NotAWorkbook.With(path));
            var merged = new SheetRows(reader, cells).ReadInto(rows);
            IReadOnlyList<SheetRow> all = merged.Count == 0 ? rows.Rows : MergedAreas.Filled(path, rows.Rows, merged);
            return new Sheet(path, all, book.Others.Count == 0 ? [] : [Words.OtherSheets.With(path, book.Name, string.Join(", ", book.Others))]);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            throw new SheetException(Words.NotAWorkbook.With(path), broken);
        }
    }
}
