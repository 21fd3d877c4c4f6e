using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Trust.Contents;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Papers;

/// <summary>The two readers of approvals say yes and no to the same ones, and read the same out of those that they take.</summary>
public sealed class PaperApprovalTests
{
    private static readonly ReviewPolicy Lenient = new(ReviewMode.OnePerson, ReviewMode.ThreeReviews);
    private static readonly string[] Reviewers = ["first", "second", "final"];

    public static TheoryData<ProfileId> Profiles => Cast.Profiles;

    /// <summary>With the signatures as they stand in the envelope, by the arithmetic of <see cref="PaperCurve"/>.</summary>
    [Theory]
    [MemberData(nameof(Profiles))]
    public void S41_Approval_WhenItIsGoodOrOneThingIsWrong_IsJudgedAlike(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var root = cast.Root with { Extensions = [RootReview.Of(Lenient)] };
        var good = Cast.Statement(Words());
        var asked = Cast.Statement(Words() with { Mode = ReviewMode.TwoPeople });
        (string Name, bool Expected, Statement Statement, string[] Signed)[] all =
        [
            ("three reviews", true, good, Reviewers),
            ("two people", true, Cast.Statement(Words() with { Mode = ReviewMode.TwoPeople, AuthorId = "first" }), ["first", "final"]),
            ("two people, of whom one did not sign", false, Cast.Statement(Words() with { Mode = ReviewMode.TwoPeople, AuthorId = "first" }), ["final"]),
            ("two people, of whom one is nobody", false, asked, ["final", "author"]),
            ("two people, of whom one is revoked", false, Cast.Statement(Words() with { Mode = ReviewMode.TwoPeople, AuthorId = "revoked" }), ["final", "revoked"]),
            ("one person, who wrote it", true, Cast.Statement(Words() with { Mode = ReviewMode.OnePerson, AuthorId = "final" }), ["final"]),
            ("two people, who are one", false, Cast.Statement(Words() with { Mode = ReviewMode.TwoPeople, AuthorId = "final" }), ["final"]),
            ("a review short", false, good, ["first", "final"]),
            ("one who may all, twice", false, good, ["first", "all-1", "all-1"]),
            ("two who may all", true, good, ["first", "all-1", "all-2"]),
            ("a revoked one", false, good, ["first", "second", "revoked"]),
            ("a revoked one beside them", true, good, [.. Reviewers, "revoked", "stranger", "dispatch"]),
            ("a whole district", true, good with { Target = "suining/*" }, Reviewers),
            ("everybody", true, good with { Target = "*" }, Reviewers),
            ("another site", false, good with { Target = "suining/chuanshan-10" }, Reviewers),
            ("another district", false, good with { Target = "suinin/*" }, Reviewers),
            ("another epoch", false, good with { Epoch = 2 }, Reviewers),
            ("another item's series", false, good with { Series = (Words() with { ItemId = "slogan-2" }).Series }, Reviewers),
            ("just in time", true, good with { IssuedAt = Cast.Now.AddMinutes(5) }, Reviewers),
            ("too early", false, good with { IssuedAt = Cast.Now.AddMinutes(5).AddMilliseconds(1) }, Reviewers),
            ("just not over", true, good with { ExpiresAt = Cast.Now.AddMilliseconds(1) }, Reviewers),
            ("over", false, good with { ExpiresAt = Cast.Now }, Reviewers),
            ("ten years", true, good with { ExpiresAt = good.IssuedAt.AddDays(3660) }, Reviewers),
            ("longer", false, good with { ExpiresAt = good.IssuedAt.AddDays(3660).AddMilliseconds(1) }, Reviewers),
            ("a body that goes on", false, good with { Body = (byte[])[.. good.Body.Span, 0] }, Reviewers),
        ];
        Assert.All(all, one => Assert.True(Agree(cast, root, cast.Sign(SignedKind.Approval, one.Statement, one.Signed), one.Expected), one.Name));
        Assert.True(Agree(cast, root, cast.Sign(new Draft(SignedKind.Blank.Type, good.ToDraft(SignedKind.Approval).SignedBytes.Span[44..]), Reviewers), expected: false));
        Assert.True(Agree(cast, root with { ExpiresAt = Cast.Now }, cast.Sign(SignedKind.Approval, good), expected: false));
        Assert.True(Agree(cast, cast.Root, cast.Sign(SignedKind.Approval, asked, Reviewers), expected: false));
    }

