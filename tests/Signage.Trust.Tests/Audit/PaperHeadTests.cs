using System.Text;
using CsCheck;
using Signage.Trust.Audit;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Papers;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Audit;

/// <summary>The two watchers make the same of every offer and keep the same bytes, and take the example that stands in the document.</summary>
public sealed class PaperHeadTests
{
    private const string Other = "suining/chuanshan-2";

    private enum Change { None, Truncated, Rewritten, ClockBack }

    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    /// <summary>The example was made with whole numbers and SHA-256 alone; its point is 2G as NIST published it.</summary>
    [Fact]
    public void S32_Example_WhenTakenFromTheDocument_IsTakenByBoth()
    {
        const string Point = "047CF27B188D034F7E8A52380304B51AC3C08969E277F21B35A60B48FC4766997807775510DB8ED040293D9AC69F7430DBBA7DADE63CE982299E04B79D227873D1";
        var document = Document();
        var example = document[document.IndexOf("Example. The envelope of a head", StringComparison.Ordinal)..];
        string[] blocks = [.. example.Split("```").Select(block => block.Replace("\n", "", StringComparison.Ordinal))];
        var (envelope, kept) = (Convert.FromHexString(blocks[1]), blocks[3]);
        string[] lines = [.. example.Split('`').Where(span => span.StartsWith("{\"n\":", StringComparison.Ordinal))];
        var now = new DateTimeOffset(2026, 9, 5, 8, 0, 0, TimeSpan.Zero);
        var key = PublicKey.Read(SigningProfile.P256, Convert.FromHexString(Point))!;
        Assert.Contains($"`{key.Id}`", document, StringComparison.Ordinal);
        var root = Cast.Of(ProfileId.P256).Root with { People = [.. Cast.Of(ProfileId.P256).Root.People.Select(person => person.Id == "site" ? person with { Keys = [key] } : person)] };
        var trusted = new TrustedSet(root, "suining/a");

        var step = HeadWatch.Begin("suining/a", "site", TimeSpan.FromHours(1), now).Look(envelope, [], trusted, now);
        Assert.Equal((HeadAnswer.Begun, kept), (step.Answer, Convert.ToHexStringLower(step.After.ToBytes())));
        Assert.Equal(HeadAnswer.Grown, HeadWatch.Begin("suining/a", "site", TimeSpan.FromHours(1), now, AuditHead.None).Look(envelope, lines, trusted, now).Answer);
        Assert.Equal(new HeadVerdict.Agrees(1, step.After.Proven!, 2), HeadCheck.Check(lines, [step.Kept!], now));

        var paper = new PaperWatch("suining/a", "site", 3_600_000, now.ToUnixTimeMilliseconds());
        Assert.Equal("Begun: ", paper.Look(Paper(envelope, root, "suining/a", now), lines, now.ToUnixTimeMilliseconds()));
        Assert.Equal(kept, Convert.ToHexStringLower(paper.Bytes()));
        Assert.Equal(["1feaff70068eb938c540f60e2ba92c3d4960596d26d8634b1544208ee4388f4c", step.After.Proven!.Hash.Hex], lines.Select(line => PaperLine.Read(line)!.Hash));
    }

    /// <summary>With the signatures as they stand in the envelope.</summary>
    [Theory]
    [MemberData(nameof(Profiles))]
    public void S32_Head_WhenGoodOrOneThingIsWrong_IsOpenedAlike(ProfileId profile)
    {
        var site = WatchedSite.Of(profile, entries: 3);
        var now = Cast.Now;
        var cast = Cast.Of(profile);
        var good = site.Last.ToStatement(1, Cast.Site, now, now.AddDays(1));
        byte[] Of(Statement statement, params string[] by) => cast.Sign(SignedKind.AuditHead, statement, by);
        (bool Expected, byte[] Envelope)[] all =
        [
            (true, Of(good)), (true, Of(good, "site-2", "site")), (true, Of(good, "site", "stranger")),
            (true, Of(good with { IssuedAt = now.AddMinutes(5) })), (true, Of(good with { ExpiresAt = now.AddMilliseconds(1), IssuedAt = now.AddHours(-1) })),
            (true, Of(good with { ExpiresAt = now.AddDays(3_660) })),
            (false, Of(good, "site-2")), (false, Of(good, "dispatch")), (false, Of(good, "stranger")), (false, Of(good with { Target = Other })), (false, Of(good with { Target = "*" })),
            (false, Of(good with { Target = "suining/*" })), (false, Of(good with { Epoch = 2 })), (false, Of(good with { Series = "audits" })), (false, Of(good with { Version = 4 })),
            (false, Of(good with { IssuedAt = now.AddMinutes(5).AddMilliseconds(1) })), (false, Of(good with { ExpiresAt = now, IssuedAt = now.AddHours(-1) })),
            (false, Of(good with { ExpiresAt = now.AddDays(3_660).AddMilliseconds(1) })),
            (false, Of(good with { Body = good.Body[..^1] })), (false, Of(good with { Body = (byte[])[.. good.Body.Span, 0] })), (false, Of(good with { Body = new byte[48] })),
            (false, cast.Sign(SignedKind.Campaign, good, "dispatch")), (false, Of(good)[..^1]), (false, []),
        ];
        Assert.All(all, one =>
        {
            Assert.Equal(one.Expected, site.Begin().Look(one.Envelope, [], site.Trusted, now).Answer == HeadAnswer.Begun);
            Assert.Equal(one.Expected, Paper(one.Envelope, site.Trusted.Root, Cast.Site, now) is not null);
        });
    }

