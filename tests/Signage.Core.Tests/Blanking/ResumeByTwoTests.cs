using Signage.Core.Accounts;
using Signage.Core.Blanking;
using Signage.Core.Review;

namespace Signage.Core.Tests.Blanking;

public sealed class ResumeByTwoTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-09-05T09:00:00+08:00", null);
    private static readonly Person Li = new("li", "李", Duty.Watch);
    private static readonly Person Wang = new("wang", "王", Duty.FinalReview);
    private static readonly BlankMoment Now = new(Start, TimeSpan.FromHours(1));

    [Fact]
    public void Word_WhenTheFirst_WaitsForAnother()
    {
        var word = Waits(Hear(null, 3, Li, Now));
        Assert.Equal((3, Li, Now), (word.Number, word.By, word.At));
        Assert.Equal(TimeSpan.FromMinutes(10), word.Left(Now));
    }

    [Fact]
    public void I7_Word_WhenOfAnotherPersonForTheSameNumber_Releases() =>
        Assert.Equal(Li, Assert.IsType<ResumeStep.Releases>(Hear(Waits(Hear(null, 3, Li, Now)), 3, Wang, Later(9))).First.By);

    [Fact]
    public void I7_Word_WhenOfTheSamePersonTwice_IsOneAndNotRenewed()
    {
        var first = Waits(Hear(null, 3, Li, Now));
        Assert.Equal(first, Waits(Hear(first, 3, Li, Later(5))));

        // Another name does not make another person.
        Assert.Equal(first, Waits(Hear(first, 3, Li with { Name = "丽" }, Later(5))));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void I7_Word_WhenItNamesAnotherBlank_IsRefused(int number) => Assert.Contains("第 3 号", Refused(Hear(null, number, Li, Now)), StringComparison.Ordinal);

    [Fact]
    public void Word_WhenNothingIsBlanked_IsRefused() =>
        Assert.Contains("没有黑屏", Refused(ResumeByTwo.Hear(null, null, 3, Li, Now, _ => true)), StringComparison.Ordinal);

    [Fact]
    public void I7_Word_WhenSomebodyPressedSince_IsVoid()
    {
        var first = Waits(Hear(null, 3, Li, Now));
        Assert.Equal(Wang, Waits(ResumeByTwo.Hear(4, first, 4, Wang, Now, _ => true)).By);
        Assert.Null(ResumeByTwo.Holding(4, first, Now));
    }

    [Fact]
    public void Word_WhenTenMinutesOld_IsVoid()
    {
        var first = Waits(Hear(null, 3, Li, Now));
        Assert.Equal(Wang, Waits(Hear(first, 3, Wang, Later(10))).By);
        Assert.NotNull(ResumeByTwo.Holding(3, first, Later(9)));
        Assert.Null(ResumeByTwo.Holding(3, first, Later(10)));
    }

    [Theory]
    [InlineData(5, 5, 5)]
    [InlineData(5, 2, 5)]
    [InlineData(5, 9, 1)]
    [InlineData(5, 10, 0)]
    [InlineData(5, -1, 0)]
    [InlineData(10, 0, 0)]
    [InlineData(1, 525_600, 0)]
    public void Word_WhenTheClockIsStepped_HoldsNoLonger(int passed, int onTheWall, int left)
    {
        var first = Waits(Hear(null, 3, Li, Now));
        Assert.Equal(TimeSpan.FromMinutes(left), first.Left(new BlankMoment(Now.Wall.AddMinutes(onTheWall), Now.Steady + TimeSpan.FromMinutes(passed))));
    }

    [Fact]
    public void I7_Word_WhenItsPersonMayNoMore_DoesNotCount()
    {
        var first = Waits(Hear(null, 3, Li, Now));
        Assert.Equal(Wang, Waits(ResumeByTwo.Hear(3, first, 3, Wang, Now, id => id == "wang")).By);
        Assert.Contains("岗位", Refused(ResumeByTwo.Hear(3, first, 3, Wang, Now, id => id == "li")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Duty.Watch, PersonStanding.Active, true)]
    [InlineData(Duty.FinalReview, PersonStanding.Active, true)]
    [InlineData(Duty.Manage, PersonStanding.Active, false)]
    [InlineData(Duty.Write | Duty.FirstReview | Duty.SecondReview | Duty.Technician, PersonStanding.Active, false)]
    [InlineData(Duty.Watch, PersonStanding.Left, false)]
    [InlineData(Duty.Watch, PersonStanding.Revoked, false)]
    [InlineData(Duty.Manage | Duty.FinalReview, PersonStanding.Active, false)]
    [InlineData(Duty.Manage | Duty.Watch, PersonStanding.Active, true)]
    public void S30_Person_WhenOfADuty_MayResumeOrNot(Duty duties, PersonStanding standing, bool may) =>
        Assert.Equal(may, BlankDuties.MayResume(new Account("id", ((LoginNameAnswer.Named)LoginName.Read("login")).Login, "某人", duties) { Standing = standing }, ReviewMode.ThreeReviews));

    [Fact]
    public void S30_Person_WhenThereIsNone_MayNotResume() => Assert.False(BlankDuties.MayResume(null, ReviewMode.OnePerson));

    private static BlankMoment Later(int minutes) => new(Now.Wall.AddMinutes(minutes), Now.Steady + TimeSpan.FromMinutes(minutes));

    private static ResumeStep Hear(ResumeWord? first, int number, Person by, BlankMoment now) => ResumeByTwo.Hear(3, first, number, by, now, _ => true);

    private static ResumeWord Waits(ResumeStep step) => Assert.IsType<ResumeStep.Waits>(step).Word;

    private static string Refused(ResumeStep step) => Assert.IsType<ResumeStep.Refused>(step).Reason;
}
