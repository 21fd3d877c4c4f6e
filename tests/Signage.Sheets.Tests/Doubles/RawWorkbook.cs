using System.IO.Compression;
using System.Text;

namespace Signage.Sheets.Tests.Doubles;

/// <summary>A workbook from raw parts, as other programs write them; nothing of the reader or of the writer is in it.</summary>
internal sealed class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>What stands between <c>sheetData</c>, such as rows.</summary>
    public string Rows { get; init; } = "";

    /// <summary>The merged areas, such as <c>A1:D1</c>.</summary>
    public string[] Merged { get; init; } = [];

    /// <summary>The shared texts, each inside of <c>si</c>.</summary>
    public string[] Shared { get; init; } = [];

    /// <summary>Format 1 is a day, 2 a time, 3 a day with Chinese in it, 4 plain.</summary>
    public bool Is1904 { get; init; }

    /// <summary>Sheets before the one with the rows; they are hidden.</summary>
    public bool HasHiddenFirst { get; init; }

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""");
            Put(zip, "_rels/.rels", Relations(("b", "officeDocument", "/xl/workbook.xml")));
            var hidden = HasHiddenFirst ? """<sheet name="旧" sheetId="9" state="hidden" r:id="h"/>""" : "";
            Put(zip, "xl/workbook.xml", $"""
                <x:workbook xmlns:x="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:workbookPr date1904="{(Is1904 ? "true" : "false")}"/><x:sheets>{hidden.Replace("<sheet", "<x:sheet", StringComparison.Ordinal)}<x:sheet name="表" sheetId="1" r:id="s"/></x:sheets></x:workbook>
                """);
            Put(zip, "xl/_rels/workbook.xml.rels", Relations(("h", "worksheet", "worksheets/old.xml"), ("s", "worksheet", "worksheets/sheet7.xml"), ("t", "sharedStrings", "sharedStrings.xml"), ("f", "styles", "styles.xml")));
            Put(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(Shared.Select(text => $"<si>{text}</si>"))}</sst>""");
            Put(zip, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[Red]General&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
                """);
            Put(zip, "xl/worksheets/old.xml", $"""<worksheet xmlns="{Main}"><sheetData><row><c t="str"><v>x</v></c></row></sheetData></worksheet>""");
            var areas = Merged.Length == 0 ? "" : $"<mergeCells>{string.Concat(Merged.Select(area => $"""<mergeCell ref="{area}"/>"""))}</mergeCells>";
            Put(zip, "xl/worksheets/sheet7.xml", $"""<worksheet xmlns="{Main}"><sheetData>{Rows}</sheetData>{areas}</worksheet>""");
        }

        return bytes.ToArray();
    }

    /// <summary>A row of texts, each in a cell of its own kind of text.</summary>
    public static string Row(int number, params string[] texts) => $"""<row r="{number}">{string.Concat(texts.Select((text, column) =>
        text.Length == 0 ? "" : $"""<c r="{(char)('A' + column)}{number}" t="inlineStr"><is><t>{text}</t></is></c>"""))}</row>""";

    private static string Relations(params (string Id, string Type, string Target)[] all) => $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(all.Select(one => $"""<Relationship Id="{one.Id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{one.Type}" Target="{one.Target}"/>"""))}</Relationships>
        """;

    private static void Put(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }
}
