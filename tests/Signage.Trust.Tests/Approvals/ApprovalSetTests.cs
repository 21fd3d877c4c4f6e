using Signage.Core.Frames;
using Signage.Core.Panels;
using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Review.Drawings;
using Signage.Trust.Approvals;
using Signage.Trust.Contents;
using Signage.Trust.Keys;
using Signage.Trust.Roots;
using Signage.Trust.Tests.Roots;

namespace Signage.Trust.Tests.Approvals;

public sealed class ApprovalSetTests
{
    private const string Text = "慈善宣传";
    private static readonly Cast Cast = Cast.Of(ProfileId.P256);
    private static readonly LitWords Lit = new(new Revision("slogan-1", Text), "square", Cast.Drawing(Text), Cast.Now);

    public static TheoryData<string, string> Edits => new()
    {
        { "text", "签过名" },
        { "drawing", "画面" },
        { "face", "画面" },
        { "movement", "画面" },
        { "effect", "特技" },
        { "speed", "速度" },
        { "stay", "停留" },
        { "colour", "颜色" },
        { "panel", "屏幕" },
        { "before", "起才生效" },
        { "after", "到期" },
    };

    [Fact]
    public void Words_WhenThreePeopleSigned_PassOnceMoreAndAgain()
    {
        var opening = Open(Signed(Words()));
        Assert.Empty(opening.Refused);
        Assert.Null(opening.Approvals.Complaint(Lit));
        Assert.Null(opening.Approvals.Complaint(Lit with { Drawing = Lit.Drawing with { Pages = [.. Lit.Drawing.Pages, .. Lit.Drawing.Pages] } }));
        Assert.Equal(["first", "second", "final"], Assert.Single(opening.Approvals.All).Statement.People);
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void S17_Words_WhenAnythingIsEdited_PassNoMore(string edit, string word)
    {
        var set = Open(Signed(Words() with { Panels = ["gate", "square"], From = Cast.Now.AddMinutes(-1) })).Approvals;
        Assert.Null(set.Complaint(Lit));
        var complaint = set.Complaint(Edited(edit));
        Assert.Contains(word, complaint, StringComparison.Ordinal);
        Assert.Contains("slogan-1", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void S18_Words_WhenOneFrameIsAnother_PassNoMore()
    {
        var two = new Drawing(Lit.Drawing.Face, [.. Lit.Drawing.Pages, .. Cast.Drawing("第二页").Pages]);
        var set = Open(Signed(Words() with { Drawings = [two] })).Approvals;
        Assert.Null(set.Complaint(Lit with { Drawing = two }));
        Assert.NotNull(set.Complaint(Lit with { Drawing = two with { Pages = [.. two.Pages.Reverse()] } }));
        Assert.NotNull(set.Complaint(Lit with { Drawing = two with { Pages = [two.Pages[0]] } }));
        Assert.NotNull(set.Complaint(Lit with { Drawing = two with { Pages = [two.Pages[0], Cast.Drawing("别的").Pages[0]] } }));
    }

    [Fact]
    public void S20_Words_WhenItIsAKeyDate_NeedTheReviewsOfKeyDates()
    {
        var root = Cast.Root with { Extensions = [RootReview.Of(new ReviewPolicy(ReviewMode.TwoPeople, ReviewMode.ThreeReviews))] };
        ApprovalSet Set(ReviewMode mode, params string[] people) =>
            Open(new TrustedSet(root, Cast.Site), Cast.Sign(SignedKind.Approval, Cast.Statement(Words() with { Mode = mode, AuthorId = "all-1" }), people)).Approvals;
        var two = Set(ReviewMode.TwoPeople, "all-1", "final");
        Assert.Null(two.Complaint(Lit));
        Assert.Contains("三审", two.Complaint(Lit with { IsKey = true }), StringComparison.Ordinal);
        Assert.Null(Set(ReviewMode.ThreeReviews, "first", "second", "final").Complaint(Lit with { IsKey = true }));
    }

    [Fact]
    public void Approval_WhenALaterOneOfTheItemIsThere_HoldsNoMore()
    {
        var opening = Open(Signed(Words(), version: 1), Signed(Words() with { Template = "新词", Drawings = [Cast.Drawing("新词")] }, version: 2));
        Assert.Equal(0, Assert.Single(opening.Refused).Place);
        Assert.NotNull(opening.Approvals.Complaint(Lit));
        Assert.Null(opening.Approvals.Complaint(Lit with { Revision = new Revision("slogan-1", "新词"), Drawing = Cast.Drawing("新词") }));
    }

    /// <summary>Somebody writes a second one beside it, where envelopes are kept: with the same version, with the last of all versions, or of an item that nobody accepted anything of.</summary>
    [Fact]
    public void S05_Approval_WhenOneIsPutInBesideTheDoor_HoldsNothing()
    {
        byte[][] beside =
        [
            Signed(Words() with { Panels = ["gate"] }), Signed(Words() with { Panels = ["gate"] }, version: Statement.MostVersion), Signed(Words() with { ItemId = "slogan-9" }, version: 1),
        ];
        var remembered = Remember(Cast.Trusted, Signed(Words()));
        var opening = ApprovalSet.Open(Cast.Trusted, Kept([.. beside, Signed(Words()), .. beside]), remembered);
        Assert.Equal([0, 1, 2, 4, 5, 6], opening.Refused.Select(one => one.Place));
        Assert.Equal("slogan-1", Assert.Single(opening.Approvals.All).Words.ItemId);
        Assert.Null(opening.Approvals.Complaint(Lit));
    }

    /// <summary>Under a root that has ended nothing new is accepted, and nobody gets round that by an earlier date.</summary>
    [Fact]
    public void S05_Approval_WhenItIsBackdatedUnderAnEndedRoot_HoldsNothing()
    {
        var ended = new TrustedSet(Cast.Root with { ExpiresAt = Cast.Now }, Cast.Site);
        var opening = ApprovalSet.Open(ended, Kept(Signed(Words(), version: 8)), Remember(Cast.Trusted, Signed(Words())));
        Assert.Single(opening.Refused);
        Assert.NotNull(opening.Approvals.Complaint(Lit));
    }

    /// <summary>The content that was accepted under signatures that nobody made: a few are looked at, and the others cost nothing.</summary>
    [Fact]
    public void Approval_WhenWrongCopiesOfItAreKept_IsFoundAmongAFewAndNotAmongAThousand()
    {
        var good = Signed(Words());
        byte[] wrong = [.. good];
        wrong[^1] ^= 1;
        var remembered = Remember(Cast.Trusted, good);
        Assert.Null(ApprovalSet.Open(Cast.Trusted, Kept(wrong, wrong, wrong, good), remembered).Approvals.Complaint(Lit));
        var opening = ApprovalSet.Open(Cast.Trusted, Kept([.. Enumerable.Repeat(wrong, 1000), good]), remembered);
        Assert.Equal(1001, opening.Refused.Count);
        Assert.Equal(4, opening.Refused.Count(one => one.Reason != opening.Refused[^1].Reason));
    }

    [Fact]
    public void Approval_WhenItIsKeptTwice_HoldsOnce()
    {
        var opening = Open(Signed(Words()), Signed(Words()));
        Assert.Empty(opening.Refused);
        Assert.Null(opening.Approvals.Complaint(Lit));
    }

    [Fact]
    public void Approval_WhenTheRootHasEnded_GoesOnUntilItsOwnEnd()
    {
        var ended = new TrustedSet(Cast.Root with { ExpiresAt = Cast.Now }, Cast.Site);
        var later = Cast.Now.AddHours(70);
        var set = ApprovalSet.Open(ended, Kept(Signed(Words())), Remember(Cast.Trusted, Signed(Words()))).Approvals;
        Assert.Null(set.Complaint(Lit with { At = later }));
        Assert.Contains("到期", set.Complaint(Lit with { At = Cast.Now.AddHours(71) }), StringComparison.Ordinal);

        // Nothing new comes in by the door, and nothing that was issued after the end holds.
        Assert.Equal(TrustFault.RootExpired, Assert.IsType<TrustAnswer.Refused>(ended.Verify(Signed(Words()), SignedKind.Approval, later, AcceptedVersions.None)).Fault);
        var issuedLater = Cast.Sign(SignedKind.Approval, Cast.Statement(Words()) with { IssuedAt = Cast.Now });
        Assert.Single(ApprovalSet.Open(ended, Kept(issuedLater), Remember(Cast.Trusted, issuedLater)).Refused);
    }

    /// <summary>A correction that lives shorter than what it corrects: the mistake does not come back when the correction is over.</summary>
    [Fact]
    public void Approval_WhenTheLaterOneIsOver_DoesNotComeBack()
    {
        var correction = Cast.Sign(SignedKind.Approval, Cast.Statement(Words() with { Template = "更正", Drawings = [Cast.Drawing("更正")] }, version: 8) with { ExpiresAt = Cast.Now.AddHours(1) });
        var set = Open(Signed(Words()), correction).Approvals;
        Assert.NotNull(set.Complaint(Lit));
        Assert.NotNull(set.Complaint(Lit with { At = Cast.Now.AddHours(2) }));
    }

    /// <summary>Whoever takes the later one away, where envelopes are kept, does not bring the earlier one back.</summary>
    [Fact]
    public void Approval_WhenALaterOneIsRemembered_HoldsNoMore()
    {
        var opening = ApprovalSet.Open(Cast.Trusted, Kept(Signed(Words())), Remember(Cast.Trusted, Signed(Words()), Signed(Words() with { Panels = ["gate"] }, version: 8)));
        Assert.Single(opening.Refused);
        Assert.NotNull(opening.Approvals.Complaint(Lit));
    }

    /// <summary>A site that wakes up with a clock of 1970 opens the same approvals, and lights them when it knows the time.</summary>
    [Fact]
    public void Approval_WhenTheClockIsWrong_IsNotLitAndNotLost()
    {
        var set = Open(Signed(Words())).Approvals;
        Assert.Contains("起才生效", set.Complaint(Lit with { At = DateTimeOffset.UnixEpoch }), StringComparison.Ordinal);
        Assert.Null(set.Complaint(Lit));
    }

    [Fact]
    public void S02_Approval_WhenAReviewerWasRevokedOrSomebodyWroteItIn_IsNotThere()
    {
        var forged = Signed(Words());
        forged[^1] ^= 1;
        var revoked = Cast.Sign(SignedKind.Approval, Cast.Statement(Words()), "first", "second", "revoked");
        var strange = Cast.Sign(SignedKind.Approval, Cast.Statement(Words()), "stranger", "stranger-2", "stranger-3");
        var opening = ApprovalSet.Open(
            Cast.Trusted, Kept([], [1, 2, 3], forged, revoked, strange, Cast.Sign(SignedKind.Campaign, Cast.Statement(SignedKind.Campaign))), Remember(Cast.Trusted, Signed(Words())));
        Assert.Equal(Enumerable.Range(0, 6), opening.Refused.Select(one => one.Place));
        Assert.All(opening.Refused, one => Assert.Matches("[\u4e00-\u9fff]", one.Reason));
        Assert.Empty(opening.Approvals.All);
        Assert.NotNull(opening.Approvals.Complaint(Lit));
        Assert.NotNull(ApprovalSet.None.Complaint(Lit));
    }

    private static SignedWords Words() => Cast.Words(Text);

    private static byte[] Signed(SignedWords words, long version = 7) => Cast.Sign(SignedKind.Approval, Cast.Statement(words, version));

    private static ApprovalOpening Open(params byte[][] envelopes) => Open(Cast.Trusted, envelopes);

    // All came by the door, one after the other.
    private static ApprovalOpening Open(TrustedSet trusted, params byte[][] envelopes) => ApprovalSet.Open(trusted, Kept(envelopes), Remember(trusted, envelopes));

    private static ReadOnlyMemory<byte>[] Kept(params byte[][] envelopes) => [.. envelopes.Select(bytes => (ReadOnlyMemory<byte>)bytes)];

    private static AcceptedVersions Remember(TrustedSet trusted, params byte[][] envelopes) => Cast.Remember(trusted, envelopes);

    private static LitWords Edited(string edit) => edit switch
    {
        "text" => Lit with { Revision = new Revision("slogan-1", "慈善宣传！") },
        "drawing" => Lit with { Drawing = Cast.Drawing("画得不同") },
        "face" => Lit with { Drawing = Lit.Drawing with { Face = PanelFace.Parse("160x16x2") } },
        "movement" => Lit with { Drawing = Lit.Drawing with { Pages = [new(Lit.Drawing.Pages[0].Frame, Effect.ContinuousLeft)] } },
        "effect" => Lit with { Style = new ShowStyle(Effect.Blink) },
        "speed" => Lit with { Style = new ShowStyle(Step: TimeSpan.FromMilliseconds(5)) },
        "stay" => Lit with { Style = new ShowStyle(Stay: TimeSpan.FromSeconds(1)) },
        "colour" => Lit with { Style = new ShowStyle { Colour = LedColour.Green } },
        "panel" => Lit with { PanelId = "school" },
        "before" => Lit with { At = Cast.Now.AddMinutes(-2) },
        "after" => Lit with { At = Cast.Now.AddHours(71) },
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };
}
