using System.Text;

namespace Signage.Sheets.Tests.Hostile;

/// <summary>B08: a comma-separated text that nobody wrote with a spreadsheet: encodings that lie, NULs, fields without an end.</summary>
public sealed class B08TableTests
{
    private const string NoText = "GB18030";
    private const string NoHeader = "找不到表头";
    private const string Good = "编号,节目\r\na,charity-01\r\n";
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly Dictionary<string, HostileCase> All = new()
    {
        ["UTF-8"] = Text(Good),
        ["UTF-8 with a mark"] = HostileCase.Read(() => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]),
        ["UTF-8 with three marks"] = HostileCase.Read(() => Encoding.UTF8.GetBytes("\uFEFF\uFEFF\uFEFF" + Good)),
        ["UTF-16"] = HostileCase.Read(() => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)]),
        ["UTF-16, half of its last sign"] = HostileCase.Refused(() => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)[..^1]], NoText),
        ["UTF-16 with half a pair"] = HostileCase.Refused(() => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good), 0x00, 0xD8], NoText),
        ["UTF-16 without a mark"] = HostileCase.Refused(() => Encoding.Unicode.GetBytes(Good), NoText),
        ["UTF-32"] = HostileCase.Refused(() => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Good)], NoText),
        ["UTF-16, and only its mark"] = HostileCase.Refused(() => [0xFF, 0xFE], NoHeader),
        ["GB18030"] = HostileCase.Read(() => Gb.GetBytes(Good)),
        ["GB18030, cut off in a sign"] = HostileCase.Refused(() => [.. Gb.GetBytes(Good), 0xB1], NoText),
        ["GB18030 in a file that says UTF-8"] = HostileCase.Refused(() => [0xEF, 0xBB, 0xBF, .. Gb.GetBytes(Good)], NoText),
        ["UTF-8 and GB18030 in one"] = HostileCase.Refused(() => [.. Encoding.UTF8.GetBytes(Good), .. Gb.GetBytes("b,慈善\r\n"), 0xFF], NoText),
        ["overlong UTF-8"] = HostileCase.Refused(() => [.. Encoding.UTF8.GetBytes("编号,节目\r\n"), 0xC0, 0xAC, 0xFF], NoText),
        ["NUL in a cell"] = Text("编号,节目\r\na,charity\0-01\r\n", NoText),
        ["NULs behind the end"] = HostileCase.Refused(() => [.. Encoding.UTF8.GetBytes(Good), .. new byte[100_000]], NoText),
        ["noise"] = HostileCase.Refused(() => [.. Enumerable.Range(0, 4096).Select(at => (byte)(at * 37 % 255))], NoText),
        ["nothing"] = HostileCase.Refused(() => [], NoHeader),
        ["one line end"] = Text("\n", NoHeader),
        ["a million line ends"] = Text(new string('\n', 1_000_000), "200000 行") with { Most = 256 << 20 },
        ["a million separators and a word"] = Text($"编号,节目\r\na,charity-01{new string(',', 1_000_000)}x\r\n", "第 64 列") with { Most = 512 << 20 },
        ["a million separators in the headings"] = Text($"编号,节目{new string(',', 1_000_000)}\r\na,charity-01\r\n") with { Most = 512 << 20 },
        ["a cell of 1 MiB"] = Text($"编号,节目\r\na,{new string('慈', 1 << 20)}\r\n", "4000") with { Most = 64 << 20 },
        ["a heading of 1 MiB"] = Text($"编号{new string('x', 1 << 20)},节目\r\na,charity-01\r\n", "4000") with { Most = 64 << 20 },
        ["a quote that nobody closes, 4 MiB"] = Text($"编号,节目\r\n\"a,charity-01{new string('\n', 4 << 20)}", "第 2 行") with { Most = 256 << 20 },
        ["quotes, 1 MiB of them"] = Text($"编号,节目\r\n{new string('"', 1 << 20)},charity-01\r\n", "4000") with { Most = 128 << 20 },
        ["33 MiB"] = HostileCase.Refused(() => new byte[33 << 20], "32 MB"),
        ["a link as a formula, and nobody asked"] = Text("编号,节目,备注\r\na,charity-01,\"=HYPERLINK(\"\"http://127.0.0.1:1/\"\",\"\"x\"\")\"\r\n"),
        ["the same id 30,000 times"] = Text($"编号,节目\r\n{string.Concat(Enumerable.Repeat("a,charity-01\r\n", 30_000))}", "29979") with { Most = 256 << 20 },
        ["headings 30,000 times"] = Text(string.Concat(Enumerable.Repeat("编号,节目\r\n", 30_000)) + "a,charity-01\r\n"),
        ["headings twice in one row"] = Text("编号,节目,编号\r\na,charity-01,b\r\n", "编号"),
        ["JSON"] = Text("""{"slots":[{"id":"a"}]}""", NoHeader),
        ["a web page"] = Text("<!DOCTYPE html><html><script>alert(1)</script></html>", NoHeader),
        ["an archive"] = HostileCase.Refused(() => HostileBook.With(), NoText),
    };

    public static TheoryData<string> Cases => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void B08_Table_WhenItIsHostile_IsRefusedInWordsOrRead(string name) => HostileFolder.Hold(name, All[name], ".csv");

    private static HostileCase Text(string text, string? says = null) => new(() => Encoding.UTF8.GetBytes(text), says);
}
