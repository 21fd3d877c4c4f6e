namespace Signage.Sheets;

/// <summary>One row of a table, as text.</summary>
/// <param name="Number">Its number, from 1, as Excel shows it.</param>
/// <param name="Cells">Its cells from the first column on; missing ones at the end are empty.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>True when nothing is in it.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>The text of a column, from 0; empty when the row ends before it.</summary>
    public string At(int column) => column < Cells.Count ? Cells[column] : "";
}
