using System.Text;

namespace Signage.Sheets.Tests.Hostile;

/// <summary>
/// B08: a workbook is an archive. Names that lead elsewhere, bombs, and a directory that lies about what is in it: the file is refused in words or its one
/// slot is read, nothing is written anywhere, and no more memory is taken than a workbook of that size may cost.
/// </summary>
public sealed class B08ArchiveTests
{
    private const uint Link = 0xA1FF;
    private static readonly ForgedEntry Further = ForgedEntry.Of(HostileFolder.Mark, "x");
    private static readonly Lazy<byte[]> Good = new(() => HostileBook.With());

    private static readonly Dictionary<string, HostileCase> All = new()
    {
        ["name one folder up"] = Named($"../{HostileFolder.Mark}"),
        ["name many folders up"] = Named($"../../../../../../../../{HostileFolder.Mark}"),
        ["name from the root"] = Named($"/{HostileFolder.Mark}"),
        ["name of another drive"] = Named($@"C:\{HostileFolder.Mark}"),
        ["name up in Windows' way"] = Named($@"..\..\{HostileFolder.Mark}"),
        ["name of a share"] = Named($@"\\127.0.0.1\c$\{HostileFolder.Mark}"),
        ["name with NUL"] = Named($"xl/\0{HostileFolder.Mark}"),
        ["name with line breaks and an escape"] = Named($"xl/\r\n\u001b[2J{HostileFolder.Mark}"),
        ["name of a device"] = Named("CON"),
        ["name that is a dot"] = Named("."),
        ["no name"] = Named(""),
        ["name of 65,535 bytes"] = Named(new string('x', ushort.MaxValue)),
        ["name in GBK without a flag"] = HostileCase.Read(() => HostileBook.With(Further with { Name = Convert.FromHexString("B1EDB8F12E786D6C"), Flags = 0 })),
        ["name in code page 437"] = HostileCase.Read(() => HostileBook.With(Further with { Name = [0x81, 0x9A, 0xE1], Flags = 0 })),
        ["name that says UTF-8 and is not"] = HostileCase.Read(() => HostileBook.With(Further with { Name = [0xC0, 0xAF, 0xFF, 0xFE] })),
        ["name in overlong UTF-8"] = HostileCase.Read(() => HostileBook.With(Further with { Name = [0xC0, 0xAE, 0xC0, 0xAE, 0xC0, 0xAF, 0x78] })),
        ["link to a file of the system"] = HostileCase.Read(() => HostileBook.With(ForgedEntry.Of(HostileFolder.Mark, "/etc/passwd") with { UnixMode = Link })),
        ["link in the place of the sheet"] = HostileCase.Refused(() => HostileBook.Instead(HostileBook.Sheet, part => part with { Content = "/etc/passwd"u8.ToArray(), UnixMode = Link })),
        ["sheet with a Chinese name in UTF-8"] = HostileCase.Read(() => Renamed(Encoding.UTF8.GetBytes("xl/worksheets/表.xml"), ForgedEntry.NameIsUtf8)),
        ["sheet with a Chinese name in GBK, which nobody can find"] = HostileCase.Refused(() => Renamed([.. "xl/worksheets/"u8, 0xB1, 0xED, .. ".xml"u8], 0)),
        ["10,000 further entries"] = HostileCase.Read(() => HostileBook.With([.. Enumerable.Range(0, 10_000).Select(at => ForgedEntry.Of($"{HostileFolder.Mark}/{at}", ""))])),
        ["sheet twice, the first one counts"] = HostileCase.Read(() => HostileBook.With(ForgedEntry.Of(HostileBook.Sheet, "<broken"))),
        ["every part a thousand times"] = HostileCase.Read(() => HostileBook.With([.. Enumerable.Range(0, 1000).SelectMany(_ => HostileBook.Entries)])),
        ["archive in an archive in an archive"] = HostileCase.Read(() => HostileBook.With(new ForgedEntry(Further.Name, HostileBook.With(new ForgedEntry(Further.Name, Good.Value))))),
        ["one content under 1,000 names"] = HostileCase.Read(() => HostileBook.With([.. Enumerable.Range(0, 1000).Select(at => ForgedEntry.Of($"{HostileFolder.Mark}{at}", "") with { Offset = 0, PackedSize = 1 << 20, Size = 1 << 30 })])),
        ["encrypted sheet"] = HostileCase.Refused(() => Sheet(part => part with { Flags = ForgedEntry.Encrypted, Content = [.. new byte[12], .. part.Content] })),
        ["packed in a way that nobody knows"] = HostileCase.Refused(() => Sheet(part => part with { Method = 99 })),
        ["packed with LZMA"] = HostileCase.Refused(() => Sheet(part => part with { Method = 14 })),
        ["said to be deflated, and is not"] = HostileCase.Refused(() => Sheet(part => part with { Method = 8 })),
        ["deflated, and cut off"] = HostileCase.Refused(() => Sheet(part => part.Deflated() is var packed ? packed with { Content = packed.Content[..^20] } : part)),
        ["deflated, and noise"] = HostileCase.Refused(() => Sheet(part => part with { Method = 8, Content = Noise(500) })),
        ["another checksum"] = HostileCase.Read(() => Sheet(part => part with { Crc = 0xDEADBEEF })),
        ["size 0"] = HostileCase.Refused(() => Sheet(part => part.Deflated() with { Size = 0, PackedSize = 0 })),
        ["packed size of 4 GiB"] = HostileCase.Refused(() => Sheet(part => part with { PackedSize = uint.MaxValue - 1 })),
        ["offset behind the end"] = HostileCase.Refused(() => Sheet(part => part with { Offset = 0x7FFFFFFF })),
        ["offset in the middle of something"] = HostileCase.Refused(() => Sheet(part => part with { Offset = 7 })),
        ["offset in zip64 that is nowhere"] = HostileCase.Refused(() => Sheet(part => part with { Offset = uint.MaxValue })),
        ["offset in zip64, huge"] = HostileCase.Refused(() => Sheet(part => part with { Offset = uint.MaxValue, Extra = Zip64(long.MaxValue) })),
        ["extra field longer than the file"] = HostileCase.Refused(() => Sheet(part => part with { ExtraLength = ushort.MaxValue })),
        ["local header with another mark"] = HostileCase.Refused(() => Sheet(part => part with { LocalMark = 0xDEADBEEF })),
        ["no entries at all"] = HostileCase.Refused(() => new ForgedZip([]).Bytes()),
        ["fewer entries than there are"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { Count = 2 }.Bytes()),
        ["more entries than there are"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { Count = 60_000 }.Bytes()),
        ["so many entries that zip64 must say"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { Count = ushort.MaxValue }.Bytes()),
        ["directory behind the end"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { CentralOffset = 0x7FFFFFFF }.Bytes()),
        ["directory at the first entry"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { CentralOffset = 0 }.Bytes()),
        ["directory in zip64 that is nowhere"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { CentralOffset = uint.MaxValue }.Bytes()),
        ["locator of zip64 behind the end"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { CentralOffset = uint.MaxValue, BeforeEnd = Locator(long.MaxValue) }.Bytes()),
        ["record of zip64 with 2^63 entries"] = HostileCase.Refused(() => new ForgedZip([]) { Count = ushort.MaxValue, BeforeEnd = [.. Record(long.MaxValue, 0), .. Locator(0)] }.Bytes()),
        ["archive on the seventh disk"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { Disk = 7 }.Bytes()),
        ["comment with another end in it"] = HostileCase.Refused(() => new ForgedZip(HostileBook.Entries) { Comment = new ForgedZip([]).Bytes() }.Bytes()),
        ["cut off at the first quarter"] = Cut(0.25),
        ["cut off at the half"] = Cut(0.5),
        ["cut off at the third quarter"] = Cut(0.75),
        ["cut off by one byte"] = HostileCase.Refused(() => Good.Value[..^1]),
        ["noise with the mark of an archive"] = HostileCase.Refused(() => [0x50, 0x4B, 0x03, 0x04, .. Noise(4000)]),
        ["zeros"] = HostileCase.Refused(() => new byte[100_000]),
        ["nothing"] = HostileCase.Refused(() => []),
    };

