using Signage.Core.Programmes;
using Signage.Core.Review.Drawings;
using Signage.Trust.Contents;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Sites;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Sites;

public sealed class SiteTrustTests
{
    private const string Text = "慈善宣传";
    private static readonly Cast Cast = Cast.Of(ProfileId.P256);
    private static readonly LitWords Lit = new(new Revision("slogan-1", Text), "square", Cast.Drawing(Text), Cast.Now);
    private static readonly SiteTrust Fresh = SiteTrust.Pin(Cast.Root, Cast.Site);

    [Fact]
    public void Site_WhenJustSetUp_LightsNothing() => Assert.NotNull(Fresh.Approvals.Complaint(Lit));

    [Fact]
    public void Approval_WhenItCameByTheDoor_HoldsNowAndAfterARestart()
    {
        var step = Fresh.Accept(Signed(Words()), SignedKind.Approval, Cast.Now);
        Assert.True(Assert.IsType<TrustAnswer.Accepted>(step.Answer).IsNew);
        Assert.Null(step.After.Approvals.Complaint(Lit));
        var woken = Reopened([], Restored(step.After.Versions), Signed(Words()));
        Assert.Empty(woken.Dropped);
        Assert.Null(woken.Trust.Approvals.Complaint(Lit));

        // What was there before is as it was.
        Assert.NotNull(Fresh.Approvals.Complaint(Lit));
    }

    [Fact]
    public void Approval_WhenALaterOneComes_GivesWayAndNeverComesBack()
    {
        var first = Fresh.Accept(Signed(Words()), SignedKind.Approval, Cast.Now).After;
        var later = Signed(Words() with { Template = "新词", Drawings = [Cast.Drawing("新词")] }, version: 8);
        var second = first.Accept(later, SignedKind.Approval, Cast.Now).After;
        Assert.NotNull(second.Approvals.Complaint(Lit));
        Assert.Null(second.Approvals.Complaint(Lit with { Revision = new Revision("slogan-1", "新词"), Drawing = Cast.Drawing("新词") }));
        var again = second.Accept(Signed(Words()), SignedKind.Approval, Cast.Now);
        Assert.Equal(TrustFault.Rollback, Assert.IsType<TrustAnswer.Refused>(again.Answer).Fault);
        Assert.Same(second, again.After);
        Assert.Equal(0, Assert.Single(Reopened([], second.Versions, Signed(Words()), later).Dropped).Place);
    }

    [Fact]
    public void Approval_WhenItComesTwice_HasNoSecondEffect()
    {
        var first = Fresh.Accept(Signed(Words()), SignedKind.Approval, Cast.Now).After;
        var again = first.Accept(Signed(Words()), SignedKind.Approval, Cast.Now);
        Assert.False(Assert.IsType<TrustAnswer.Accepted>(again.Answer).IsNew);
        Assert.Same(first, again.After);
    }

    /// <summary>S05: whatever is refused leaves nothing behind, for every kind and every fault on the way.</summary>
    [Theory]
    [MemberData(nameof(Cast.ProfilesAndKinds), MemberType = typeof(Cast))]
    public void S05_Envelope_WhenRefused_ChangesNothing(ProfileId profile, string type)
    {
        var cast = Cast.Of(profile);
        var kind = Cast.Kind(type);
        var fresh = SiteTrust.Pin(cast.Root, Cast.Site);
        var good = Cast.Statement(kind);
        byte[][] bad =
        [
            [], cast.Sign(kind, good, "stranger"), cast.Sign(kind, good with { Target = "suining/elsewhere" }), cast.Sign(kind, good with { Epoch = 2 }), cast.Sign(kind, good with { IssuedAt = Cast.Now.AddHours(1) }),
            cast.Sign(kind, good with { ExpiresAt = Cast.Now }), cast.Sign(kind, good with { Version = Statement.MostVersion }), [.. cast.Sign(kind, good), 0],
        ];
        Assert.All(bad, envelope => Assert.Same(fresh, fresh.Accept(envelope, kind, Cast.Now).After));
        Assert.NotSame(fresh, fresh.Accept(cast.Sign(kind, good), kind, Cast.Now).After);
    }

