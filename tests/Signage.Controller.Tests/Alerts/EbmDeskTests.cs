using System.Text;
using Signage.Controller.Tests.Alerts.Intake;
using Signage.Core.Alerts;
using Signage.Storage;

namespace Signage.Controller.Tests.Alerts;

/// <summary>Emergency broadcasting messages on the disk of a site, beside those in CAP.</summary>
public sealed class EbmDeskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restart_WhenBothFormsAreKept_ReadsEachAgainByItsRoot()
    {
        await using var rig = await WarningRig.OpenAsync(Token);
        await TakeAsync(rig, WarningRig.Ebm("E1"));
        await TakeAsync(rig, WarningRig.Alert("A1"));
        await rig.RestartAsync(Token);
        Assert.Equal([("A1", AlertState.Lit), ("E1", AlertState.Lit)], States(rig));
        Assert.Equal(["【暴雨】请远离河道。", "【暴雨红色预警】请远离河道。"], rig.Book.Now.Plan.Programmes.Select(programme => programme.Items[0].Text).Order(StringComparer.Ordinal));
    }

    /// <summary>The cancellation that came first waits on the disk for what it ends.</summary>
    [Theory]
    [InlineData("E2", "E1")]
    [InlineData("E1", null)]
    public async Task Restart_WhenACancellationCameFirst_StillEndsItsWarning(string cancellation, string? related)
    {
        await using var rig = await WarningRig.OpenAsync(Token);
        await TakeAsync(rig, WarningRig.Ebm(cancellation, kind: "2", related: related));
        await rig.RestartAsync(Token);
        await TakeAsync(rig, WarningRig.Ebm("E1"));
        Assert.Empty(rig.Book.Now.Plan.Programmes);
        Assert.Contains(("E1", AlertState.Cancelled), States(rig));
        await rig.RestartAsync(Token);
        Assert.Empty(rig.Book.Now.Plan.Programmes);
        Assert.Contains(("E1", AlertState.Cancelled), States(rig));
    }

    private static async Task TakeAsync(WarningRig rig, string document) =>
        Assert.IsType<StoreAnswer.Stored>(await rig.Desk.TakeAsync(Actor.Site, rig.Desk.Preview(Encoding.UTF8.GetBytes(document)), "本机管理员", approves: true, Token));

    private static IEnumerable<(string, AlertState)> States(WarningRig rig) =>
        rig.Desk.List().Select(kept => (kept.Judgement.Entry.Message.Id.Identifier, kept.Judgement.State)).OrderBy(pair => pair.Identifier, StringComparer.Ordinal);
}
