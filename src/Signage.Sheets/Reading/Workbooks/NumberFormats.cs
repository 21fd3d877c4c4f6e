using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Signage.Sheets.Reading.Workbooks;

/// <summary>Which cell formats show a number as a day or a time.</summary>
internal static partial class NumberFormats
{
    /// <summary>True for each format of a cell, by number, that shows a day or a time.</summary>
    public static IReadOnlyList<bool> Read(WorkbookParts parts, string part)
    {
        var (own, cells, inCells) = (new Dictionary<int, bool>(), new List<bool>(), false);
        using var reader = part.Length == 0 ? null : parts.Open(part);
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs")
            {
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && reader.GetAttribute("formatCode") is { } code)
            {
                own[Number(reader)] = IsDay(code);
            }
            else if (inCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var number = Number(reader);
                cells.Add(own.TryGetValue(number, out var isDay) ? isDay : IsBuiltInDay(number));
            }
        }

        return cells;
    }

    private static int Number(XmlReader reader) => int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // ECMA-376, section 18.8.30: 27 to 36 and 50 to 58 are days in Chinese and its neighbours.
    private static bool IsBuiltInDay(int number) => number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool IsDay(string code) => Quiet().Replace(code, "").Any(letter => letter is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'm' or 'M' or 'e');

    // What is shown as it stands, colours and conditions; and the word General, which has an e.
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quiet();
}
