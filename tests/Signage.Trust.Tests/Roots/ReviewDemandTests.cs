using Signage.Core.Review;
using Signage.Trust.Contents;
using Signage.Trust.Envelopes;
using Signage.Trust.Keys;
using Signage.Trust.Roots;

namespace Signage.Trust.Tests.Roots;

public sealed class ReviewDemandTests
{
    private static readonly Cast Cast = Cast.Of(ProfileId.P256);
    private static readonly Role[] Reviews = [Role.FirstReview, Role.SecondReview, Role.FinalReview];

    public static TheoryData<byte[], RootFault?> Fields => new()
    {
        { [3, 3], null },
        { [1, 3], null },
        { [2, 2], null },
        { [3, 1], RootFault.OutOfBounds },
        { [0, 3], RootFault.OutOfBounds },
        { [1, 4], RootFault.OutOfBounds },
        { [1], RootFault.OutOfBounds },
        { [1, 1, 1], RootFault.OutOfBounds },
        { [], RootFault.OutOfBounds },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Root_WhenItSaysHowManyReviews_IsReadOrRefused(byte[] value, RootFault? fault) =>
        Assert.Equal(fault, RootRules.Fault(Cast.Root with { Extensions = [new RootExtension("review", true, value)] }));

    [Fact]
    public void Root_WhenTheFieldCouldBePassedOver_IsRefused() =>
        Assert.Equal(RootFault.OutOfBounds, RootRules.Fault(Cast.Root with { Extensions = [new RootExtension("review", false, new byte[] { 1, 1 })] }));

    [Fact]
    public void Root_WhenItSaysNothing_TakesThree() => Assert.Equal(ReviewPolicy.Strict, Cast.Root.Review);

    [Fact]
    public void Root_WhenWrittenAndRead_SaysTheSame()
    {
        var policy = new ReviewPolicy(ReviewMode.TwoPeople, ReviewMode.ThreeReviews);
        var root = Assert.IsType<RootAnswer.Read>(RootCodec.Read(RootCodec.Write(Root(policy)))).Root;
        Assert.Equal(policy, root.Review);
    }

    [Theory]
    [InlineData("author", "first,second,final", null)]
    [InlineData("first", "first,second,final", TrustFault.StepMissing)]
    [InlineData("first", "all-1,second,final", null)]
    [InlineData("all-1", "all-1,second,final", TrustFault.StepMissing)]
    [InlineData("all-1", "all-1,all-2,second,final", null)]
    [InlineData("all-1", "all-1,first,second,final", null)]
    public void S15_Approval_WhenItsAuthorSigned_CountsForNothing(string author, string people, TrustFault? fault) =>
        Assert.Equal(fault, Fault(Cast.Root, Cast.Words("慈善", author), people.Split(',')));

    [Theory]
    [InlineData(ReviewMode.OnePerson, ReviewMode.OnePerson, "final", "final", null)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.OnePerson, "final", "first", TrustFault.StepMissing)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.TwoPeople, "final", "final", TrustFault.StepMissing)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.TwoPeople, "final", "all-1", TrustFault.AuthorMissing)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.TwoPeople, "final", "all-1,final", null)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.TwoPeople, "author", "all-1,author", TrustFault.AuthorMissing)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.TwoPeople, "dispatch", "all-1,dispatch", TrustFault.AuthorMissing)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.TwoPeople, "revoked", "all-1,revoked", TrustFault.AuthorMissing)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.ThreeReviews, "author", "final", TrustFault.StepMissing)]
    [InlineData(ReviewMode.OnePerson, ReviewMode.ThreeReviews, "author", "first,second,final", null)]
    [InlineData(ReviewMode.TwoPeople, ReviewMode.OnePerson, "final", "final", TrustFault.OtherContent)]
    [InlineData(ReviewMode.ThreeReviews, ReviewMode.TwoPeople, "author", "first,second,final", TrustFault.OtherContent)]
    public void Approval_WhenTheRootAsksForFewerReviews_NeedsThoseThatItClaims(ReviewMode usual, ReviewMode claimed, string author, string people, TrustFault? fault) =>
        Assert.Equal(fault, Fault(Root(new ReviewPolicy(usual, ReviewMode.ThreeReviews)), Cast.Words("慈善", author, claimed), people.Split(',')));

    /// <summary>Where nobody does a first review, words cannot claim to have gone through one.</summary>
    [Fact]
    public void Approval_WhenItClaimsAReviewThatNobodyDoes_IsRefused()
    {
        var alone = Root(new ReviewPolicy(ReviewMode.OnePerson, ReviewMode.ThreeReviews)) with
        {
            Thresholds = [.. Cast.Root.Thresholds.Select((threshold, role) => (Role)role is Role.FirstReview or Role.SecondReview ? 0 : threshold)],
            People = [.. Cast.Root.People.Where(person => !person.Roles.Has(Role.FirstReview) && !person.Roles.Has(Role.SecondReview))],
        };
        Assert.Null(RootRules.Fault(alone));
        Assert.Null(Fault(alone, Cast.Words("慈善", "final", ReviewMode.OnePerson), "final"));
        Assert.Equal(TrustFault.StepMissing, Fault(alone, Cast.Words("慈善", "author", ReviewMode.ThreeReviews), "final"));
    }

    [Fact]
    public void Approval_WhenItsBodyIsNone_IsRefused()
    {
        var good = Cast.Statement(SignedKind.Approval);
        TrustFault? Of(Statement statement) => (Cast.Trusted.Verify(Cast.Sign(SignedKind.Approval, statement), SignedKind.Approval, Cast.Now, AcceptedVersions.None) as TrustAnswer.Refused)?.Fault;
        Assert.Null(Of(good));
        Assert.Equal(TrustFault.OtherContent, Of(good with { Body = "慈善"u8.ToArray() }));
        Assert.Equal(TrustFault.OtherContent, Of(good with { Body = (byte[])[.. good.Body.Span, 0] }));
        Assert.Equal(TrustFault.OtherContent, Of(good with { Series = "words/another" }));
    }

    /// <summary>Random roots, people and signatures, against a search through every way to seat people at steps.</summary>
    [Fact]
    public void S02_Approval_WhenAnybodySigns_IsAcceptedExactlyWhenEveryStepHasAPersonOfItsOwn()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        string[] names = ["p0", "p1", "p2", "p3", "p4"];
        var accepted = 0;
        for (var round = 0; round < 600; round++)
        {
            TrustPerson[] people = [.. names.Select(name => new TrustPerson(name, name, new RoleSet((uint)random.Next(8) << (int)Role.FirstReview), [Cast[name].Public], random.Next(6) == 0))];
            int Threshold(Role role) => people.Count(person => !person.IsRevoked && person.Roles.Has(role)) is var holders && holders == 0 ? 0 : random.Next(1, Math.Min(holders, 2) + 1);
            var usual = (ReviewMode)random.Next(1, 4);
            var root = Root(new ReviewPolicy(usual, ReviewMode.ThreeReviews)) with
            {
                Thresholds = [1, .. Reviews.Select(Threshold), 0, 0, 0, 0, 0],
                People = [.. people, Cast.Root.People.Single(person => person.Id == "root-1")],
            };
            Assert.Null(RootRules.Fault(root));
            var (author, mode, signers) = (names[random.Next(5)], (ReviewMode)random.Next(1, 4), random.GetItems(names, random.Next(1, 7)));
            var fault = Fault(root, Cast.Words("慈善", author, mode), signers);
            var steps = ReviewPolicy.Stages(mode).Select(stage => Reviews[(int)stage - 1]).SelectMany(role => Enumerable.Repeat(role, Math.Max(1, root.Threshold(role)))).ToArray();
            var counting = people.Where(person => signers.Contains(person.Id) && !person.IsRevoked && (mode == ReviewMode.OnePerson || person.Id != author)).ToArray();
            var isWritten = mode != ReviewMode.TwoPeople || people.Any(person => person.Id == author && signers.Contains(author) && !person.IsRevoked && person.Roles.Bits != 0);
            var expected = mode >= usual && isWritten && CanSit(steps, counting);
            accepted += expected ? 1 : 0;
            Assert.True(expected == fault is null, $"seed {Seed}, round {round}: {fault}");
        }

        Assert.InRange(accepted, 30, 570);
    }

    private static bool CanSit(ReadOnlySpan<Role> steps, TrustPerson[] people)
    {
        if (steps.IsEmpty)
        {
            return true;
        }

        foreach (var person in people)
        {
            if (person.Roles.Has(steps[0]) && CanSit(steps[1..], [.. people.Where(other => other != person)]))
            {
                return true;
            }
        }

        return false;
    }

    private static TrustRoot Root(ReviewPolicy policy) => Cast.Root with { Extensions = [RootReview.Of(policy)] };

    private static TrustFault? Fault(TrustRoot root, SignedWords words, params string[] people) =>
        (new TrustedSet(root, Cast.Site).Verify(Cast.Sign(SignedKind.Approval, Cast.Statement(words), people), SignedKind.Approval, Cast.Now, AcceptedVersions.None) as TrustAnswer.Refused)?.Fault;
}
