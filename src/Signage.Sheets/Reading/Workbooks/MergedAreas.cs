using Signage.Core.Text;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>Merged cells: Excel keeps the text in the first of them, and a person sees it in all.</summary>
internal static class MergedAreas
{
    private const int MostCovered = 2_000_000;

    /// <summary>The rows with the text of each merged area in every cell that it covers, as far as rows and columns are read. A row that has nothing else stays empty.</summary>
    /// <exception cref="SheetException">There is more than may be.</exception>
    public static IReadOnlyList<SheetRow> Filled(string path, IReadOnlyList<SheetRow> rows, IReadOnlyList<CellArea> areas)
    {
        var (cells, covered) = (rows.ToDictionary(row => row.Number, row => row.Cells.ToList()), 0L);
        foreach (var area in areas)
        {
            var text = cells.TryGetValue(area.FirstRow, out var first) && area.FirstColumn < first.Count ? first[area.FirstColumn] : "";
            for (var row = area.FirstRow; text.Length > 0 && row <= Math.Min(area.LastRow, SheetBounds.Rows); row++)
            {
                covered += Math.Clamp(area.LastColumn - area.FirstColumn, 0, SheetBounds.Columns) + 1;
                if (covered > MostCovered)
                {
                    throw new SheetException(Words.MergedTooMuch.With(path, MostCovered));
                }

                if (cells.TryGetValue(row, out var under))
                {
                    Fill(under, area, text);
                }
            }
        }

        var filled = new RowCollector(path);
        foreach (var row in rows)
        {
            filled.Add(row.Number, cells[row.Number]);
        }

        return filled.Rows;
    }

    private static void Fill(List<string> row, CellArea area, string text)
    {
        var last = Math.Min(area.LastColumn, SheetBounds.Columns - 1);
        row.AddRange(Enumerable.Repeat("", Math.Max(0, last + 1 - row.Count)));
        for (var column = area.FirstColumn; column <= last; column++)
        {
            row[column] = text;
        }
    }
}
