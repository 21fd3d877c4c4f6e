using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

public sealed class AttackTests
{
    public static TheoryData<ProfileId, string, string> Matrix
    {
        get
        {
            var data = new TheoryData<ProfileId, string, string>();
            foreach (var profile in Enum.GetValues<ProfileId>())
            {
                foreach (var kind in SignedKind.All)
                {
                    foreach (var attack in Attacks.All.Keys)
                    {
                        data.Add(profile, kind.Type.Name, attack);
                    }
                }
            }

            return data;
        }
    }

    public static TheoryData<ProfileId, string> Kinds => Cast.ProfilesAndKinds;

    [Theory]
    [MemberData(nameof(Matrix))]
    public void S03_Statement_WhenAttacked_IsRefusedAndNothingIsRemembered(ProfileId profile, string type, string attack)
    {
        var (cast, kind) = (Cast.Of(profile), Cast.Kind(type));
        var offer = Attacks.All[attack](cast, kind);
        Assert.Null(RootRules.Fault(offer.Trusted.Root));
        var before = offer.Versions.ToBytes();
        var refused = Assert.IsType<TrustAnswer.Refused>(offer.Trusted.Verify(offer.Envelope, kind, offer.Now, offer.Versions));
        Assert.Equal((offer.Fault, offer.Envelopes.Cast<EnvelopeFault?>().FirstOrDefault()), (refused.Fault, refused.Envelope));
        Assert.Matches("[\u4e00-\u9fff]", refused.Reason);

        // The state is as it was, and honest people go on.
        Assert.Equal(before, offer.Versions.ToBytes());
        Assert.IsType<TrustAnswer.Accepted>(cast.Trusted.Verify(cast.Sign(kind, Cast.Statement(kind, 8)), kind, Cast.Now, offer.Versions));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void S03_Statement_WhenAThiefUsedUpTheVersions_GoesOnInANewEpoch(ProfileId profile, string type)
    {
        // The thief of a key advances as far as a leap goes. A new root with other keys and a higher epoch begins at 1 again.
        var (cast, kind) = (Cast.Of(profile), Cast.Kind(type));
        var stolen = Attacks.Known(cast, kind, AcceptedVersions.MostLeap);
        var trusted = Attacks.Rotated(cast, kind, epoch: 2);
        var statement = Cast.Statement(kind, 1) with { Epoch = 2 };
        var envelope = statement.ToDraft(kind).Seal([.. Cast.SignersOf(kind).Select(name => cast[$"{name} anew"])]);
        var accepted = Assert.IsType<TrustAnswer.Accepted>(trusted.Verify(envelope, kind, Cast.Now, stolen));
        Assert.Equal((2, 1), (accepted.Versions.Newest(kind, statement.Series)!.Epoch, accepted.Versions.Newest(kind, statement.Series)!.Version));
    }

    [Fact]
    public void S03_Freshness_WhenStatementsOfTwoMomentsAreMixed_NamesOnlyThoseOfOne()
    {
        var cast = Cast.Of(ProfileId.P256);
        VerifiedStatement Accept(SignedKind kind, Statement statement) =>
            ((TrustAnswer.Accepted)cast.Trusted.Verify(cast.Sign(kind, statement), kind, Cast.Now, AcceptedVersions.None)).Statement;
        var (old, current) = (Accept(SignedKind.Campaign, Cast.Statement(SignedKind.Campaign, 7)), Accept(SignedKind.Campaign, Cast.Statement(SignedKind.Campaign, 8)));
        var approval = Accept(SignedKind.Approval, Cast.Statement(SignedKind.Approval));
        var list = new Freshness([Line(approval), Line(current)]);
        var fresh = Freshness.Read(Accept(SignedKind.Freshness, Cast.Statement(SignedKind.Freshness) with { Body = list.ToBytes() }))!;
        Assert.True(fresh.Names(approval));
        Assert.True(fresh.Names(current));
        Assert.False(fresh.Names(old));
        Assert.False(fresh.Names(Accept(SignedKind.Campaign, Cast.Statement(SignedKind.Campaign, 8, "another"))));

        // The list itself has one form, and comes in no other kind.
        Assert.Null(Freshness.Read(Accept(SignedKind.Freshness, Cast.Statement(SignedKind.Freshness) with { Body = new Freshness([Line(current), Line(approval)]).ToBytes() })));
        Assert.Null(Freshness.Read(Accept(SignedKind.Freshness, Cast.Statement(SignedKind.Freshness) with { Body = (byte[])[.. list.ToBytes(), 0] })));
        Assert.Null(Freshness.Read(Accept(SignedKind.Campaign, Cast.Statement(SignedKind.Campaign) with { Body = list.ToBytes() })));
    }

    [Fact]
    public void S03_Freshness_WhenItLivesLongerThanALease_IsRefused()
    {
        var cast = Cast.Of(ProfileId.P256);
        TrustFault? Fault(int hours) => (cast.Trusted.Verify(
            cast.Sign(SignedKind.Freshness, Cast.Statement(SignedKind.Freshness) with { ExpiresAt = Cast.Now.AddHours(hours - 1) }), SignedKind.Freshness, Cast.Now, AcceptedVersions.None) as TrustAnswer.Refused)?.Fault;
        Assert.Null(Fault(720));
        Assert.Equal(TrustFault.LivesTooLong, Fault(721));
    }

    private static FreshLine Line(VerifiedStatement statement) => new(statement.Kind.Type, statement.Content.Series, statement.Content.Version, statement.Digest);
}
