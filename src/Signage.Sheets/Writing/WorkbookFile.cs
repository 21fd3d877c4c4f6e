using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Signage.Sheets.Writing;

/// <summary>Rows as an <c>.xlsx</c> file with one sheet. Every cell is a text and shown as one, so that nothing is a formula and no day changes its form.</summary>
internal static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string TextStyle = "1";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    // The earliest that an archive can say: the same rows are the same bytes.
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of the file.</summary>
    public static byte[] Bytes(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Raw(zip, "[Content_Types].xml", $"""
                <Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
                """);
            Raw(zip, "_rels/.rels", $"""
                <Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """);
            Raw(zip, "xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="signage" sheetId="1" r:id="rId1"/></sheets></workbook>
                """);
            Raw(zip, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
                """);

            // Format 49 is text: what is typed into such a cell later is no formula either.
            Raw(zip, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
                """);
            SheetPart(zip, rows);
        }

        return bytes.ToArray();
    }

    private static void Raw(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(Part(zip, name), Settings.Encoding);
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml);
    }

    private static Stream Part(ZipArchive zip, string name)
    {
        var part = zip.CreateEntry(name, CompressionLevel.Fastest);
        part.LastWriteTime = Undated;
        return part.Open();
    }

    private static void SheetPart(ZipArchive zip, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var part = Part(zip, "xl/worksheets/sheet1.xml");
        using var writer = XmlWriter.Create(part, Settings);
        writer.WriteStartElement("worksheet", Main);
        writer.WriteStartElement("sheetData", Main);
        foreach (var cells in rows)
        {
            writer.WriteStartElement("row", Main);
            foreach (var cell in cells)
            {
                writer.WriteStartElement("c", Main);
                writer.WriteAttributeString("s", TextStyle);
                if (cell.Length > 0)
                {
                    Text(writer, cell);
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Text(XmlWriter writer, string cell)
    {
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Main);
        writer.WriteStartElement("t", Main);
        writer.WriteAttributeString("xml", "space", null, "preserve");

        // XML has no way to say a control character; none of them can be lit.
        writer.WriteString(string.Concat(cell.Where(letter => letter is '\t' or '\n' || !char.IsControl(letter))));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
