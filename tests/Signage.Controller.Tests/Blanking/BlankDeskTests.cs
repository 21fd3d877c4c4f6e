using Signage.Core.Blanking;
using Signage.Core.Panels;
using Signage.Core.Review;
using Signage.Testing.Disks;

namespace Signage.Controller.Tests.Blanking;

public sealed class BlankDeskTests
{
    private static Person Li => DeskRig.Li;

    private static Person Wang => DeskRig.Wang;

    [Fact]
    public async Task I7_Blank_WhenTwoPeopleNameIt_IsReleasedAndEachStepIsInTheAudit()
    {
        await using var rig = await DeskRig.OpenAsync();
        Assert.Equal(new PressAnswer.Pressed(1, null), rig.Desk.Press(Li, []));
        Assert.Equal(new ResumeAnswer.Waits(rig.Site.GetUtcNow().AddMinutes(10)), rig.Desk.SayResume(1, Li));
        Assert.False(rig.IsLit);
        Assert.Equal(new FirstOfTwo("li", "李华", rig.Site.GetUtcNow().AddMinutes(10)), rig.Desk.Now.First);
        Assert.IsType<ResumeAnswer.Released>(rig.Desk.SayResume(1, Wang));
        Assert.True(rig.IsLit);
        Assert.Equal((1, false, "李华、王芳", null), (rig.Desk.Now.Number, rig.Desk.Now.On, rig.Desk.Now.By, rig.Desk.Now.First));
        Assert.Equal(["person:li blank.press 1", "person:li blank.resume-first 1", "person:wang blank.release 1 first=person:li"], await rig.AuditAsync());
        rig.Restart();
        Assert.True(rig.IsLit);
    }

    [Fact]
    public async Task I7_Blank_WhenOnePersonNamesItTwice_StaysDark()
    {
        await using var rig = await DeskRig.OpenAsync();
        rig.Desk.Press(Li, []);
        rig.Desk.SayResume(1, Li);
        Assert.IsType<ResumeAnswer.Waits>(rig.Desk.SayResume(1, Li));
        Assert.False(rig.IsLit);
        Assert.Throws<ArgumentException>(() => rig.Blanks.ReleaseByTwo(1, Li, Li with { Name = "别人" }));
    }

    [Fact]
    public async Task I7_Blank_WhenTheProgramIsKilledBetweenTheWords_HasHeardNobody()
    {
        await using var rig = await DeskRig.OpenAsync();
        rig.Desk.Press(Li, []);
        rig.Desk.SayResume(1, Li);
        rig.Restart();
        Assert.False(rig.IsLit);
        Assert.Null(rig.Desk.Now.First);
        Assert.IsType<ResumeAnswer.Waits>(rig.Desk.SayResume(1, Wang));
        Assert.False(rig.IsLit);
        Assert.IsType<ResumeAnswer.Released>(rig.Desk.SayResume(1, Li));
    }

    [Fact]
    public async Task I7_Blank_WhenSomebodyPressesBetweenTheWords_TakesTwoNewOnes()
    {
        await using var rig = await DeskRig.OpenAsync();
        rig.Desk.Press(Li, [DeskRig.Gate]);
        rig.Desk.SayResume(1, Li);
        rig.Desk.Press(Li, [DeskRig.Hall]);
        Assert.Contains("第 2 号", Assert.IsType<ResumeAnswer.Refused>(rig.Desk.SayResume(1, Wang)).Reason, StringComparison.Ordinal);
        Assert.Null(rig.Desk.Now.First);
        Assert.IsType<ResumeAnswer.Waits>(rig.Desk.SayResume(2, Wang));
        Assert.True(rig.Blanks.Covers(DeskRig.Gate) && rig.Blanks.Covers(DeskRig.Hall));
        Assert.Equal("person:wang blank.release.refused 1", (await rig.AuditAsync())[3]);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(10, 0)]
    [InlineData(10, -5)]
    [InlineData(1, 10)]
    [InlineData(1, -1)]
    public async Task I7_Word_WhenTooOldByEitherClock_IsVoid(int passed, int onTheWall)
    {
        await using var rig = await DeskRig.OpenAsync();
        rig.Desk.Press(Li, []);
        rig.Desk.SayResume(1, Li);
        rig.Line.Advance(TimeSpan.FromMinutes(passed));
        rig.Site.AdjustTime(rig.Site.GetUtcNow().AddMinutes(onTheWall));
        Assert.Null(rig.Desk.Now.First);
        Assert.IsType<ResumeAnswer.Waits>(rig.Desk.SayResume(1, Wang));
        Assert.False(rig.IsLit);
    }