    /// <summary>
    /// Everybody who reviews signs each change, so nothing but the form and the rules is left to refuse it. SM2 takes some milliseconds a signature, so there one bit of each byte is
    /// changed and the bit goes round.
    /// </summary>
    [Theory]
    [MemberData(nameof(Profiles))]
    public void B03_Approval_WhenAnyBitIsChangedAndSignedAgain_IsJudgedAlike(ProfileId profile)
    {
        var cast = Cast.Of(profile);
        var root = cast.Root with { Extensions = [RootReview.Of(Lenient)] };
        var (trusted, paper) = (new TrustedSet(root, Cast.Site), PaperRoot.Read(RootCodec.Write(root))!);
        var good = Cast.Statement(Words()).ToDraft(SignedKind.Approval).SignedBytes[44..];
        Assert.NotNull(PaperApproval.Judge(good.ToArray(), Reviewers, paper, "suining", "chuanshan-1", Cast.Now.ToUnixTimeMilliseconds()));
        var (accepted, tried) = (0, 0);
        var step = profile == ProfileId.P256 ? 1 : 9;
        for (var bit = 0; bit < good.Length * 8; bit += step, tried++)
        {
            var payload = good.ToArray();
            payload[bit / 8] ^= (byte)(1 << (bit % 8));
            var ours = trusted.Inspect(cast.Sign(new Draft(SignedKind.Approval.Type, payload), Reviewers), SignedKind.Approval, Cast.Now);
            var theirs = PaperApproval.Judge(payload, Reviewers, paper, "suining", "chuanshan-1", Cast.Now.ToUnixTimeMilliseconds());
            Assert.True(IsSame(ours, theirs), $"byte {bit / 8}, bit {bit % 8}: {ours}");
            accepted += theirs is null ? 0 : 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{accepted} of {tried} changes are other approvals");
        Assert.InRange(accepted, tried / 20, tried * 19 / 20);
    }

    /// <summary>Random roots, people, modes and authors; the signatures themselves are reckoned by both in every twentieth round, since ours are quick and the paper's are not.</summary>
    [Fact]
    public void S02_Approval_WhenAnybodySignsUnderAnyRoot_IsJudgedAlike()
    {
        const int Seed = 41;
        const int Rounds = 500;
        var random = new Random(Seed);
        var cast = Cast.Of(ProfileId.P256);
        string[] names = ["p0", "p1", "p2", "p3", "p4", "p5", "p6"];
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var root = Root(cast, random, names);
            var words = Cast.Words("慈善", random.GetItems((string[])[.. names, "author"], 1)[0], (ReviewMode)random.Next(1, 4));
            var signed = random.GetItems((string[])[.. names, "stranger"], random.Next(1, 13));
            var envelope = cast.Sign(SignedKind.Approval, Cast.Statement(words), signed);
            var paper = PaperRoot.Read(RootCodec.Write(root))!;
            var ours = new TrustedSet(root, Cast.Site).Inspect(envelope, SignedKind.Approval, Cast.Now);
            var theirs = round % 20 == 0
                ? PaperApproval.Of(envelope, paper, "suining", "chuanshan-1", Cast.Now.ToUnixTimeMilliseconds())
                : PaperApproval.Judge(Cast.Statement(words).ToDraft(SignedKind.Approval).SignedBytes[44..].ToArray(), signed, paper, "suining", "chuanshan-1", Cast.Now.ToUnixTimeMilliseconds());
            Assert.True(IsSame(ours, theirs), $"seed {Seed}, round {round}: {words.Mode} by {words.AuthorId}, signed {string.Join(' ', signed)}: {ours}");
            accepted += theirs is null ? 0 : 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {accepted} of {Rounds} accepted");
        Assert.InRange(accepted, Rounds / 20, Rounds * 19 / 20);
    }

    private static TrustRoot Root(Cast cast, Random random, string[] names)
    {
        // Two in three roles are given, so that three reviews have a chance.
        TrustPerson[] people = [.. names.Select(name => new TrustPerson(name, name, new RoleSet(((uint)(random.Next(8) | random.Next(8))) << (int)Role.FirstReview), [cast[name].Public], random.Next(8) == 0))];
        int Threshold(Role role) => people.Count(person => !person.IsRevoked && person.Roles.Has(role)) is var holders && holders == 0 ? 0 : random.Next(1, Math.Min(holders, 3) + 1);
        var usual = random.Next(1, 4);
        return cast.Root with
        {
            Extensions = usual == 3 && random.Next(2) == 0 ? [] : [RootReview.Of(new ReviewPolicy((ReviewMode)usual, (ReviewMode)random.Next(usual, 4)))],
            Thresholds = [1, Threshold(Role.FirstReview), Threshold(Role.SecondReview), Threshold(Role.FinalReview), 0, 0, 0, 0, 0],
            People = [.. people, cast.Root.People.Single(person => person.Id == "root-1")],
        };
    }

    private static SignedWords Words() => Cast.Words("{地名}欢迎您", "作者") with
    {
        ItemId = "标语-1",
        Variables = [new("地名", "船山"), new("节日", "é")],
        Style = new ShowStyle(Effect.MoveLeft, TimeSpan.FromMicroseconds(20_001), TimeSpan.FromMilliseconds(5_500)) { Colour = new(1, 2, 3) },
        LayoutRules = 3,
        From = Cast.Now,
        Panels = ["gate", "门"],
        Drawings = SignedWordsCodec.InOrder([Cast.Drawing("one"), Cast.Drawing("other", "64x32xrgb"), new(Cast.Drawing("one").Face, [.. Cast.Drawing("two").Pages, .. Cast.Drawing("one").Pages])]),
    };

    private static bool Agree(Cast cast, TrustRoot root, byte[] envelope, bool expected)
    {
        var ours = new TrustedSet(root, Cast.Site).Inspect(envelope, SignedKind.Approval, Cast.Now);
        var theirs = PaperApproval.Of(envelope, PaperRoot.Read(RootCodec.Write(root))!, "suining", "chuanshan-1", Cast.Now.ToUnixTimeMilliseconds());
        return IsSame(ours, theirs) && expected == theirs is not null;
    }

    private static bool IsSame(TrustAnswer ours, PaperApproval? theirs)
    {
        if (ours is not TrustAnswer.Accepted { Statement: { Content: var statement } } || theirs is null)
        {
            return ours is TrustAnswer.Refused && theirs is null;
        }

        var words = SignedWordsCodec.Read(statement.Body.Span)!;
        var (style, paper) = (words.Style, theirs.Words);
        return (statement.Version, statement.ExpiresAt.ToUnixTimeMilliseconds()) == ((long)theirs.Statement.Version, theirs.Statement.Expires)
            && (words.ItemId, words.AuthorId, (uint)words.Mode, words.From.ToUnixTimeMilliseconds()) == (paper.Item, paper.Author, paper.Mode, paper.From)
            && words.Revision.Digest == RevisionDigest.Of(paper.Lit)
            && words.Panels.SequenceEqual(paper.Panels)
            && PaperLightTests.Wish(style) == paper.Wish
            && words.Drawings.Select(drawing => $"{drawing.Face} {string.Join(' ', drawing.Pages.Select(page => $"{page.Frame} {(uint)page.Effect}"))}")
                .SequenceEqual(paper.Drawings.Select(drawing => $"{drawing.Face} {string.Join(' ', drawing.Pages.Select(page => $"{page.Frame} {page.Effect}"))}"));
    }
}
