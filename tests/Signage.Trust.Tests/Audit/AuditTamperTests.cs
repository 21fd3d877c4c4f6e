using Signage.Trust.Audit;

namespace Signage.Trust.Tests.Audit;

/// <summary>Ten thousand tamperings of an export, each found. Truncation and a tail of another chain leave a sound chain, so those are looked for with a head.</summary>
public sealed class AuditTamperTests
{
    private const int Count = 60;

    private static readonly string[] Good = [.. Chains.Lines(Chains.Of(Count))];
    private static readonly string[] Other = [.. Chains.Lines(Chains.Of(Count, "x"))];
    private static readonly AuditHead Head = Chains.Of(Count)[^1].Head;

    private static readonly (string Name, bool NeedsHead, Func<Random, List<string>, List<string>> Do)[] Tamperings =
    [
        ("a character changed", false, (random, lines) => Change(random, lines, (line, at) => line[..at] + (char)(line[at] == 'z' ? 'y' : line[at] + 1) + line[(at + 1)..])),
        ("a character removed", false, (random, lines) => Change(random, lines, (line, at) => line.Remove(at, 1))),
        ("a space put in", false, (random, lines) => Change(random, lines, (line, at) => line.Insert(at, " "))),
        ("a line deleted", true, (random, lines) => { lines.RemoveAt(random.Next(lines.Count)); return lines; }),
        ("several lines deleted", true, (random, lines) => { lines.RemoveRange(random.Next(lines.Count - 5), 1 + random.Next(5)); return lines; }),
        ("a line of another chain put in", false, (random, lines) => { lines.Insert(random.Next(lines.Count + 1), Other[random.Next(Count)]); return lines; }),
        ("a line repeated", false, (random, lines) => { var at = random.Next(lines.Count); lines.Insert(at, lines[at]); return lines; }),
        ("two lines exchanged", false, (random, lines) =>
        {
            var (one, other) = (random.Next(lines.Count), random.Next(lines.Count - 1));
            other += other >= one ? 1 : 0;
            (lines[one], lines[other]) = (lines[other], lines[one]);
            return lines;
        }),
        ("a line of another chain in place of its own", false, (random, lines) => { var at = random.Next(1, lines.Count); lines[at] = Other[at]; return lines; }),
        ("the end cut off", true, (random, lines) => [.. lines.Take(random.Next(lines.Count))]),
        ("the end of another chain", false, (random, lines) => { var at = random.Next(1, lines.Count); return [.. lines.Take(at), .. Other.Skip(at)]; }),
        ("all of another chain", true, (_, _) => [.. Other]),
        ("an entry changed and its hash made good", true, (random, lines) =>
        {
            var at = random.Next(lines.Count);
            var entry = AuditExport.Read(lines[at])!.Value.Entry;
            lines[at] = AuditExport.Write(AuditChain.Append(new AuditHead(at, entry.Previous, Chains.Start), Chains.Facts(at + 1, "!")));
            return lines;
        }),
    ];

    [Fact]
    public void S31_Export_WhenTamperedWithTenThousandTimes_IsFoundEachTime()
    {
        const int Seed = 20260905;
        var random = new Random(Seed);
        var unfound = new List<string>();
        for (var round = 0; round < 10_000; round++)
        {
            var (name, _, tamper) = Tamperings[round % Tamperings.Length];
            var lines = tamper(random, [.. Good]);
            if (Chains.Fault(lines, Head) is null)
            {
                unfound.Add($"seed {Seed}, round {round}: {name}");
            }
        }

        Assert.Empty(unfound);
        Assert.Null(Chains.Fault(Good, Head));
    }

    [Fact]
    public void S31_Export_WhenTamperedWithInside_IsFoundWithoutAnyHead()
    {
        const int Seed = 42;
        var random = new Random(Seed);
        foreach (var (name, _, tamper) in Tamperings.Where(one => !one.NeedsHead))
        {
            for (var round = 0; round < 100; round++)
            {
                Assert.True(Chains.Fault(tamper(random, [.. Good])) is not null, $"seed {Seed}, round {round}: {name}");
            }
        }
    }

    [Fact]
    public void S31_Export_WhenTheEndIsCutOff_IsFoundByAHeadAndByNothingElse()
    {
        Assert.Null(Chains.Fault(Good.Take(40)));
        Assert.Equal((AuditFault.Truncated, 41), Chains.Fault(Good.Take(40), Head));
        Assert.Equal((AuditFault.Truncated, 1), Chains.Fault([], Head));
        Assert.Null(Chains.Fault(Other));
        Assert.Equal((AuditFault.OtherThanHead, 60), Chains.Fault(Other, Head));
    }

    [Fact]
    public void S31_Verdict_WhenBroken_NamesTheFirstBadEntryAndWhatIsWrong()
    {
        Assert.Equal((AuditFault.Changed, 12), Chains.Fault(Good.Select((line, at) => at == 11 ? line.Replace("slogan-12", "slogan-13", StringComparison.Ordinal) : line)));
        Assert.Equal((AuditFault.Missing, 12), Chains.Fault(Good.Where((_, at) => at != 11)));
        Assert.Equal((AuditFault.OutOfPlace, 13), Chains.Fault(Good.Take(12).Append(Good[11]).Concat(Good.Skip(12))));
        Assert.Equal((AuditFault.BrokenLink, 12), Chains.Fault(Good.Take(11).Append(Other[11])));
        Assert.Equal((AuditFault.Unreadable, 12), Chains.Fault(Good.Take(11).Append("")));
        var broken = (AuditVerdict.Broken)AuditVerifier.Verify(Good.Where((_, at) => at != 11), []);
        Assert.Equal("第 12 条不见了 (entry 12 is missing)", broken.Reason);
    }

    private static List<string> Change(Random random, List<string> lines, Func<string, int, string> change)
    {
        var at = random.Next(lines.Count);
        lines[at] = change(lines[at], random.Next(lines[at].Length));
        return lines;
    }
}