    [Fact]
    public async Task I7_Word_WhenItsPersonMayNoMore_DoesNotCount()
    {
        await using var rig = await DeskRig.OpenAsync();
        rig.Desk.Press(Li, []);
        rig.Desk.SayResume(1, Li);
        rig.May.Remove(Li.Id);
        Assert.Null(rig.Desk.Now.First);
        Assert.IsType<ResumeAnswer.Waits>(rig.Desk.SayResume(1, Wang));
        Assert.IsType<ResumeAnswer.Refused>(rig.Desk.SayResume(1, Li));
        Assert.False(rig.IsLit);
    }

    /// <summary>Many say so at once: no release is lost, and none is by one person.</summary>
    [Fact]
    public async Task I7_Blank_WhenPeopleSpeakAtTheSameTime_IsReleasedOnce()
    {
        await using var rig = await DeskRig.OpenAsync();
        foreach (var number in Enumerable.Range(1, 20))
        {
            rig.Desk.Press(Li, []);
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => rig.Desk.SayResume(number, at % 2 == 0 ? Li : Wang), TestContext.Current.CancellationToken)));
            Assert.True(rig.IsLit);
            Assert.Contains(answers, answer => answer is ResumeAnswer.Released);
            Assert.Contains(rig.Desk.Now.By, (string[])["李华、王芳", "王芳、李华"]);
        }
    }

    /// <summary>No room for the file from the first start on: darkness does not wait for the disk, and light does.</summary>
    [Fact]
    public async Task I7_Blank_WhenTheDiskIsFull_HoldsAndSaysSo_AndNoReleaseDoes()
    {
        using var disk = SmallDisk.Make(256);
        disk.Fill();
        await AssertNoReleaseAsync(Path.Combine(disk.Folder, "blank.state"), disk.Free);
    }

    [Fact]
    public async Task I7_Blank_WhenTheFolderIsGone_HoldsAndSaysSo_AndNoReleaseDoes()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await AssertNoReleaseAsync(Path.Combine(folder, "blank.state"), () => Directory.CreateDirectory(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Press_WhenOfOnePanel_CoversThatOneAndSaysWhich()
    {
        await using var rig = await DeskRig.OpenAsync();
        rig.Desk.Press(Li, [DeskRig.Gate]);
        Assert.Equal(
            [new BlankPanel(DeskRig.Gate, "东门", true), new BlankPanel(DeskRig.Hall, "大厅", false)], rig.Desk.Now.Panels);
        Assert.False(rig.Desk.Now.IsWhole);
        Assert.Equal(["person:li blank.press 1 panels=gate"], await rig.AuditAsync());
    }

    [Fact]
    public async Task Press_WhenThereIsNoSuchPanel_DarkensNothing()
    {
        await using var rig = await DeskRig.OpenAsync();
        Assert.Contains("roof", Assert.IsType<PressAnswer.Refused>(rig.Desk.Press(Li, [DeskRig.Gate, new PanelId("roof")])).Reason, StringComparison.Ordinal);
        Assert.True(rig.IsLit);
    }

    [Theory]
    [InlineData(Duty.Watch, true)]
    [InlineData(Duty.Manage, true)]
    [InlineData(Duty.FinalReview, false)]
    [InlineData(Duty.Technician, false)]
    public async Task Press_WhenOfADuty_IsTakenOrNot(Duty duty, bool taken)
    {
        await using var rig = await DeskRig.OpenAsync();
        rig.Desk.Press(new Person("id", "某人", duty), []);
        Assert.Equal(taken, rig.Desk.Now.On);
        Assert.IsType<PressAnswer.Refused>(rig.Desk.Press(new Person("id", "某人", duty, PersonStanding.Left), []));
    }

    [Fact]
    public async Task S30_Code_WhenTheSiteHasOnePerson_StandsForTheSecond()
    {
        await using var rig = await DeskRig.OpenAsync(ReviewMode.OnePerson);
        rig.Desk.Press(Li, []);
        Assert.IsType<ResumeAnswer.Refused>(rig.Desk.ResumeByCode(1, "wrong", Li));
        Assert.IsType<ResumeAnswer.Refused>(rig.Desk.ResumeByCode(2, rig.Console.Code, Li));
        Assert.IsType<ResumeAnswer.Refused>(rig.Desk.ResumeByCode(1, rig.Console.Code, new Person("stranger", "某人", Duty.Watch)));
        Assert.False(rig.IsLit);
        Assert.IsType<ResumeAnswer.Released>(rig.Desk.ResumeByCode(1, rig.Console.Code, Li));
        Assert.True(rig.IsLit);
        Assert.Equal("李华", rig.Desk.Now.By);
        var audit = await rig.AuditAsync();
        Assert.Equal("person:li blank.release 1 by=code", audit[^1]);
        Assert.DoesNotContain(audit, entry => entry.Contains(rig.Console.Code, StringComparison.Ordinal) || entry.Contains("wrong", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReviewMode.TwoPeople)]
    [InlineData(ReviewMode.ThreeReviews)]
    public async Task I7_Code_WhenTheSiteHasMorePeople_IsNotTaken(ReviewMode mode)
    {
        await using var rig = await DeskRig.OpenAsync(mode);
        rig.Desk.Press(Li, []);
        Assert.IsType<ResumeAnswer.Refused>(rig.Desk.ResumeByCode(1, rig.Console.Code, Li));
        Assert.False(rig.IsLit);
    }

    [Fact]
    public async Task Blank_WhenWrongCodesWereTried_IsReleasedByTwoPeopleAllTheSame()
    {
        await using var rig = await DeskRig.OpenAsync();
        rig.Desk.Press(Li, []);
        foreach (var _ in Enumerable.Range(0, 6))
        {
            rig.Blanks.Release(1, "guess", "owner");
        }

        rig.Desk.SayResume(1, Li);
        Assert.IsType<ResumeAnswer.Released>(rig.Desk.SayResume(1, Wang));
    }

    private static async Task AssertNoReleaseAsync(string path, Action makeRoom)
    {
        await using var rig = await DeskRig.OpenAsync(path: path);
        Assert.NotNull(Assert.IsType<PressAnswer.Pressed>(rig.Desk.Press(Li, [])).Unwritten);
        Assert.NotNull(rig.Desk.Now.Unwritten);
        Assert.False(rig.IsLit);
        rig.Desk.SayResume(1, Li);
        using var listening = rig.Blanks.OnChange(() => Assert.Fail("nobody is told of a release that may not hold"));
        Assert.IsType<ResumeAnswer.Refused>(rig.Desk.SayResume(1, Wang));
        Assert.False(rig.IsLit);
        listening.Dispose();

        makeRoom();
        rig.Blanks.WriteAgain();
        Assert.Null(rig.Desk.Now.Unwritten);
        rig.Restart();
        Assert.False(rig.IsLit);
        rig.Desk.SayResume(1, Wang);
        Assert.IsType<ResumeAnswer.Released>(rig.Desk.SayResume(1, Li));
        Assert.True(rig.IsLit);
    }
}
