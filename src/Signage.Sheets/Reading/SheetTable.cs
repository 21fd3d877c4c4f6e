using Signage.Core.Text;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Reading;

/// <summary>The rows below the headings, read by the member that each column stands for.</summary>
/// <param name="Path">The file.</param>
/// <param name="Columns">The place and the heading of each column that is known, by member.</param>
/// <param name="Rows">The rows with something to read in them.</param>
/// <param name="Notes">What was passed over.</param>
internal sealed record SheetTable(
    string Path, IReadOnlyDictionary<string, (int Place, string Heading)> Columns, IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>What stands below a row of headings. The headings once more, as on the second page of a print, and remarks over the whole width are passed over.</summary>
    public static SheetTable Below(Sheet sheet, SheetRow header, ColumnNames names)
    {
        var heads = header.Cells.Select((heading, place) => (Heading: Shown(heading), Place: place, Member: names.MemberOf(heading))).Where(head => head.Heading.Length > 0).ToArray();
        var columns = heads.Where(head => head.Member is not null and not ColumnNames.Remark).ToDictionary(head => head.Member!, head => (head.Place, head.Heading));
        var unknown = heads.Where(head => head.Member is null).Select(head => head.Heading).Distinct().ToArray();
        return new SheetTable(
            sheet.Path,
            columns,
            [.. sheet.Rows.Where(row => row.Number > header.Number && !row.Cells.SequenceEqual(header.Cells) && !IsRemark(row) && columns.Values.Any(column => !string.IsNullOrWhiteSpace(row.At(column.Place))))],
            [.. sheet.Notes, .. unknown.Length == 0 ? (string[])[] : [Words.ColumnsUnknown.With(sheet.Path, string.Join(' ', unknown))]]);
    }

    /// <summary>The text of a member in a row, without the spaces around it; empty when the table has no such column.</summary>
    public string At(SheetRow row, string member) => Columns.TryGetValue(member, out var column) ? row.At(column.Place).Trim() : "";

    /// <summary>A line about a cell: file, row, heading, what stands there, and what is wrong with it.</summary>
    public string Complaint(SheetRow row, string member, string reason)
    {
        var text = Shown(At(row, member));
        return Words.CellWrong.With(Path, row.Number, Columns.TryGetValue(member, out var column) ? column.Heading : member, text.Length > Longest ? text[..Longest] + "…" : text, reason);
    }

    private const int Longest = 60;

    // One text, alone or in merged cells, that says it is a remark.
    private static bool IsRemark(SheetRow row)
    {
        var texts = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Distinct().ToArray();
        return texts is [var only] && Folding.Plain(only) is var text && OfficeWords.RemarkBeginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal));
    }

    private static string Shown(string text) => string.Concat(text.Trim().ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter)));
}
