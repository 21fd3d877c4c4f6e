using Signage.Core.Programmes;
using Signage.Core.Review;
using Signage.Core.Text;

namespace Signage.Storage.Tests.Writing;

public sealed class ApprovalTests : IDisposable
{
    private static readonly Slogan Kind = new("slogan-7", "邻里守望，温暖你我。", "新写的");

    private readonly SiteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SloganApproval Approval => SloganApproval.Of(Kind.ToRevision(), "业主", _folder.Time.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AddSlogansAsync_WhenApproved_KeepsBothAcrossARestart()
    {
        await using (var store = await _folder.OpenAsync())
        {
            Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlogansAsync([(Kind, Approval)], Token));
        }

        await using var again = await _folder.OpenAsync();
        var contents = await again.ReadAsync(Token);
        var programme = Assert.Single(contents.Programmes);
        Assert.Equal(("slogan-7", Kind.ToRevision(), ShowStyle.Automatic), (programme.Id, Assert.Single(programme.Items), programme.Style));
        Assert.Equal(Approval, Assert.Single(contents.Approvals));
    }

    [Fact]
    public async Task AddSlogansAsync_WhenNobodyApproved_KeepsTheWordsWithoutApproval()
    {
        await using var store = await _folder.OpenAsync();

        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlogansAsync([(Kind, null)], Token));

        Assert.Empty((await store.ReadAsync(Token)).Approvals);
    }

    [Fact]
    public async Task AddSlogansAsync_WhenTheSameWordsComeAgain_ChangesNothingButTakesTheirApproval()
    {
        await using var store = await _folder.OpenAsync();

        await store.As(Actor.Site).AddSlogansAsync([(Kind, null)], Token);
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlogansAsync([(Kind with { Note = "另一个备注" }, Approval)], Token));
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).AddSlogansAsync([(Kind, Approval with { ApprovedAt = Approval.ApprovedAt.AddDays(1) })], Token));

        var contents = await store.ReadAsync(Token);
        Assert.Single(contents.Programmes);
        Assert.Equal(Approval, Assert.Single(contents.Approvals));
    }

    [Fact]
    public async Task AddSlogansAsync_WhenTheIdIsTakenByOtherWords_RefusesAndApprovesNothing()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Actor.Site).AddSlogansAsync([(Kind, null)], Token);
        var other = Kind with { Text = "邻里守望，温暖你找。" };

        var answer = await store.As(Actor.Site).AddSlogansAsync([(other, SloganApproval.Of(other.ToRevision(), "业主", _folder.Time.GetUtcNow()))], Token);

        Assert.Equal(Words.SloganTaken.With("slogan-7"), Assert.IsType<StoreAnswer.Refused>(answer).Reason);
        var contents = await store.ReadAsync(Token);
        Assert.Equal(Kind.Text, Assert.Single(Assert.Single(contents.Programmes).Items).Text);
        Assert.Empty(contents.Approvals);
    }

    [Fact]
    public async Task AddSlogansAsync_WhenTheApprovalIsForOtherWords_AddsNothing()
    {
        await using var store = await _folder.OpenAsync();

        var answer = await store.As(Actor.Site).AddSlogansAsync([(Kind with { Text = "邻里守望，温暖你找。" }, Approval)], Token);

        Assert.Equal(Words.ApprovalForOthers.With("slogan-7"), Assert.IsType<StoreAnswer.Refused>(answer).Reason);
        Assert.Empty((await store.ReadAsync(Token)).Programmes);
    }

    [Fact]
    public async Task AddSlogansAsync_WhenTheApprovalIsRefused_UndoesTheProgrammeToo()
    {
        await using var store = await _folder.OpenAsync();

        Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).AddSlogansAsync([(Kind, Approval with { ApprovedBy = " " })], Token));

        Assert.Empty((await store.ReadAsync(Token)).Programmes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("慈\uD842")]
    [InlineData("慈\uFFFD")]
    public async Task AddSlogansAsync_WhenTheWordsAreMissingOrBroken_Refuses(string? text)
    {
        await using var store = await _folder.OpenAsync();

        Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).AddSlogansAsync([(Kind with { Text = text! }, null)], Token));
    }

    [Fact]
    public async Task ApproveAsync_WhenTheSiteHasTheWords_RemembersEachPersonOnce()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Actor.Site).AddProgrammeAsync(SampleSite.Charity, Token);
        var first = SloganApproval.Of(SampleSite.Charity.Items[1], "甲", _folder.Time.GetUtcNow());

        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).ApproveAsync(first, Token));
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).ApproveAsync(first with { ApprovedAt = first.ApprovedAt.AddHours(1) }, Token));
        Assert.IsType<StoreAnswer.Stored>(await store.As(Actor.Site).ApproveAsync(first with { ApprovedBy = "乙" }, Token));

        Assert.Equal([first with { ApprovedBy = "乙" }, first], (await store.ReadAsync(Token)).Approvals);
    }

    [Fact]
    public async Task ApproveAsync_WhenTheWordsWereEdited_RefusesBecauseItIsAnotherRevision()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Actor.Site).AddSlogansAsync([(Kind, Approval)], Token);
        var edited = Kind with { Text = Kind.Text + "！" };

        var answer = await store.As(Actor.Site).ApproveAsync(SloganApproval.Of(edited.ToRevision(), "业主", _folder.Time.GetUtcNow()), Token);

        Assert.Equal(Words.ApprovalWithoutText.With("slogan-7"), Assert.IsType<StoreAnswer.Refused>(answer).Reason);
        Assert.DoesNotContain((await store.ReadAsync(Token)).Approvals, approval => approval.RevisionDigest == edited.ToRevision().Digest);
    }

    [Fact]
    public async Task ApproveAsync_WhenTheWordsBesideTheDigestAreOthers_Refuses()
    {
        await using var store = await _folder.OpenAsync();
        await store.As(Actor.Site).AddSlogansAsync([(Kind, null)], Token);

        Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).ApproveAsync(Approval with { Text = "别的话" }, Token));
        Assert.IsType<StoreAnswer.Refused>(await store.As(Actor.Site).ApproveAsync(Approval with { RevisionDigest = default }, Token));
    }
}
