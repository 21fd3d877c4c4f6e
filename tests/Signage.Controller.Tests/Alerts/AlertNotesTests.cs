using System.Text;
using Signage.Controller.Alerts.Intake;
using Signage.Controller.Tests.Alerts.Intake;
using Signage.Core.Alerts;
using Signage.Storage;

namespace Signage.Controller.Tests.Alerts;

/// <summary>What a site says of warnings that a rule let onto its panels while nobody looked.</summary>
public sealed class AlertNotesTests
{
    private static readonly AutoApproval Rule = new(["office@example.cn"], AlertSeverity.Severe, AlertUrgency.Expected, AlertCertainty.Likely);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("暴雨", "请远离河道。", "【暴雨】请远离河道。", 0)]
    [InlineData("暴雨🌀", "请远离🌊河道。", "【暴雨】请远离河道。", 0)]
    [InlineData("暴雨", "请远离河道。请远离𬇙水。", "【暴雨】请远离河道。", 0)]
    [InlineData("暴雨", "🚫涉水。", "【暴雨】", 0)]
    [InlineData("𬇙水", "请远离河道。", "", 1)]
    public async Task Now_WhileAWarningIsInForce_TellsItWhenNoFormOfItCanBeDrawn(string happens, string headline, string words, int notes)
    {
        await using var rig = await WarningRig.OpenAsync(Token);
        var document = WarningRig.Alert("A1").Replace("<event>暴雨<", $"<event>{happens}<", StringComparison.Ordinal).Replace("请远离河道。", headline, StringComparison.Ordinal);
        Assert.IsType<StoreAnswer.Stored>((await rig.Desk.TakeInAsync(Encoding.UTF8.GetBytes(document), "feed", Rule, Token)).Answer.Stored);

        Assert.Equal(words, string.Concat(rig.Book.Now.Plan.Programmes.Select(programme => programme.Items[0].Text)));
        Assert.Equal(notes, rig.Notes.Count);
        Assert.All(rig.Notes, note => Assert.Contains("A1 正在生效，但没有上屏", note, StringComparison.Ordinal));

        await rig.Desk.ClearAsync(Actor.Site, "A1", "本机管理员", Token);
        Assert.Empty(rig.Notes);
    }

    [Fact]
    public async Task Now_WhenItsTimeIsOver_IsEmpty()
    {
        await using var rig = await WarningRig.OpenAsync(Token);
        await rig.Desk.TakeInAsync(Encoding.UTF8.GetBytes(WarningRig.Alert("A1").Replace("<event>暴雨<", "<event>𬇙水<", StringComparison.Ordinal)), "feed", Rule, Token);
        Assert.Single(rig.Notes);
        rig.Line.Advance(TimeSpan.FromHours(4));
        Assert.Empty(rig.Notes);
    }
}