    [Fact]
    public void S32_Offers_WhenOfAnyKindInAnyOrder_AreJudgedAlikeAndKeptInTheSameBytes()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var root = PaperRoot.Read(RootCodec.Write(WatchedSite.Of().Trusted.Root))!;
        Gen.Select(Gen.Int[0, 3], Gen.Enum<Change>(), Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[0, 99], Gen.Int[0, 150], (grown, change, often, lines, where, minutes) => (grown, change, often, lines, where, minutes))
            .Array[1, 14].Sample(offers =>
            {
                var site = WatchedSite.Of(entries: 2);
                var (now, signedAt, sent) = (Cast.Now, Cast.Now, new List<(AuditHead Head, DateTimeOffset Issued)>());
                var (watch, paper) = (site.Begin(), new PaperWatch(Cast.Site, "site", (long)WatchedSite.Beat.TotalMilliseconds, now.ToUnixTimeMilliseconds()));
                foreach (var (grown, change, often, kind, where, minutes) in offers)
                {
                    (now, signedAt) = (now.AddMinutes(minutes), now.AddMinutes(minutes));
                    if (often == 0)
                    {
                        Alter(site, change, where, ref signedAt);
                    }

                    site.Grow(grown, signedAt.AddMinutes(-(where % 8)), where % 2 == 0 ? "" : "!");
                    sent.Add((site.Last, signedAt));
                    var (head, issued) = where % 5 == 0 ? sent[minutes % sent.Count] : sent[^1];
                    string[] lines = kind switch
                    {
                        0 => [],
                        1 => site.Lines(),
                        2 => [.. site.Lines(1 + (where % site.Entries.Count))],
                        3 => [.. site.Lines().Where((_, at) => at != where)],
                        _ => site.LinesFor(watch),
                    };
                    var signer = where == 99 ? "site-2" : "site";
                    var statement = head.ToStatement(1, Cast.Site, issued, issued.AddDays(30));
                    var ours = watch.Look(Cast.Of(ProfileId.P256).Sign(SignedKind.AuditHead, statement, signer), lines, site.Trusted, now);
                    var payload = statement.ToDraft(SignedKind.AuditHead).SignedBytes[(18 + 4 + 20 + 4)..].ToArray();
                    var theirs = paper.Look(PaperHead.Judge(payload, [signer], root, "suining", "chuanshan-1", "site", now.ToUnixTimeMilliseconds()), lines, now.ToUnixTimeMilliseconds());
                    var told = $"{ours.Answer}: {string.Join(' ', ours.Notices.Select(notice => notice.Fault.ToString()).Order(StringComparer.Ordinal))}";
                    Assert.Equal(theirs, told);
                    Assert.Equal(Convert.ToHexStringLower(paper.Bytes()), Convert.ToHexStringLower(ours.After.ToBytes()));
                    watch = HeadWatch.Read(ours.After.ToBytes())!;
                    seen.AddOrUpdate(told, 1, (_, count) => count + 1);
                }
            }, iter: 1_500);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', seen.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}")));
        Assert.All(Enum.GetNames<HeadAnswer>(), answer => Assert.Contains(seen.Keys, told => told.StartsWith(answer, StringComparison.Ordinal)));
        Assert.All(Enum.GetNames<HeadFault>(), fault => Assert.Contains(seen.Keys, told => told.Contains(fault, StringComparison.Ordinal)));
    }

    private static void Alter(WatchedSite site, Change change, int where, ref DateTimeOffset signedAt)
    {
        var number = 1 + (where % site.Entries.Count);
        switch (change)
        {
            case Change.Truncated:
                site.Entries = [.. site.Entries.Take(number)];
                break;
            case Change.Rewritten:
                site.Rewrite(number, signedAt);
                break;
            case Change.ClockBack:
                signedAt = signedAt.AddMinutes(-where);
                break;
            default:
                break;
        }
    }

    private static (PaperHead Head, long Issued)? Paper(byte[] envelope, TrustRoot root, string site, DateTimeOffset now)
    {
        var paper = PaperRoot.Read(RootCodec.Write(root))!;
        var name = site.Split('/');
        return PaperHead.Open(envelope, paper) is { } opened ? PaperHead.Judge(opened.Payload, opened.Signed, paper, name[0], name[1], "site", now.ToUnixTimeMilliseconds()) : null;
    }

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Signage.sln")))
        {
            folder = folder.Parent!;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "trust.md"), Encoding.UTF8);
    }
}
