using System.Globalization;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>Cells in a rectangle, such as <c>A1:C2</c>.</summary>
/// <param name="FirstRow">The first row, from 1.</param>
/// <param name="LastRow">The last row.</param>
/// <param name="FirstColumn">The first column, from 0.</param>
/// <param name="LastColumn">The last column.</param>
internal sealed record CellArea(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    /// <summary>Reads an area.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static CellArea Parse(string text) => text.Split(':') switch
    {
        [var one] => new CellArea(RowOf(one), RowOf(one), ColumnOf(one), ColumnOf(one)),
        [var first, var last] => new CellArea(RowOf(first), RowOf(last), ColumnOf(first), ColumnOf(last)),
        _ => throw new FormatException(),
    };

    /// <summary>The column of a cell, from 0: 2 for <c>C7</c>.</summary>
    /// <exception cref="FormatException">It names no cell.</exception>
    public static int ColumnOf(string cell)
    {
        var letters = cell.TakeWhile(char.IsAsciiLetterUpper).ToArray();
        return letters.Length is > 0 and <= 3 ? letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1 : throw new FormatException();
    }

    private static int RowOf(string cell) => int.Parse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture);
}
