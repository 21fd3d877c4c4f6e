using System.Globalization;
using CsCheck;
using Signage.Trust.Audit;
using Signage.Trust.Envelopes;

namespace Signage.Trust.Tests.Audit;

public sealed class AuditExportTests
{
    private static readonly string[] Nasty =
    [
        "a\r\nb", "\u0000\u0001\u001b[31m", "tab\tbell\a", "\u0085\u2028\u2029", "\u202e right to left", "\u200b\u200d\ufeff zero width", "\u00ad soft", "\ue000 private", "quote \" back \\ slash /",
        "{\"n\":2,\"hash\":\"x\"}", "<script>&amp;'`", "\U000e0041 tag", "𠮷 😀", "ｆｕｌｌ", "\u007f\u009b",
    ];

    [Fact]
    public void S34_Line_WhenTextsHoldAnything_IsOneLineOfVisibleSigns() => Assert.All(Nasty, text =>
    {
        var entry = AuditChain.Append(AuditHead.None, new AuditFacts(Chains.Start, text, text, text, [new(text, text)]));
        var line = AuditExport.Write(entry);
        Assert.DoesNotContain(line.EnumerateRunes(), rune => System.Text.Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
        var (read, exact) = AuditExport.Read(line)!.Value;
        Assert.True(exact);
        Assert.Equal((text, text, text, entry.Hash), (read.Facts.Actor, read.Facts.Subject, read.Facts.Details[0].Value, read.Hash));
    });

    /// <summary>The list of docs/trust.md, over every UTF-16 code unit that can stand alone.</summary>
    [Fact]
    public void S34_Line_WhenATextHoldsAnySign_EscapesAllThatIsNotListed() => Assert.All(
        Enumerable.Range(0, 0x10000).Where(code => code is < 0xd800 or > 0xdfff).Chunk(2000),
        codes =>
        {
            var text = string.Concat(codes.Select(code => (char)code));
            var expected = string.Concat(codes.Select(code => code switch
            {
                0x22 => "\\\"",
                0x5c => "\\\\",
                (>= 0x20 and <= 0x7e) or 0xb7 or 0x2014 or 0x2018 or 0x2019 or 0x201c or 0x201d or 0x2026
                    or (>= 0x3001 and <= 0x3029) or (>= 0x3400 and <= 0x4dbf) or (>= 0x4e00 and <= 0x9fff) or (>= 0xff01 and <= 0xff5e) => ((char)code).ToString(),
                _ => $"\\u{code:x4}",
            }));
            Assert.Contains($":\"{expected}\"", AuditExport.Write(AuditChain.Append(AuditHead.None, new AuditFacts(Chains.Start, "a", "b", "c", [new("t", text)]))), StringComparison.Ordinal);
        });

    [Fact]
    public void Line_WhenOfChinese_CanBeReadByPeople() =>
        Assert.Contains("遂宁市慈善", AuditExport.Write(AuditChain.Append(AuditHead.None, new AuditFacts(Chains.Start, "王某", "a", "遂宁市慈善"))), StringComparison.Ordinal);

    [Fact]
    public void Entry_WhenOfAnyText_IsWrittenAndReadAlike() =>
        Gen.Select(Gen.String[1, 40], Gen.String[0, 40], Gen.Dictionary(Gen.String[1, 10], Gen.String[0, 30])[0, 6]).Where(texts => All(texts).All(text => FieldWriter.CanWrite(text))).Sample((actor, subject, details) =>
        {
            var entry = AuditChain.Append(AuditHead.None, new AuditFacts(Chains.Start, actor, "x", subject, details));
            var (read, exact) = AuditExport.Read(AuditExport.Write(entry))!.Value;
            return exact && read.Hash == entry.Hash && read.Facts.Details.SequenceEqual(entry.Facts.Details);
        }, iter: 500);

    [Fact]
    public void Line_WhenNoEntry_IsNotReadAndNothingIsThrown()
    {
        var good = AuditExport.Write(Chains.Of(1)[0]);
        string[] bad =
        [
            "", " ", "null", "5", "[]", "{}", "\"x\"", "{", good[..^1], good + "x", good.Replace("\"n\":1", "\"n\":0", StringComparison.Ordinal),
            good.Replace("\"n\":1", "\"n\":-1", StringComparison.Ordinal),
            good.Replace("\"n\":1", "\"n\":1e400", StringComparison.Ordinal),
            good.Replace("\"n\":1", "\"n\":9223372036854775808", StringComparison.Ordinal),
            good.Replace("\"n\":1", "\"n\":\"1\"", StringComparison.Ordinal),
            good.Replace("\"n\":1", "\"n\":1,\"n\":1", StringComparison.Ordinal), good.Replace("\"actor\":\"person:1\"", "\"actor\":5", StringComparison.Ordinal),
            good.Replace("\"actor\":\"person:1\"", "\"actor\":null", StringComparison.Ordinal),
            good.Replace("person:1", "\\ud800", StringComparison.Ordinal),
            good.Replace("person:1", "", StringComparison.Ordinal),
            good.Replace("2026-", "1926-", StringComparison.Ordinal),
            good.Replace("2026-", "2026/", StringComparison.Ordinal),
            good.Replace("\"details\":{", "\"details\":{\"x\":{\"y\":{\"z\":1}},", StringComparison.Ordinal),
            good.Replace("\"details\":{", "\"details\":[{", StringComparison.Ordinal),
            good.Replace("\"previous\":\"0", "\"previous\":\"", StringComparison.Ordinal),
            new string('[', 100_000), new string('x', 3_000_000),
        ];
        Assert.All(bad, line => Assert.Null(AuditExport.Read(line)));
        Assert.All(Enumerable.Range(0, good.Length), length => Assert.Null(AuditExport.Read(good[..length])));
        Assert.True(AuditExport.Read(good)!.Value.IsExact);
    }

    [Fact]
    public void Line_WhenWrittenAnotherWay_IsNotExact()
    {
        var good = AuditExport.Write(Chains.Of(1)[0]);
        string[] others =
        [
            good.Replace("第", "\\u7b2c", StringComparison.Ordinal),
            " " + good,
            good.Replace(":", ": ", StringComparison.Ordinal),
            good.Replace("person", "\\u0070erson", StringComparison.Ordinal),
            good.Replace("\\\"", "\\u0022", StringComparison.Ordinal),
            good.Replace("\\u000a", "\\n", StringComparison.Ordinal),
            good.Replace("\\u000a", "\\u000A", StringComparison.Ordinal),
            good.Replace("{\"n\":1,", "{\"n\":1,\"more\":1,", StringComparison.Ordinal), good.Replace("\"n\":1", "\"n\":1.0", StringComparison.Ordinal),
        ];
        Assert.All(others, line => Assert.False(AuditExport.Read(line) is { IsExact: true }, line));
    }

    private static IEnumerable<string> All((string Actor, string Subject, Dictionary<string, string> Details) texts) =>
        [texts.Actor, texts.Subject, .. texts.Details.Keys, .. texts.Details.Values];
}