    /// <summary>Somebody's key was stolen: the next root says so, and what that person approved is lit no more, before and after a restart.</summary>
    [Fact]
    public void S02_Approval_WhenTheNextRootRevokesAReviewer_HoldsNoMore()
    {
        var site = Fresh.Accept(Signed(Words()), SignedKind.Approval, Cast.Now).After;
        var next = Cast.Sign((Cast.Root with
        {
            Version = 2,
            People = [.. Cast.Root.People.Select(person => person.Id == "first" ? person with { IsRevoked = true } : person)],
        }).ToDraft(), "root-1", "root-2");
        var followed = Assert.IsType<SiteTrustAnswer.Opened>(site.Follow([next], Cast.Now, [Signed(Words())]));
        Assert.Single(followed.Dropped);
        Assert.Equal(2, followed.Trust.Trusted.Root.Version);
        Assert.NotNull(followed.Trust.Approvals.Complaint(Lit));
        Assert.NotNull(Reopened([next], followed.Trust.Versions, Signed(Words())).Trust.Approvals.Complaint(Lit));
        var others = followed.Trust.Accept(Cast.Sign(SignedKind.Approval, Cast.Statement(Words(), 8), "all-1", "second", "final"), SignedKind.Approval, Cast.Now);
        Assert.Null(others.After.Approvals.Complaint(Lit));
    }

    /// <summary>Whoever takes the latest root away, or writes another one there, does not give back what it took: the site believes nothing, which darkens, and says why.</summary>
    [Fact]
    public void Roots_WhenOneOfThoseKeptDoesNotFollow_AreRefusedAsAWhole()
    {
        var next = Cast.Sign((Cast.Root with { Version = 2 }).ToDraft(), "root-1", "root-2");
        var third = Cast.Sign((Cast.Root with { Version = 3 }).ToDraft(), "root-1", "root-2");
        Assert.Equal(3, Reopened([next, third], AcceptedVersions.None).Trust.Trusted.Root.Version);
        byte[][][] wrong = [[third], [third, next], [next, next], [next, Cast.Sign((Cast.Root with { Version = 3 }).ToDraft(), "root-1")], [[]]];
        Assert.All(wrong, roots => Assert.Matches(
            "[\u4e00-\u9fff]", Assert.IsType<SiteTrustAnswer.Refused>(SiteTrust.Open(Cast.Root, Cast.Site, new KeptTrust(Kept(roots), AcceptedVersions.None, []))).Reason));
    }

    /// <summary>A root that has ended while the site was off still stands when the site wakes up, and lets nothing new in.</summary>
    [Fact]
    public void Roots_WhenTheLastHasEnded_StandAndLetNothingNewIn()
    {
        var next = Cast.Sign((Cast.Root with { Version = 2, ExpiresAt = Cast.Now.AddHours(1) }).ToDraft(), "root-1", "root-2");
        var site = Assert.IsType<SiteTrustAnswer.Opened>(Fresh.Accept(Signed(Words()), SignedKind.Approval, Cast.Now).After.Follow([next], Cast.Now, [Signed(Words())])).Trust;
        var woken = Reopened([next], site.Versions, Signed(Words())).Trust;
        Assert.Null(woken.Approvals.Complaint(Lit with { At = Cast.Now.AddHours(2) }));
        Assert.IsType<TrustAnswer.Refused>(woken.Accept(Signed(Words(), version: 8), SignedKind.Approval, Cast.Now.AddHours(2)).Answer);
        Assert.IsType<SiteTrustAnswer.Refused>(Fresh.Follow([next], Cast.Now.AddHours(2), []));
    }

    private static SignedWords Words() => Cast.Words(Text);

    private static byte[] Signed(SignedWords words, long version = 7) => Cast.Sign(SignedKind.Approval, Cast.Statement(words, version));

    private static ReadOnlyMemory<byte>[] Kept(params byte[][] envelopes) => [.. envelopes.Select(bytes => (ReadOnlyMemory<byte>)bytes)];

    private static SiteTrustAnswer.Opened Reopened(byte[][] roots, AcceptedVersions versions, params byte[][] approvals) =>
        Assert.IsType<SiteTrustAnswer.Opened>(SiteTrust.Open(Cast.Root, Cast.Site, new KeptTrust(Kept(roots), versions, Kept(approvals))));

    private static AcceptedVersions Restored(AcceptedVersions versions) => AcceptedVersions.Read(versions.ToBytes())!;
}
