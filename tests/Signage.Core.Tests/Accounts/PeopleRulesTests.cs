using Signage.Core.Accounts;
using Signage.Core.Review;

namespace Signage.Core.Tests.Accounts;

public sealed class PeopleRulesTests
{
    private static readonly Account Manager = Of("manager", Duty.Manage);
    private static readonly Account Second = Of("second", Duty.Manage);
    private static readonly Account Writer = Of("writer", Duty.Write);

    [Theory]
    [InlineData(Duty.None, ReviewMode.ThreeReviews, true)]
    [InlineData(Duty.Write | Duty.FirstReview | Duty.SecondReview | Duty.FinalReview, ReviewMode.ThreeReviews, true)]
    [InlineData(Duty.Manage | Duty.Watch | Duty.Technician | Duty.Write, ReviewMode.ThreeReviews, true)]
    [InlineData(Duty.Manage | Duty.FirstReview, ReviewMode.ThreeReviews, false)]
    [InlineData(Duty.Manage | Duty.SecondReview, ReviewMode.TwoPeople, false)]
    [InlineData(Duty.Manage | Duty.FinalReview, ReviewMode.TwoPeople, false)]
    [InlineData(Duty.Manage | Duty.FinalReview, ReviewMode.OnePerson, true)]
    [InlineData((Duty)128, ReviewMode.OnePerson, false)]
    [InlineData((Duty)(-1), ReviewMode.OnePerson, false)]
    public void Duties_WhenCombined_AreTakenAsTheModeAllows(Duty duties, ReviewMode mode, bool isTaken) => Assert.Equal(isTaken, PeopleRules.Objection(duties, mode) is null);

    [Theory]
    [InlineData(Duty.Write, false, false)]
    [InlineData(Duty.Technician, false, false)]
    [InlineData(Duty.Watch, false, true)]
    [InlineData(Duty.FirstReview, true, true)]
    [InlineData(Duty.SecondReview, true, true)]
    [InlineData(Duty.FinalReview, true, true)]
    [InlineData(Duty.Manage, true, true)]
    public void Duty_WhenHeld_AsksForACodeAndShortSessions(Duty duty, bool needsCode, bool isShort) => Assert.Equal((needsCode, isShort), (PeopleRules.NeedsCode(duty), PeopleRules.IsShortLived(duty)));

    [Fact]
    public void Change_WhenAskedByWhoManagesForAnother_IsAllowed() => Assert.Null(Objection(Manager, Writer, Duty.Write | Duty.FirstReview, PersonStanding.Active));

    [Fact]
    public void Change_WhenAskedByAnybodyElse_IsRefused()
    {
        Assert.Contains("管理岗位", Objection(Writer, Second, Duty.None, PersonStanding.Active), StringComparison.Ordinal);
        Assert.Contains("管理岗位", Objection(Manager with { Standing = PersonStanding.Left }, Writer, Duty.None, PersonStanding.Active), StringComparison.Ordinal);
    }

    [Fact]
    public void Change_WhenOfOneself_IsForSitesOfOnePersonOnly()
    {
        Assert.Contains("自己", Objection(Manager, Manager, Duty.Manage | Duty.Write, PersonStanding.Active), StringComparison.Ordinal);
        Assert.Null(Objection(Manager, Manager, Duty.Manage | Duty.FinalReview, PersonStanding.Active, ReviewMode.OnePerson));
        Assert.Contains("自己", Objection(Manager, Manager, Duty.Manage, PersonStanding.Left, ReviewMode.OnePerson), StringComparison.Ordinal);
    }

    [Fact]
    public void Change_WhenNobodyWouldBeLeftToManage_IsRefused()
    {
        Account[] all = [Manager, Second with { PasswordHash = null }, Writer];
        Assert.Contains("至少", PeopleRules.ObjectionToChange(all, Manager, Manager, Manager with { Duties = Duty.Write }, ReviewMode.OnePerson), StringComparison.Ordinal);
        Assert.Null(PeopleRules.ObjectionToChange([Manager, Second, Writer], Manager, Second, Second with { Duties = Duty.Write }, ReviewMode.OnePerson));
    }

    [Fact]
    public void Change_WhenOneselfGivesUpReviews_IsAllowed()
    {
        var both = Manager with { Duties = Duty.Manage | Duty.FinalReview };
        Assert.Null(Objection(both, both, Duty.Manage, PersonStanding.Active));
        Assert.Contains("自己", Objection(both, both, Duty.FinalReview, PersonStanding.Active), StringComparison.Ordinal);
        Assert.Contains("自己", Objection(both, both, Duty.Manage | Duty.Watch, PersonStanding.Active), StringComparison.Ordinal);
    }

