using System.IO.Compression;
using System.Text;
using Signage.Sheets.Tests.Doubles;

namespace Signage.Sheets.Tests.Hostile;

/// <summary>A good workbook with one slot in it, part by part, and what somebody did to it.</summary>
internal static class HostileBook
{
    public const string Sheet = "xl/worksheets/sheet7.xml";
    public const string Strings = "xl/sharedStrings.xml";
    public const string Styles = "xl/styles.xml";
    public const string Book = "xl/workbook.xml";
    public const string Root = "_rels/.rels";
    public const string Relations = "xl/_rels/workbook.xml.rels";

    /// <summary>The rows of the good one.</summary>
    public static string Rows { get; } = RawWorkbook.Row(1, "编号", "节目") + RawWorkbook.Row(2, "a", "charity-01");

    /// <summary>Its parts by name.</summary>
    public static IReadOnlyDictionary<string, string> Parts { get; } = PartsOf(new RawWorkbook { Rows = Rows }.Bytes());

    /// <summary>Its entries.</summary>
    public static ForgedEntry[] Entries => [.. Parts.Select(part => ForgedEntry.Of(part.Key, part.Value))];

    /// <summary>The good one with further entries behind its own.</summary>
    public static byte[] With(params ForgedEntry[] further) => new ForgedZip([.. Entries, .. further]).Bytes();

    /// <summary>The good one with another entry in the place of one of its own.</summary>
    public static byte[] Instead(string part, Func<ForgedEntry, ForgedEntry> other) =>
        new ForgedZip([.. Parts.Select(one => ForgedEntry.Of(one.Key, one.Value)).Select(one => Encoding.UTF8.GetString(one.Name) == part ? other(one) : one)]).Bytes();

    /// <summary>The good one with another text in a part; deflated, so that a bomb is small.</summary>
    public static byte[] Text(string part, Func<string, string> other) =>
        Instead(part, one => (one with { Content = Encoding.UTF8.GetBytes(other(Parts[part])) }).Deflated());

    /// <summary>The good one with other rows, and perhaps something behind them.</summary>
    public static byte[] InRows(string rows, string behind = "", bool is1904 = false) => Parted(new RawWorkbook { Rows = rows, Is1904 = is1904 }, behind);

    private static byte[] Parted(RawWorkbook workbook, string behind)
    {
        var parts = PartsOf(workbook.Bytes());
        return new ForgedZip([.. parts.Select(part => ForgedEntry.Of(part.Key, part.Value.Replace("</sheetData>", $"</sheetData>{behind}", StringComparison.Ordinal)).Deflated())]).Bytes();
    }

    private static Dictionary<string, string> PartsOf(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(part => part.FullName, part =>
        {
            using var reader = new StreamReader(part.Open());
            return reader.ReadToEnd();
        });
    }
}
