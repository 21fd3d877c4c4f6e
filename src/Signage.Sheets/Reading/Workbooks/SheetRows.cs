using System.Globalization;
using System.Xml;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>The rows of a sheet, read once from the beginning to the end.</summary>
/// <param name="reader">The part of the sheet.</param>
/// <param name="cells">Reads its cells.</param>
internal sealed class SheetRows(XmlReader reader, CellReader cells)
{
    /// <summary>Hands on every row, and answers the merged areas.</summary>
    /// <exception cref="SheetException">There is more than may be.</exception>
    public IReadOnlyList<CellArea> ReadInto(RowCollector rows)
    {
        var (merged, number) = (new List<CellArea>(), 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row")
            {
                number = reader.GetAttribute("r") is { } named ? int.Parse(named, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
                rows.Add(number, Row());
            }
            else if (reader.LocalName == "mergeCell" && merged.Count < SheetBounds.Rows)
            {
                merged.Add(CellArea.Parse(reader.GetAttribute("ref") ?? ""));
            }
        }

        return merged;
    }

    private List<string> Row()
    {
        var row = new List<string>();
        if (reader.IsEmptyElement)
        {
            return row;
        }

        var (depth, column) = (reader.Depth, 0);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            column = reader.GetAttribute("r") is { } place ? CellArea.ColumnOf(place) : column;
            var text = cells.Read(reader);
            if (text.Length > 0)
            {
                // Far to the right nothing is kept but that there is something, to be refused.
                column = Math.Min(column, SheetBounds.Columns);
                row.AddRange(Enumerable.Repeat("", Math.Max(0, column + 1 - row.Count)));
                row[column] = text;
            }

            column++;
        }

        return row;
    }
}
