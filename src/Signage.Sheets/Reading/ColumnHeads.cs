using Signage.Core.Text;
using Signage.Sheets.Vocabulary;

namespace Signage.Sheets.Reading;

/// <summary>Finds the row of headings among titles and remarks: the first in which at least two columns are known, and none of them twice.</summary>
/// <param name="names">The headings of the kind of table.</param>
/// <param name="only">The member that makes a table all by itself; null when it takes two.</param>
internal sealed class ColumnHeads(ColumnNames names, string? only)
{
    /// <summary>The headings stand in one of the first rows, as many as this.</summary>
    public const int LastRow = 30;

    /// <summary>Those of slots.</summary>
    public static ColumnHeads Slots { get; } = new(OfficeWords.SlotColumns, null);

    /// <summary>Those of slogans, where a list of words alone will do.</summary>
    public static ColumnHeads Slogans { get; } = new(OfficeWords.SloganColumns, "text");

    /// <summary>The most columns that are known in one of some rows.</summary>
    public int MostKnown(IEnumerable<IReadOnlyList<string>> rows) => rows.Select(cells => Known(cells).Distinct().Count()).DefaultIfEmpty().Max();

    /// <summary>The table below the headings.</summary>
    /// <exception cref="SheetException">There are none.</exception>
    public SheetTable Find(Sheet sheet)
    {
        var first = sheet.Rows.TakeWhile(row => row.Number <= LastRow).ToArray();
        var header = first.FirstOrDefault(row => Known(row.Cells) is { Count: >= 2 } known && known.Distinct().Count() == known.Count)
            ?? first.FirstOrDefault(row => Known(row.Cells) is [var single] && single == only);
        if (header is not null)
        {
            return SheetTable.Below(sheet, header, names);
        }

        var twice = first.FirstOrDefault(row => Known(row.Cells).Distinct().Count() >= 2);
        throw new SheetException(twice is null
            ? Words.NoHeader.With(sheet.Path, LastRow, string.Join(' ', names.Headings))
            : Words.HeaderTwice.With(sheet.Path, twice.Number, names.HeadingOf(Known(twice.Cells).GroupBy(member => member).First(group => group.Count() > 1).Key)));
    }

    private List<string> Known(IReadOnlyList<string> cells) =>
        [.. cells.Select(names.MemberOf).OfType<string>().Where(member => member != ColumnNames.Remark)];
}
