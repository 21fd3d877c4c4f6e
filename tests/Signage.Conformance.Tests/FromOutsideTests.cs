using Signage.Conformance.Cases;
using Signage.Conformance.Tests.Panels;
using Signage.Core.Panels;

namespace Signage.Conformance.Tests;

/// <summary>As a stranger examines a panel: by its link alone, and with what he believes its face to be.</summary>
public sealed class FromOutsideTests
{
    /// <summary>Such a clock tells every ten seconds whether it is lit, and each look waits for that: many looks take longer than one step may.</summary>
    [Fact]
    public async Task Case_WhenEveryLookTakesLong_PassesAllTheSame()
    {
        await using var panel = await PanelOnTheTable.StartAsync(Models.Of("awtrix/awtrix3-mqtt"), "mqtt");
        var row = await RunAsync("topic-lost", panel);
        Assert.Equal((CaseResult.Passed, ""), (row.Result, row.Detail));
    }

    [Theory]
    [InlineData("onbon/bx-6e2", "tcp", "128x16x1", true)]
    [InlineData("onbon/bx-6e2", "tcp", "160x32x1", true)]
    [InlineData("onbon/bx-6e2", "tcp", "160x16x2", true)]
    [InlineData("onbon/bx-6e2", "tcp", "160x16x1", false)]
    [InlineData("wled/esp32", "udp", "32x16xrgb", true)]
    [InlineData("wled/esp32", "udp", "64x16xrgb", false)]
    [InlineData("colorlight/c4", "http", "32x16xrgb", true)]
    public async Task Status_WhenTheFaceIsAnother_Fails(string model, string scheme, string face, bool isWrong)
    {
        await using var panel = await PanelOnTheTable.StartAsync(Models.Of(model), scheme);
        var row = await RunAsync("status", panel, PanelFace.Parse(face));
        Assert.Equal(isWrong ? CaseResult.Failed : CaseResult.Passed, row.Result);
        Assert.Equal(isWrong, row.Detail.Contains(face, StringComparison.Ordinal));
    }

    private static async Task<CaseRow> RunAsync(string name, PanelOnTheTable panel, PanelFace? face = null)
    {
        var setup = panel.Setup with { AtHand = null, Face = face ?? panel.Setup.Face };
        Assert.Empty(setup.Complaints());
        var report = await new ConformanceSuite(setup).RunAsync(ConformanceCases.All.Where(one => one.Name == name), _ => { }, TestContext.Current.CancellationToken);
        return Assert.Single(report.Cases);
    }
}