    [Fact]
    public void Duties_WhenOneMayNotHaveAll_AreUsableWithoutReviews()
    {
        Assert.Equal(Duty.Manage | Duty.Write, PeopleRules.Usable(Duty.Manage | Duty.Write | Duty.FinalReview, ReviewMode.ThreeReviews));
        Assert.Equal(Duty.Manage | Duty.FinalReview, PeopleRules.Usable(Duty.Manage | Duty.FinalReview, ReviewMode.OnePerson));
        Assert.Equal(Duty.Write, PeopleRules.Usable(Duty.Write | Duty.FirstReview | (Duty)128, ReviewMode.ThreeReviews));
    }

    [Fact]
    public void InvitedAgain_WhenByAManager_LosesReviewsUntilSomebodyElseGivesThem()
    {
        var final = Of("final", Duty.FinalReview | Duty.Write) with { RecoveryHashes = ["a"], LastCodeStep = 3 };
        var again = PeopleRules.InvitedAgain(final, Manager.Id, new Invitation("hash", default), "stamp");
        Assert.Equal((Duty.Write, Manager.Id, null, 0, -1L), (again.Duties, again.InvitedAgainBy, again.PasswordHash, again.RecoveryHashes.Count, again.LastCodeStep));
        Assert.Contains("另一位", Objection(Manager, again, Duty.Write | Duty.FirstReview, PersonStanding.Active), StringComparison.Ordinal);
        Assert.Null(Objection(Manager, again, Duty.Watch, PersonStanding.Active));
        Assert.Null(Objection(Second, again, Duty.FinalReview, PersonStanding.Active));
        Assert.Equal(Manager.Id, PeopleRules.WithDuties(again, Duty.Watch).InvitedAgainBy);
        Assert.Null(PeopleRules.WithDuties(again, Duty.FinalReview).InvitedAgainBy);

        // Whoever stands at the machine takes nothing away.
        var console = PeopleRules.InvitedAgain(again with { Duties = Duty.FinalReview }, null, new Invitation("hash", default), "stamp");
        Assert.Equal((Duty.FinalReview, null), (console.Duties, console.InvitedAgainBy));
    }

    [Fact]
    public void InviteAgain_WhenNobodyWouldBeLeftToManage_IsRefused()
    {
        Assert.Null(PeopleRules.ObjectionToInviteAgain([Manager, Second], Manager, Second));
        Assert.Contains("至少", PeopleRules.ObjectionToInviteAgain([Manager with { PasswordHash = null }, Second], Manager, Second), StringComparison.Ordinal);
        Assert.Contains("管理岗位", PeopleRules.ObjectionToInviteAgain([Manager, Second, Writer], Writer, Second), StringComparison.Ordinal);
        Assert.Contains("管理岗位", PeopleRules.ObjectionToNew([Manager, Writer], Writer, "王芳", Duty.Manage, ReviewMode.ThreeReviews), StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_WhenOfAnotherYear_ClosesNothing()
    {
        var now = new DateTimeOffset(2031, 3, 5, 8, 0, 0, TimeSpan.Zero);
        Assert.True((Writer with { LockedUntil = now + Account.LongestLock }).IsLocked(now));
        Assert.False((Writer with { LockedUntil = now.AddYears(68) }).IsLocked(now));
        Assert.False((Writer with { LockedUntil = now }).IsLocked(now));
    }

    [Fact]
    public void Change_WhenOfSomebodyRevoked_IsForGood() =>
        Assert.Contains("不能恢复", Objection(Manager, Writer with { Standing = PersonStanding.Revoked }, Duty.Write, PersonStanding.Active), StringComparison.Ordinal);

    [Theory]
    [InlineData("王芳", true)]
    [InlineData("Anna Müller", true)]
    [InlineData("", false)]
    [InlineData(" 王芳", false)]
    [InlineData("王\u200B芳", false)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", false)]
    public void Name_WhenOfAPerson_IsTakenWhenItCanBeRead(string name, bool isTaken) => Assert.Equal(isTaken, PeopleRules.ObjectionToName(name) is null);

    [Fact]
    public void Account_WhenTheSiteIsFull_IsRefused() => Assert.Contains(
        "500", PeopleRules.ObjectionToNew([.. Enumerable.Range(0, 500).Select(number => Of($"p{number}", Duty.None))], Manager, "王芳", Duty.None, ReviewMode.ThreeReviews), StringComparison.Ordinal);

    private static string? Objection(Account by, Account before, Duty duties, PersonStanding standing, ReviewMode mode = ReviewMode.ThreeReviews) =>
        PeopleRules.ObjectionToChange([Manager, Second, Writer], by, before, before with { Duties = duties, Standing = standing }, mode);

    private static Account Of(string id, Duty duties) => new(id, ((LoginNameAnswer.Named)LoginName.Read($"x{id}")).Login, id, duties) { PasswordHash = "hash" };
}
