using System.Text.Json.Nodes;
using Signage.Core.Text;
using Signage.Sheets.Cells;
using Signage.Sheets.Reading;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Slogans;

/// <summary>A slogan of a table.</summary>
/// <param name="Row">Its row, as Excel shows it.</param>
/// <param name="Text">The words.</param>
/// <param name="Id">Its id; null where the table has none.</param>
/// <param name="Tone">Its mood: plain, joyful or solemn; null where the table says none.</param>
public sealed record SloganLine(int Row, string Text, string? Id, string? Tone = null);

/// <summary>A table of slogans.</summary>
/// <param name="Slogans">The slogans, in the order of the rows.</param>
/// <param name="Notes">What was passed over.</param>
public sealed record SloganTable(IReadOnlyList<SloganLine> Slogans, IReadOnlyList<string> Notes)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="SheetException">It is no table of slogans, or has mistakes.</exception>
    /// <exception cref="IOException">The disk does not give it.</exception>
    public static SloganTable Read(string path)
    {
        var table = ColumnHeads.Slogans.Find(Sheet.ReadSlogans(path));
        if (!table.Columns.ContainsKey("text"))
        {
            throw new SheetException(Words.NoTextColumn.With(path, OfficeWords.SloganColumns.HeadingOf("text")));
        }

        var mistakes = new List<string>(table.Rows.Where(row => table.At(row, "text").Length == 0).Select(row => table.Complaint(row, "text", Words.CellEmpty)));
        SloganLine[] slogans = [.. table.Rows.Select(row => new SloganLine(row.Number, table.At(row, "text"), Id(table, row), Tone(table, row, mistakes)))];
        return mistakes.Count > 0 ? throw new SheetException(SheetMistakes.Bounded(mistakes))
            : table.Rows.Count == 0 ? throw new SheetException(Words.NoRows.With(path))
            : new SloganTable(slogans, table.Notes);
    }

    /// <summary>Slogans, as a site tells them, as rows of text below a row of headings; read again they are the same slogans.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(IEnumerable<JsonObject> slogans)
    {
        ArgumentNullException.ThrowIfNull(slogans);
        return slogans.Select(slogan => (IReadOnlyList<string>)[$"{slogan["programme"]}", $"{slogan["text"]}", OfficeWords.ToneWord($"{slogan["tone"]}")])
            .Prepend([OfficeWords.SloganColumns.HeadingOf("id"), OfficeWords.SloganColumns.HeadingOf("text"), OfficeWords.SloganColumns.HeadingOf("tone")]);
    }

    private static string? Id(SheetTable table, SheetRow row) => table.At(row, "id") is { Length: > 0 } id ? id : null;

    private static string? Tone(SheetTable table, SheetRow row, List<string> mistakes)
    {
        try
        {
            return table.At(row, "tone") is { Length: > 0 } tone ? WordCells.Tone(tone) : null;
        }
        catch (FormatException wrong)
        {
            mistakes.Add(table.Complaint(row, "tone", wrong.Message));
            return null;
        }
    }
}
