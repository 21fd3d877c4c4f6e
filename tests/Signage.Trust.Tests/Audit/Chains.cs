using Signage.Trust.Audit;

namespace Signage.Trust.Tests.Audit;

/// <summary>An audit of some entries.</summary>
internal static class Chains
{
    public static readonly DateTimeOffset Start = new(2026, 9, 5, 0, 0, 0, TimeSpan.Zero);

    public static List<AuditEntry> Of(int count, string word = "")
    {
        var (entries, head) = (new List<AuditEntry>(), AuditHead.None);
        for (var at = 1; at <= count; at++)
        {
            var entry = AuditChain.Append(head, Facts(at, word));
            entries.Add(entry);
            head = entry.Head;
        }

        return entries;
    }

    public static AuditFacts Facts(int at, string word = "") => new(
        Start.AddSeconds(at), $"person:{at % 3}", at % 2 == 0 ? "slogan.approve" : "slot.add", $"slogan-{at}{word}", [new("why", $"第 {at} 条\n\"好\""), new("digest", new string('a', at % 5))]);

    public static List<string> Lines(IEnumerable<AuditEntry> entries) => [.. entries.Select(AuditExport.Write)];

    public static (AuditFault Fault, long Number)? Fault(IEnumerable<string> lines, params AuditHead[] heads) =>
        AuditVerifier.Verify(lines, heads) is AuditVerdict.Broken broken ? (broken.Fault, broken.Number) : null;
}
