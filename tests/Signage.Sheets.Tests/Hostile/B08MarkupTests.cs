using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Signage.Sheets.Tests.Hostile;

/// <summary>B08: the parts of a workbook are XML that somebody may have written by hand: entities, documents elsewhere, depth, numbers that are none.</summary>
public sealed class B08MarkupTests
{
    private const string Laughs = """<!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>""";
    private static readonly string[] EveryPart = [HostileBook.Root, HostileBook.Book, HostileBook.Relations, HostileBook.Strings, HostileBook.Styles, HostileBook.Sheet];

    private static readonly Dictionary<string, HostileCase> All = new(
    [
        .. EveryPart.SelectMany(part => (KeyValuePair<string, HostileCase>[])
        [
            new($"entities that grow, in {part}", Text(part, xml => Laughs + xml)),
            new($"nothing in {part}", Text(part, _ => "")),
            new($"cut off in the middle, {part}", Text(part, xml => xml[..(xml.Length / 2)])),
            new($"NUL in {part}", Text(part, xml => xml.Replace("/>", "\0/>", StringComparison.Ordinal).Replace("</", "\0</", StringComparison.Ordinal))),
        ]),
        new("a DTD without anything in it", Text(HostileBook.Sheet, xml => "<!DOCTYPE worksheet>" + xml)),
        new("a DTD elsewhere", Text(HostileBook.Sheet, xml => """<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">""" + xml)),
        new("an entity that is a file", Text(HostileBook.Sheet, xml => """<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>""" + xml.Replace("charity-01", "&x;", StringComparison.Ordinal))),
        new("an entity that is endless", Text(HostileBook.Sheet, xml => """<!DOCTYPE w [<!ENTITY x SYSTEM "file:///dev/zero">]>""" + xml.Replace("charity-01", "&x;", StringComparison.Ordinal))),
        new("a parameter entity", Text(HostileBook.Sheet, xml => """<!DOCTYPE w [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]>""" + xml)),
        new("an entity that nobody told", Text(HostileBook.Sheet, xml => xml.Replace("charity-01", "&lol;", StringComparison.Ordinal))),
        new("an inclusion, which is no cell", Sheet(rows => """<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>""" + rows, isRead: true)),
        new("a style sheet elsewhere, which is not asked for", HostileCase.Read(() => HostileBook.Text(HostileBook.Sheet, xml => """<?xml-stylesheet href="file:///etc/passwd"?>""" + xml))),
        new("a sheet outside of the archive", Text(HostileBook.Relations, xml => xml.Replace("worksheets/sheet7.xml", "../../../../../../etc/passwd", StringComparison.Ordinal))),
        new("a sheet at an address", Text(HostileBook.Relations, xml => xml.Replace("worksheets/sheet7.xml", "file:///etc/passwd", StringComparison.Ordinal))),
        new("a workbook that is itself", Text(HostileBook.Root, xml => xml.Replace("/xl/workbook.xml", "/_rels/.rels", StringComparison.Ordinal))),
        new("a sheet that is the list of its texts", Text(HostileBook.Relations, xml => xml.Replace("worksheets/sheet7.xml", "sharedStrings.xml", StringComparison.Ordinal), "找不到表头")),
        new("UTF-16 that says so", HostileCase.Read(() => Encoded(Encoding.Unicode, "utf-16"))),
        new("UTF-16 that says UTF-8", HostileCase.Refused(() => Encoded(Encoding.BigEndianUnicode, "utf-8", mark: false))),
        new("UTF-7, which nobody reads any more", Text(HostileBook.Sheet, xml => """<?xml version="1.0" encoding="utf-7"?>""" + xml)),
        new("an encoding that nobody knows", Text(HostileBook.Sheet, xml => """<?xml version="1.0" encoding="x-signage"?>""" + xml)),
        new("bytes that are no UTF-8", HostileCase.Refused(() => HostileBook.Instead(HostileBook.Sheet, part => part with { Content = [.. "<worksheet>"u8, 0xC0, 0xAF, .. "</worksheet>"u8] }))),
        new("a sign by number that is none", Sheet(rows => rows.Replace("charity-01", "&#0;", StringComparison.Ordinal))),
        new("half a sign by number", Sheet(rows => rows.Replace("charity-01", "&#xD800;", StringComparison.Ordinal))),
        new("two roots", Text(HostileBook.Sheet, xml => xml + xml)),
        new("an attribute twice", Sheet(rows => rows.Replace("<row r=\"2\"", "<row r=\"2\" r=\"3\"", StringComparison.Ordinal))),
        new("a prefix that nobody told", Sheet(rows => rows + "<evil:row/>")),
        new("100,000 elements deep", Sheet(rows => rows + string.Concat(Enumerable.Repeat("<a>", 100_000))) with { Most = 256 << 20 }),
        new("100,000 attributes", Sheet(rows => $"<row {string.Join(' ', Enumerable.Range(0, 100_000).Select(at => string.Create(CultureInfo.InvariantCulture, $"a{at}=\"\"")))}/>{rows}", isRead: true) with { Most = 256 << 20 }),
        new("a comment of 8 MiB", Sheet(rows => $"<!--{new string('x', 8 << 20)}-->{rows}", isRead: true)),
        new("16,384 columns and more in one row", Sheet(rows => rows + $"<row r=\"3\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_048_576))}</row>", says: "第 64 列") with { Most = 64 << 20 }),
        new("a cell in the column after all columns", Sheet(rows => rows + "<row r=\"3\"><c r=\"AAAA3\"><v>1</v></c></row>")),
        new("a cell without a column", Sheet(rows => rows + "<row r=\"3\"><c r=\"3\"><v>1</v></c></row>")),
        new("row 0", Sheet(rows => rows + "<row r=\"0\"/>", isRead: true)),
        new("row -1", Sheet(rows => rows + "<row r=\"-1\"/>")),
        new("row 2^31", Sheet(rows => rows + "<row r=\"2147483648\"/>")),
        new("row 99999999999999999999", Sheet(rows => rows + "<row r=\"99999999999999999999\"/>")),
        new("row 1e5", Sheet(rows => rows + "<row r=\"1e5\"/>")),
        new("200,001 rows", Sheet(rows => rows + string.Concat(Enumerable.Repeat("<row/>", 200_001)), says: "200000 行")),
        new("text -1 of the shared", Sheet(rows => rows + "<row r=\"3\"><c t=\"s\"><v>-1</v></c></row>")),
        new("text 2^31 of the shared", Sheet(rows => rows + "<row r=\"3\"><c t=\"s\"><v>2147483648</v></c></row>")),
        new("format -1", Sheet(rows => rows + "<row r=\"3\"><c s=\"-1\"><v>1</v></c></row>")),
        new("format 2^31", Sheet(rows => rows + "<row r=\"3\"><c s=\"2147483648\"><v>1</v></c></row>")),
        new("a number that is none", Sheet(rows => rows + "<row r=\"3\"><c><v>12abc</v></c></row>")),
        new("a merged area of three cells", Merged("A1:B2:C3")),
        new("a merged area of nothing", Merged("")),
        new("a merged area of row 2^31", Merged("A1:B2147483648")),
        new("a merged area backwards", HostileCase.Read(() => HostileBook.InRows(HostileBook.Rows, "<mergeCells><mergeCell ref=\"B2:A2\"/></mergeCells>"))),
        new("250,000 merged areas of nothing", HostileCase.Read(() => HostileBook.InRows(HostileBook.Rows, $"<mergeCells>{string.Concat(Enumerable.Repeat("<mergeCell ref=\"C3\"/>", 250_000))}</mergeCells>")) with { Most = 256 << 20 }),
        new("a cell of 1 MiB", Sheet(rows => rows.Replace("charity-01", new string('慈', 1 << 20), StringComparison.Ordinal), says: "4000")),
        new("a shared text of 1 MiB that no cell has", HostileCase.Read(() => HostileBook.Text(HostileBook.Strings, xml => xml.Replace("</sst>", $"<si><t>{new string('x', 1 << 20)}</t></si></sst>", StringComparison.Ordinal)))),
        new("one shared text of 3,900 signs in 20,000 cells", Shared(20_000)),
        new("200,000 shared texts that no cell has", HostileCase.Read(() => HostileBook.Text(HostileBook.Strings, xml => xml.Replace("</sst>", $"{string.Concat(Enumerable.Repeat("<si><t>x</t></si>", 200_000))}</sst>", StringComparison.Ordinal))) with { Most = 256 << 20 }),
    ]);

    public static TheoryData<string> Cases => [.. All.Keys];

    public static TheoryData<string> Bombs => [.. EveryPart];

    [Theory]
    [MemberData(nameof(Cases))]
    public void B08_Markup_WhenItIsHostile_IsRefusedInWordsOrRead(string name) => HostileFolder.Hold(name, All[name], ".xlsx");

    /// <summary>Spaces, 1,000 to one: what a part unpacks to is counted, not kept, in whichever part they are.</summary>
    [Theory]
    [MemberData(nameof(Bombs))]
    public void B08_Part_WhenItUnpacksToAThousandTimesItself_IsRefusedAndNotKept(string part)
    {
        var bomb = Bomb(part);
        Assert.InRange(bomb.Length, 1, 512 << 10);
        HostileFolder.Hold(part, HostileCase.Refused(() => bomb, "256 MB"), ".xlsx");
    }

    [Fact]
    public void B08_Entity_WhenItIsAnAddress_AsksNobody()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        HostileFolder.Hold("entity", Text(HostileBook.Sheet, xml => $"""<!DOCTYPE w SYSTEM "http://{server.LocalEndpoint}/w.dtd" [<!ENTITY x SYSTEM "http://{server.LocalEndpoint}/x">]>""" + xml.Replace("charity-01", "&x;", StringComparison.Ordinal)), ".xlsx");
        HostileFolder.Hold("relation", Text(HostileBook.Relations, xml => xml.Replace("worksheets/sheet7.xml", $"http://{server.LocalEndpoint}/sheet.xml", StringComparison.Ordinal)), ".xlsx");
        Assert.False(server.Pending());
    }

    private static HostileCase Text(string part, Func<string, string> other, string says = HostileCase.NotWhole) => HostileCase.Refused(() => HostileBook.Text(part, other), says);

    private static HostileCase Sheet(Func<string, string> rows, string says = HostileCase.NotWhole, bool isRead = false) => isRead
        ? HostileCase.Read(() => HostileBook.InRows(rows(HostileBook.Rows)))
        : HostileCase.Refused(() => HostileBook.InRows(rows(HostileBook.Rows)), says);

    private static HostileCase Merged(string area) => HostileCase.Refused(() => HostileBook.InRows(HostileBook.Rows, $"<mergeCells><mergeCell ref=\"{area}\"/></mergeCells>"));

    // 20,000 times 3,900 letters are more than may stand in a sheet, though the text is in the file only once.
    private static HostileCase Shared(int cells) => HostileCase.Refused(
        () => new ForgedZip([.. HostileBook.Parts.Select(part => ForgedEntry.Of(part.Key, part.Key switch
        {
            HostileBook.Strings => part.Value.Replace("</sst>", $"<si><t>{new string('x', 3_900)}</t></si></sst>", StringComparison.Ordinal),
            HostileBook.Sheet => part.Value.Replace("</sheetData>", $"{string.Concat(Enumerable.Repeat("<row><c t=\"s\"><v>0</v></c></row>", cells))}</sheetData>", StringComparison.Ordinal),
            _ => part.Value,
        }).Deflated())]).Bytes(),
        "64");

    private static byte[] Encoded(Encoding encoding, string says, bool mark = true) => HostileBook.Instead(HostileBook.Sheet, part =>
        part with { Content = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes($"""<?xml version="1.0" encoding="{says}"?>""" + Encoding.UTF8.GetString(part.Content))] });

    private static byte[] Bomb(string part) => HostileBook.Instead(part, one => Spaces.Value with { Name = one.Name });

    // Packed once for all parts.
    private static readonly Lazy<ForgedEntry> Spaces = new(() =>
    {
        var spaces = new byte[257 << 20];
        spaces.AsSpan().Fill((byte)' ');
        "<x>"u8.CopyTo(spaces);
        "</x>"u8.CopyTo(spaces.AsSpan()[^4..]);
        return (ForgedEntry.Of("", "") with { Content = spaces, Crc = 0 }).Deflated();
    });
}
