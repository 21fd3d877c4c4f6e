using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

public sealed class TrustedSetTests
{
    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    public static TheoryData<ProfileId, string> Kinds => Cast.ProfilesAndKinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void S41_Statement_WhenSignedByWhoHasTo_IsAccepted(ProfileId profile, string type)
    {
        var (cast, kind) = (Cast.Of(profile), Cast.Kind(type));
        var statement = Cast.Statement(kind);
        var accepted = Assert.IsType<TrustAnswer.Accepted>(cast.Trusted.Verify(cast.Sign(kind, statement), kind, Cast.Now, AcceptedVersions.None));
        Assert.True(accepted.IsNew);
        Assert.Equal(7, accepted.Versions.Newest(kind, statement.Series)!.Version);
        Assert.Equal(statement.Body.ToArray(), accepted.Statement.Content.Body.ToArray());
        Assert.Equal(Cast.SignersOf(kind), accepted.Statement.People);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S01_Content_WhenSignedByDispatchAlone_IsRefused(ProfileId profile)
    {
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.TooFewPeople), Approve(profile, "dispatch"));
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.TooFewPeople), Approve(profile, "dispatch", "freshness", "site", "emergency"));
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.TooFewPeople), Approve(profile, "root-1", "root-2", "root-3"));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void S02_Approval_WhenStepsOrPeopleAreMissing_IsRefused(ProfileId profile)
    {
        Assert.Null(Approve(profile, "first", "second", "final"));
        Assert.Null(Approve(profile, "all-1", "all-2", "final"));
        Assert.Null(Approve(profile, "final", "all-1", "first"));
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.TooFewPeople), Approve(profile, "first"));
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.TooFewPeople), Approve(profile, "first", "second"));
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.TooFewPeople), Approve(profile, "all-1", "all-2", "all-1"));
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.TooFewPeople), Approve(profile, "first", "second", "dispatch"));
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.SignerRevoked), Approve(profile, "first", "second", "revoked"));
        Assert.Equal((TrustFault.Envelope, EnvelopeFault.SignerRevoked), Approve(profile, "revoked"));
    }

    [Fact]
    public void S02_Approval_WhenThreePeopleSignButOneStepIsMissing_NamesTheStep()
    {
        var cast = Cast.Of(ProfileId.P256);
        var twoFirst = new TrustedSet(
            cast.Root with
            {
                People = [.. cast.Root.People.Concat([new TrustPerson("first-2", "某", RoleSet.Of(Role.FirstReview), [cast["first-2"].Public])]).OrderBy(person => person.Id, StringComparer.Ordinal)],
            },
            Cast.Site);
        var envelope = cast.Sign(SignedKind.Approval, Cast.Statement(SignedKind.Approval), "first", "first-2", "second");
        var refused = Assert.IsType<TrustAnswer.Refused>(twoFirst.Verify(envelope, SignedKind.Approval, Cast.Now, AcceptedVersions.None));
        Assert.Equal(TrustFault.StepMissing, refused.Fault);
        Assert.Contains("终审", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void S04_Statement_WhenAskedForAsAnyOtherKind_IsRefused(ProfileId profile, string type)
    {
        var (cast, kind) = (Cast.Of(profile), Cast.Kind(type));

        // Even when everybody signed, so that only the type can tell.
        var envelope = cast.Sign(kind, Cast.Statement(kind), "first", "second", "final", "dispatch", "freshness", "emergency", "resume-1", "resume-2", "site");
        Assert.All(SignedKind.All, asked => Assert.Equal(kind == asked, cast.Trusted.Verify(envelope, asked, Cast.Now, AcceptedVersions.None) is TrustAnswer.Accepted));
        Assert.IsType<RootChainAnswer.Refused>(RootChain.Pin(cast.Root).Follow([envelope], Cast.Now));
    }

    [Fact]
    public void S04_Root_WhenAskedForAsAStatement_IsRefused()
    {
        var cast = Cast.Of(ProfileId.P256);
        var envelope = cast.Sign((cast.Root with { Version = 2 }).ToDraft(), "root-1", "root-2", "first", "second", "final", "dispatch", "freshness", "emergency", "resume-1", "resume-2", "site");
        Assert.All(SignedKind.All, kind => Assert.Equal(
            EnvelopeFault.OtherType, Assert.IsType<TrustAnswer.Refused>(cast.Trusted.Verify(envelope, kind, Cast.Now, AcceptedVersions.None)).Envelope));
    }

    [Fact]
    public void Blank_WhenTheRootHasEnded_IsTheOnlyThingAccepted()
    {
        var cast = Cast.Of(ProfileId.P256);
        var ended = new TrustedSet(cast.Root with { ExpiresAt = Cast.Now }, Cast.Site);
        Assert.All(SignedKind.All, kind => Assert.Equal(
            kind == SignedKind.Blank ? null : TrustFault.RootExpired,
            (ended.Verify(cast.Sign(kind, Cast.Statement(kind)), kind, Cast.Now, AcceptedVersions.None) as TrustAnswer.Refused)?.Fault));
    }

    [Fact]
    public void Statement_WhenNobodyHasTheRole_IsRefused()
    {
        var cast = Cast.Of(ProfileId.P256);
        var none = cast.Root with
        {
            Thresholds = [.. cast.Root.Thresholds.Select((threshold, at) => at == (int)Role.Dispatch ? 0 : threshold)],
            People = [.. cast.Root.People.Where(person => person.Id != "dispatch")],
        };
        Assert.Null(RootRules.Fault(none));
        var refused = new TrustedSet(none, Cast.Site).Verify(cast.Sign(SignedKind.Campaign, Cast.Statement(SignedKind.Campaign)), SignedKind.Campaign, Cast.Now, AcceptedVersions.None);
        Assert.Equal(TrustFault.NobodyMay, Assert.IsType<TrustAnswer.Refused>(refused).Fault);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("suining/*", true)]
    [InlineData("suining/chuanshan-1", true)]
    [InlineData("suining/chuanshan-10", false)]
    [InlineData("suining/chuanshan-", false)]
    [InlineData("suining", false)]
    [InlineData("sui*", false)]
    [InlineData("/*", false)]
    [InlineData("mianyang/*", false)]
    public void Statement_WhenForATarget_IsForThisSiteOrNot(string target, bool isFor) =>
        Assert.Equal(isFor, (Cast.Statement(SignedKind.Blank) with { Target = target }).IsFor(Cast.Site));

    [Fact]
    public void B03_Statement_WhenItsBytesAreNotItsOneForm_IsRefused()
    {
        var cast = Cast.Of(ProfileId.P256);
        var draft = Cast.Statement(SignedKind.Blank).ToDraft(SignedKind.Blank);
        var payload = draft.SignedBytes[(22 + "signage.blank.1".Length + 4)..].ToArray();
        TrustFault? Fault(byte[] bytes) => (cast.Trusted.Verify(cast.Sign(new Draft(SignedKind.Blank.Type, bytes), "emergency"), SignedKind.Blank, Cast.Now, AcceptedVersions.None) as TrustAnswer.Refused)?.Fault;
        Assert.Null(Fault(payload));
        Assert.Equal(TrustFault.NotCanonical, Fault([.. payload, 0]));
        Assert.Equal(TrustFault.NotCanonical, Fault([]));
        Assert.All(Enumerable.Range(0, payload.Length), length => Assert.Equal(TrustFault.NotCanonical, Fault(payload[..length])));

        // A version beyond 2^53 - 1: some languages would read another number.
        var version = payload.AsSpan().IndexOf((byte[])[7, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(TrustFault.NotCanonical, Fault([.. payload[..version], 0, 0, 0, 0, 0, 0, 0x20, 0, .. payload[(version + 8)..]]));
        Assert.Equal(TrustFault.NotCanonical, Fault([.. payload[..version], .. Enumerable.Repeat((byte)255, 8), .. payload[(version + 8)..]]));
        Assert.Equal(TrustFault.NotCanonical, Fault([.. payload[..version], .. new byte[8], .. payload[(version + 8)..]]));
    }

    private static (TrustFault, EnvelopeFault?)? Approve(ProfileId profile, params string[] people)
    {
        var cast = Cast.Of(profile);
        var answer = cast.Trusted.Verify(cast.Sign(SignedKind.Approval, Cast.Statement(SignedKind.Approval), people), SignedKind.Approval, Cast.Now, AcceptedVersions.None);
        return answer is TrustAnswer.Refused refused ? (refused.Fault, refused.Envelope) : null;
    }
}
