using Signage.Core.Frames;
using Signage.Core.Programmes;
using Signage.Core.Review;

namespace Signage.Core.Tests.Review;

/// <summary>The way of a paper, act by act.</summary>
public sealed class ReviewRulesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-09-01T09:00:00+08:00", null);
    private static readonly FrameDigest One = new(new string('1', 64));
    private static readonly FrameDigest Two = new(new string('2', 64));

    private static readonly Person[] Everybody =
    [
        new("writer", "王录", Duty.Write), new("first", "李初", Duty.FirstReview), new("second", "张复", Duty.SecondReview), new("final", "赵终", Duty.FinalReview),
        new("watch", "孙值", Duty.Watch), new("technician", "周技", Duty.Technician), new("manager", "吴管", Duty.Manage),
        new("all", "郑全", Duty.Write | Duty.FirstReview | Duty.SecondReview | Duty.FinalReview | Duty.Watch),
    ];

    private readonly Dictionary<string, Person> _people = Everybody.ToDictionary(person => person.Id);

    [Fact]
    public void Paper_WhenThreePeopleSawEverything_IsApproved()
    {
        var paper = Approved();
        Assert.Equal(ReviewState.Approved, paper.State);
        Assert.Equal(["first", "second", "final"], paper.Steps.Select(step => step.PersonId));
        Assert.Null(ReviewRules.Complaint(paper, _people, Now));
    }

    [Theory]
    [InlineData("first", ReviewState.FirstReview)]
    [InlineData("second", ReviewState.SecondReview)]
    [InlineData("final", ReviewState.FinalReview)]
    public void S15_Author_WhenReviewing_IsRefusedAtEveryStage(string stage, ReviewState state)
    {
        var paper = At(state) with { AuthorId = "all" };
        Assert.Contains("郑全", Refused(paper, Pass(), "all"), StringComparison.Ordinal);
        Done(paper, Pass(), stage);
    }

    [Fact]
    public void S15_Person_WhenHoldingTwoSteps_IsRefusedTheSecond()
    {
        var paper = Done(At(ReviewState.FirstReview), Pass(), "all");
        Assert.Contains("郑全", Refused(paper, Pass(), "all"), StringComparison.Ordinal);
        Done(paper, Pass(), "second");
    }

    [Fact]
    public void S18_Reviewer_WhenAPictureWasNotSeenToTheEnd_IsRefused()
    {
        var refused = Refused(At(ReviewState.FirstReview), new ReviewAct.Pass([One], ""), "first");
        Assert.Contains("1", refused, StringComparison.Ordinal);
        Assert.Contains("2", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void SendBack_WhenThereIsNoReason_IsRefused(string? reason) => Refused(At(ReviewState.SecondReview), new ReviewAct.SendBack(reason!), "second");

    [Fact]
    public void SendBack_WhenThereIsOne_TakesAllReviewsBack()
    {
        var back = Done(At(ReviewState.SecondReview), new ReviewAct.SendBack("错字"), "second");
        Assert.Equal(ReviewState.SentBack, back.State);
        Assert.Empty(back.Steps);
        Assert.Equal(new ReviewRemark("second", Now, "错字"), back.Remark);

        var again = Done(Done(back, Screened(), "writer"), new ReviewAct.HandIn(), "writer");
        Assert.Equal(ReviewState.FirstReview, again.State);
    }

    [Fact]
    public void Screen_WhenSomethingIsRefused_GoesNoFurther()
    {
        Refused(New(), new ReviewAct.Screen([One], ["第 3 字"]), "writer");
        Refused(New(), new ReviewAct.Screen([], []), "writer");
        Refused(New(), new ReviewAct.HandIn(), "writer");
    }

    [Fact]
    public void F59_Review_WhenAnEarlierReviewerLeftMeanwhile_GoesBackToThatStage()
    {
        var paper = Done(At(ReviewState.FirstReview), Pass(), "first");
        _people["first"] = _people["first"] with { Standing = PersonStanding.Left };
        Refused(paper, Pass(), "second");
        Assert.Equal(ReviewState.FirstReview, ReviewRules.Standing(paper, _people).State);
        Refused(paper, Pass(), "first");
        Assert.Equal(ReviewState.SecondReview, Done(paper, Pass(), "all").State);
    }

    [Fact]
    public void F59_Review_WhenAnEarlierReviewerHasTheDutyNoMore_GoesBackToThatStage()
    {
        var paper = Done(At(ReviewState.FirstReview), Pass(), "first");
        _people["first"] = _people["first"] with { Duties = Duty.Write };
        Assert.Equal(ReviewState.FirstReview, ReviewRules.Standing(paper, _people).State);
    }

    [Theory]
    [InlineData(PersonStanding.Active, true)]
    [InlineData(PersonStanding.Left, true)]
    [InlineData(PersonStanding.Revoked, false)]
    public void S02_Approved_WhenAReviewerIsRevoked_IsNotLitAnyMore(PersonStanding standing, bool lit)
    {
        var paper = Approved();
        _people["second"] = _people["second"] with { Standing = standing };
        Assert.Equal(lit, ReviewRules.Complaint(paper, _people, Now) is null);
    }

    [Fact]
    public void S02_Approved_WhenAReviewerIsNobody_IsNotLit()
    {
        var paper = Approved();
        _people.Remove("first");
        Assert.NotNull(ReviewRules.Complaint(paper, _people, Now));
    }

    /// <summary>A row in a database may say anything.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void S02_Approved_WhenStepsAreMissing_IsNotLit(int steps)
    {
        var paper = Approved();
        Assert.NotNull(ReviewRules.Complaint(paper with { Steps = [.. paper.Steps.Take(steps)] }, _people, Now));
    }

    [Fact]
    public void S20_KeyDate_WhenTheUsualModeIsLess_RaisesIt()
    {
        var policy = new ReviewPolicy(ReviewMode.OnePerson, ReviewMode.ThreeReviews);
        Assert.Equal(ReviewMode.OnePerson, policy.For(isKey: false));
        Assert.Equal(ReviewMode.ThreeReviews, policy.For(isKey: true));
        Assert.Equal(ReviewMode.ThreeReviews, new ReviewPolicy(ReviewMode.ThreeReviews, ReviewMode.OnePerson).For(isKey: true));
    }

    [Fact]
    public void OnePersonMode_WhenTheAuthorHasTheFinalDuty_LetsItPass()
    {
        var paper = New() with { AuthorId = "all", Mode = ReviewMode.OnePerson };
        var handed = Done(Done(paper, Screened(), "all"), new ReviewAct.HandIn(), "all");
        Assert.Equal(ReviewState.FinalReview, handed.State);
        Assert.Equal(ReviewState.Approved, Done(handed, Pass(), "all").State);
    }

    [Fact]
    public void TwoPeopleMode_WhenTheAuthorReviews_IsRefused()
    {
        var paper = New() with { AuthorId = "all", Mode = ReviewMode.TwoPeople };
        var handed = Done(Done(paper, Screened(), "all"), new ReviewAct.HandIn(), "all");
        Refused(handed, Pass(), "all");
        Assert.Equal(ReviewState.Approved, Done(handed, Pass(), "final").State);
    }

    [Fact]
    public void Suspended_WhenTheSameHandReleasesIt_IsRefused()
    {
        var held = Done(Approved(), new ReviewAct.Suspend("有投诉"), "final");
        Assert.NotNull(ReviewRules.Complaint(held, _people, Now));
        Refused(held, new ReviewAct.Release("没事"), "final");
        Assert.Null(ReviewRules.Complaint(Done(held, new ReviewAct.Release("没事"), "all"), _people, Now));
    }

    [Fact]
    public void Suspended_WhenAReviewerIsRevoked_BeginsAnew()
    {
        var held = Done(Approved(), new ReviewAct.Suspend("有投诉"), "watch");
        _people["second"] = _people["second"] with { Standing = PersonStanding.Revoked };
        Assert.Equal(ReviewState.SentBack, ReviewRules.Standing(held, _people).State);
        Assert.Equal(ReviewState.Screened, Done(held, Screened(), "writer").State);
    }

    [Fact]
    public void Approved_WhenItsTimeIsOver_IsNotLit()
    {
        var paper = Approved() with { ValidUntil = Now };
        Assert.NotNull(ReviewRules.Complaint(paper, _people, Now));
        Assert.Null(ReviewRules.Complaint(paper, _people, Now.AddTicks(-1)));
        Refused(At(ReviewState.FirstReview) with { ValidUntil = Now }, Pass(), "first");
    }

    [Fact]
    public void Withdrawn_WhenAnybodyTriesAnything_StaysSo()
    {
        var paper = Done(Approved(), new ReviewAct.Withdraw("写错了"), "writer");
        ReviewAct[] acts = [Screened(), new ReviewAct.HandIn(), Pass(), new ReviewAct.SendBack("x"), new ReviewAct.Withdraw("x"), new ReviewAct.Suspend("x"), new ReviewAct.Release("x"), new ReviewAct.Supersede(paper.Revision)];
        Assert.All(acts, act => Assert.All(Everybody, person => Refused(paper, act, person.Id)));
    }

    [Fact]
    public void Act_WhenItsPersonHasLeft_IsRefused()
    {
        _people["writer"] = _people["writer"] with { Standing = PersonStanding.Left };
        Refused(New(), Screened(), "writer");
    }

    private static ReviewPaper New() => new("warm-1", RevisionDigest.Of("邻里守望"), "writer", ReviewMode.ThreeReviews);

    private static ReviewAct.Screen Screened() => new ReviewAct.Screen([One, Two, One], []);

    private static ReviewAct.Pass Pass() => new ReviewAct.Pass([Two, One], "");

    private ReviewPaper Approved() => Done(At(ReviewState.FinalReview), Pass(), "final");

    private ReviewPaper At(ReviewState state)
    {
        var paper = Done(Done(New(), Screened(), "writer"), new ReviewAct.HandIn(), "writer");
        foreach (var person in new[] { "first", "second" }.Take(state - ReviewState.FirstReview))
        {
            paper = Done(paper, Pass(), person);
        }

        Assert.Equal(state, paper.State);
        return paper;
    }

    private ReviewPaper Done(ReviewPaper paper, ReviewAct act, string person) =>
        Assert.IsType<ReviewAnswer.Done>(ReviewRules.Apply(paper, act, _people[person], _people, Now)).Paper;

    private string Refused(ReviewPaper paper, ReviewAct act, string person) =>
        Assert.IsType<ReviewAnswer.Refused>(ReviewRules.Apply(paper, act, _people[person], _people, Now)).Reason;
}
