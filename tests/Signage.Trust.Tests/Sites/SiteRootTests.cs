using Signage.Core.Review;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Sites;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Sites;

public sealed class SiteRootTests
{
    private static readonly Cast Cast = Cast.Of(ProfileId.P256);

    [Theory]
    [InlineData(ProfileId.P256)]
    [InlineData(ProfileId.Sm2)]
    public void Root_WhenOnePersonSetsASiteUp_LetsThatPersonApproveAndTheSiteNothing(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var root = SiteRoot.OfOnePerson("船山社区", "zhang", "张三", cast["zhang"].Public, cast["site"].Public, Cast.Now.AddTicks(7));
        Assert.Null(RootRules.Fault(root));
        Assert.Equal(new ReviewPolicy(ReviewMode.OnePerson, ReviewMode.OnePerson), root.Review);
        var trusted = new TrustedSet(root, Cast.Site);
        var approval = Cast.Statement(Cast.Words("慈善", "zhang", ReviewMode.OnePerson)) with { IssuedAt = Cast.Now };
        bool Takes(SignedKind kind, Statement statement, params string[] people) =>
            trusted.Verify(cast.Sign(kind, statement, people), kind, Cast.Now, AcceptedVersions.None) is TrustAnswer.Accepted;
        Assert.True(Takes(SignedKind.Approval, approval, "zhang"));
        Assert.False(Takes(SignedKind.Approval, approval, "site"));
        Assert.True(Takes(SignedKind.AuditHead, Cast.Statement(SignedKind.AuditHead), "site"));
        Assert.True(Takes(SignedKind.Blank, Cast.Statement(SignedKind.Blank), "zhang"));
        Assert.False(Takes(SignedKind.Blank, Cast.Statement(SignedKind.Blank), "site"));
        Assert.False(Takes(SignedKind.Resume, Cast.Statement(SignedKind.Resume), "zhang", "site"));
    }

    [Fact]
    public void Root_WhenAFieldIsWrong_IsNotMade()
    {
        TrustRoot Made(string domain = "suining", string owner = "zhang", string key = "zhang", PublicKey? site = null) =>
            SiteRoot.OfOnePerson(domain, owner, "张三", Cast[key].Public, site ?? Cast["site"].Public, Cast.Now);
        Assert.NotNull(Made());
        Assert.Throws<ArgumentException>(() => Made(domain: ""));
        Assert.Throws<ArgumentException>(() => Made(owner: SiteRoot.SiteId));
        Assert.Throws<ArgumentException>(() => Made(key: "site"));
        Assert.Throws<ArgumentException>(() => Made(site: Cast.Of(ProfileId.Sm2)["site"].Public));
    }
}