    public static TheoryData<string> Cases => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void B08_Archive_WhenItIsHostile_IsRefusedInWordsOrRead(string name) => HostileFolder.Hold(name, All[name], ".xlsx");

    [Fact]
    public void B08_Archive_WhenItIsForgedWithoutALie_IsRead() => HostileFolder.Hold("good", HostileCase.Read(() => Good.Value), ".xlsx");

    /// <summary>Every byte of the directory and of the end, one after the other: no lie that anybody thinks of is left out.</summary>
    [Fact]
    public void B08_Archive_WhenOneByteOfItsDirectoryIsAnother_IsRefusedInWordsOrRead()
    {
        var begin = Good.Value.AsSpan().IndexOf("PK\x01\x02"u8);
        Assert.All(Enumerable.Range(begin, Good.Value.Length - begin), at => Assert.All((byte[])[0x00, 0xFF], other => Survives([.. Good.Value[..at], other, .. Good.Value[(at + 1)..]])));
    }

    private static void Survives(byte[] bytes)
    {
        try
        {
            using var folder = new Doubles.SheetFolder();
            Sheets.Sheet.ReadSlots(folder.Write("t.xlsx", bytes));
        }
        catch (SheetException refused)
        {
            Assert.Single(refused.Lines);
        }
    }

    private static HostileCase Named(string name) => HostileCase.Read(() => HostileBook.With(Further with { Name = Encoding.UTF8.GetBytes(name) }));

    private static HostileCase Cut(double share) => HostileCase.Refused(() => Good.Value[..(int)(Good.Value.Length * share)]);

    private static byte[] Sheet(Func<ForgedEntry, ForgedEntry> other) => HostileBook.Instead(HostileBook.Sheet, other);

    private static byte[] Renamed(byte[] name, ushort flags) => new ForgedZip([.. HostileBook.Parts.Select(part => part.Key switch
    {
        HostileBook.Sheet => ForgedEntry.Of("", part.Value) with { Name = name, Flags = flags },
        HostileBook.Relations => ForgedEntry.Of(part.Key, part.Value.Replace("worksheets/sheet7.xml", "worksheets/表.xml", StringComparison.Ordinal)),
        _ => ForgedEntry.Of(part.Key, part.Value),
    })]).Bytes();

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(20260905).NextBytes(noise);
        return noise;
    }

    private static byte[] Zip64(long offset) => [0x01, 0x00, 0x08, 0x00, .. BitConverter.GetBytes(offset)];

    private static byte[] Locator(long record) => [0x50, 0x4B, 0x06, 0x07, 0, 0, 0, 0, .. BitConverter.GetBytes(record), 1, 0, 0, 0];

    private static byte[] Record(long entries, long offset) =>
        [0x50, 0x4B, 0x06, 0x06, 44, 0, 0, 0, 0, 0, 0, 0, 45, 3, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(entries), .. BitConverter.GetBytes(entries), .. BitConverter.GetBytes(0L), .. BitConverter.GetBytes(offset)];
}
