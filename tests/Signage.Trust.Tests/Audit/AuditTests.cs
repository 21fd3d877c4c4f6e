using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Signage.Trust.Audit;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Audit;

public sealed class AuditTests
{
    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    [Fact]
    public void Chain_WhenWhole_IsIntactToItsHead()
    {
        var entries = Chains.Of(50);
        var verdict = Assert.IsType<AuditVerdict.Intact>(AuditVerifier.Verify(Chains.Lines(entries), [entries[^1].Head, entries[19].Head]));
        Assert.Equal(entries[^1].Head, verdict.Head);
        Assert.Equal(AuditHead.None, Assert.IsType<AuditVerdict.Intact>(AuditVerifier.Verify([], [])).Head);
    }

    [Fact]
    public void Chain_WhenContinuedFromAnOlderFile_IsIntact()
    {
        var entries = Chains.Of(50);
        Assert.IsType<AuditVerdict.Intact>(AuditVerifier.Verify(Chains.Lines(entries.Skip(30)), [entries[^1].Head], entries[29].Head));
        Assert.Equal(AuditFault.Missing, Assert.IsType<AuditVerdict.Broken>(AuditVerifier.Verify(Chains.Lines(entries.Skip(31)), [], entries[29].Head)).Fault);
        Assert.Equal(AuditFault.BrokenLink, Assert.IsType<AuditVerdict.Broken>(AuditVerifier.Verify(Chains.Lines(entries.Skip(30)), [], Chains.Of(30, "x")[^1].Head)).Fault);
    }

    [Fact]
    public void Append_WhenGivenTheSame_GivesTheSame() =>
        Assert.Equal(AuditChain.Append(AuditHead.None, Chains.Facts(1)).Hash, AuditChain.Append(AuditHead.None, Chains.Facts(1)).Hash);

    [Fact]
    public void Facts_WhenDetailsComeInAnotherOrder_HaveTheSameHash()
    {
        AuditFacts With(params KeyValuePair<string, string>[] details) => new(Chains.Start, "a", "b", "c", details);
        var (x, y) = (KeyValuePair.Create("x", "1"), KeyValuePair.Create("y", "2"));
        Assert.Equal(AuditChain.Append(AuditHead.None, With(x, y)).Hash, AuditChain.Append(AuditHead.None, With(y, x)).Hash);
        Assert.Throws<ArgumentException>(() => With(x, x));
        Assert.Throws<ArgumentException>(() => With(KeyValuePair.Create("x", "\ud800")));
        Assert.Throws<ArgumentException>(() => With(KeyValuePair.Create("x", new string('x', 4001))));
    }

    /// <summary>The bytes of docs/trust.md, put together by hand.</summary>
    [Fact]
    public void Hash_WhenReckonedByHand_IsTheSame()
    {
        var facts = new AuditFacts(Chains.Start, "person:王", "slogan.approve", "", [new("k", "v")]);
        var entry = AuditChain.Append(AuditHead.None, facts);
        byte[] U32(int value) => BitConverter.GetBytes(value);
        byte[] U64(long value)
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            return bytes;
        }

        byte[] Text(string text) => [.. U32(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];
        byte[] bytes =
        [
            .. "signage.audit.1"u8, .. U64(1), .. U64(Chains.Start.ToUnixTimeMilliseconds()),
            .. Text("person:王"), .. Text("slogan.approve"), .. Text(""), .. U32(1), .. Text("k"), .. Text("v"), .. new byte[32],
        ];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), entry.Hash.Hex);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S31_Head_WhenSigned_FindsATruncatedAndARewrittenEnd(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var entries = Chains.Of(40);
        var signed = Sign(cast, entries[34].Head);
        AuditFault? Fault(IEnumerable<AuditEntry> found) =>
            (AuditVerifier.Verify(Chains.Lines(found), [signed], cast.Trusted, Cast.Now) as AuditVerdict.Broken)?.Fault;
        Assert.Null(Fault(entries));
        Assert.Null(Fault(entries.Take(35)));
        Assert.Equal(AuditFault.Truncated, Fault(entries.Take(34)));
        Assert.Equal(AuditFault.OtherThanHead, Fault(Rewritten(entries, 20)));

        // Behind the last head nothing proves the end.
        Assert.Null(Fault(Rewritten(entries, 36)));
        Assert.IsType<AuditVerdict.Intact>(AuditVerifier.Verify(Chains.Lines(Rewritten(entries, 20)), []));
    }

    [Fact]
    public void S31_Head_WhenNotSignedByTheSite_IsNotBelieved()
    {
        var cast = Cast.Of(ProfileId.P256);
        var entries = Chains.Of(10);
        var statement = entries[^1].Head.ToStatement(1, Cast.Site, Cast.Now, Cast.Now.AddYears(1));
        AuditFault? Fault(byte[] envelope) => (AuditVerifier.Verify(Chains.Lines(entries), [envelope], cast.Trusted, Cast.Now) as AuditVerdict.Broken)?.Fault;
        Assert.Null(Fault(cast.Sign(SignedKind.AuditHead, statement)));
        Assert.Equal(AuditFault.HeadNotTrusted, Fault(cast.Sign(SignedKind.AuditHead, statement, "dispatch")));
        Assert.Equal(AuditFault.HeadNotTrusted, Fault(cast.Sign(SignedKind.AuditHead, statement with { Version = 9 })));
        Assert.Equal(AuditFault.HeadNotTrusted, Fault(cast.Sign(SignedKind.AuditHead, statement with { Body = (byte[])[.. statement.Body.Span, 0] })));
        Assert.Equal(AuditFault.HeadNotTrusted, Fault(cast.Sign(SignedKind.Campaign, statement, "dispatch")));
    }

    [Fact]
    public void Head_WhenTheSiteIsOldAndBusy_IsStillRead()
    {
        // More entries than a version may leap: heads are looked up, not followed.
        var cast = Cast.Of(ProfileId.P256);
        var head = new AuditHead(9_000_000, new AuditHash(new string('b', 64)), Chains.Start);
        var answer = Assert.IsType<TrustAnswer.Accepted>(cast.Trusted.Inspect(Sign(cast, head), SignedKind.AuditHead, Cast.Now));
        Assert.Equal(head, AuditHead.Read(answer.Statement));
    }

    private static byte[] Sign(Cast cast, AuditHead head) => cast.Sign(SignedKind.AuditHead, head.ToStatement(1, Cast.Site, Cast.Now.AddHours(-1), Cast.Now.AddYears(1)));

    // Somebody who can reckon hashes writes everything anew from one entry on.
    private static List<AuditEntry> Rewritten(List<AuditEntry> entries, int first)
    {
        var written = entries.Take(first - 1).ToList();
        for (var at = first; at <= entries.Count; at++)
        {
            written.Add(AuditChain.Append(written[^1].Head, Chains.Facts(at, "!")));
        }

        return written;
    }
}
