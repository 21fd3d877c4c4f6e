using Signage.Core.Text;

namespace Signage.Sheets.Reading;

/// <summary>Takes in the rows of a file one after the other and holds them to <see cref="SheetBounds"/>.</summary>
/// <param name="path">The file, for complaints.</param>
internal sealed class RowCollector(string path)
{
    private readonly List<SheetRow> _rows = [];
    private long _letters;

    /// <summary>The rows that are not empty.</summary>
    public IReadOnlyList<SheetRow> Rows => _rows;

    /// <summary>Takes in a row. Empty ones only count.</summary>
    /// <exception cref="SheetException">There are too many rows, columns or characters.</exception>
    public void Add(int number, IReadOnlyList<string> cells)
    {
        if (number > SheetBounds.Rows)
        {
            throw new SheetException(Words.SheetTooLong.With(path, SheetBounds.Rows));
        }

        var row = new SheetRow(number, cells);
        if (row.IsEmpty)
        {
            return;
        }

        for (var column = SheetBounds.Columns; column < cells.Count; column++)
        {
            if (!string.IsNullOrWhiteSpace(cells[column]))
            {
                throw new SheetException(Words.SheetTooWide.With(path, number, SheetBounds.Columns));
            }
        }

        for (var column = 0; column < cells.Count; column++)
        {
            _letters += cells[column].Length;
            if (cells[column].Length > SheetBounds.CellLength)
            {
                throw new SheetException(Words.CellTooLong.With(path, number, column + 1, SheetBounds.CellLength));
            }
        }

        if (_letters > SheetBounds.AllLetters)
        {
            throw new SheetException(Words.SheetTooMuch.With(path, SheetBounds.AllLetters >> 20));
        }

        _rows.Add(row);
    }
}
