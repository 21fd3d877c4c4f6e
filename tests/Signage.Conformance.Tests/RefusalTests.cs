using Signage.Conformance.Cases;
using Signage.Conformance.Tests.Broken;
using Signage.Conformance.Tests.Panels;
using Signage.Protocols.Dialogues;

namespace Signage.Conformance.Tests;

/// <summary>A card that says no on a wire: anything but a refusal in words, on a link that goes on, is found out.</summary>
public sealed class RefusalTests
{
    private const string Onbon = "onbon/bx-6e2";

    [Theory]
    [InlineData(PanelOutcome.Accepted)]
    [InlineData(PanelOutcome.SentUnverified)]
    [InlineData(PanelOutcome.Busy)]
    [InlineData(PanelOutcome.NoAnswer)]
    [InlineData(PanelOutcome.Garbled)]
    [InlineData(PanelOutcome.Unsupported)]
    public async Task Refusal_WhenItIsToldAsSomethingElse_Fails(PanelOutcome told)
    {
        var row = await ExamineAsync(done => done with { Outcome = done.Outcome == PanelOutcome.Rejected ? told : done.Outcome });
        Assert.Equal(CaseResult.Failed, row.Result);
        Assert.Contains($"{told}", row.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_WhenNobodySaysWhy_Fails() =>
        Assert.Equal(CaseResult.Failed, (await ExamineAsync(done => done.Outcome == PanelOutcome.Rejected ? done with { Detail = " " } : done)).Result);

    [Fact]
    public async Task Refusal_WhenTheLinkIsGivenUpForIt_Fails() =>
        Assert.Equal(CaseResult.Failed, (await ExamineAsync(done => done with { LinkSpoiled = done.LinkSpoiled || done.Outcome == PanelOutcome.Rejected })).Result);

    [Fact]
    public async Task Refusal_WhenNothingIsBroken_Passes()
    {
        var row = await ExamineAsync(done => done);
        Assert.Equal((CaseResult.Passed, ""), (row.Result, row.Detail));
    }

    private static async Task<CaseRow> ExamineAsync(Func<DialogueStep.Done, DialogueStep.Done> told)
    {
        var profile = Models.Of(Onbon);
        var adapter = new BrokenAdapter(Models.Adapters.Find(profile.Protocol)!) { Done = told };
        await using var panel = await PanelOnTheTable.StartAsync(profile, "tcp", adapter: adapter);
        var report = await new ConformanceSuite(panel.Setup).RunAsync(
            ConformanceCases.All.Where(one => one.Name == "card-says-no"), _ => { }, TestContext.Current.CancellationToken);
        return Assert.Single(report.Cases);
    }
}
