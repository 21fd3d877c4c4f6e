using System.Net;
using System.Net.Sockets;
using Signage.Conformance.Cases;
using Signage.Conformance.Tests.Broken;
using Signage.Conformance.Tests.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Dialogues;
using Signage.Simulator.Cards;

namespace Signage.Conformance.Tests;

/// <summary>What nobody can know is no pass, what a card hands back is looked at, and what an adapter throws does not cost the report.</summary>
public sealed class UnseenTests
{
    private static readonly string[] Shows = ["show-lights", "blank-and-show", "ten-shows"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cases_WhenNobodyIsThere_AreUnseenAndNotPassed()
    {
        // Somebody holds the port, so that the network says nothing; nobody ever reads it.
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var panel = await PanelOnTheTable.StartAsync(Models.Of("ddp/matrix"), "udp");
        var setup = panel.Setup with { AtHand = null, Endpoint = new Uri($"udp://{nobody.LocalEndPoint}") };
        var report = await new ConformanceSuite(setup).RunAsync(Chosen(Shows), _ => { }, Token);
        Assert.All(report.Cases, row => Assert.Equal((row.Name, CaseResult.Unseen), (row.Name, row.Result)));
        Assert.Equal((0, Shows.Length), (report.Count(CaseResult.Passed), report.Count(CaseResult.Unseen)));
    }

    [Fact]
    public async Task Cases_WhenTheGlassIsSeen_PassThoughTheCardSaysNothing()
    {
        await using var panel = await PanelOnTheTable.StartAsync(Models.Of("ddp/matrix"), "udp");
        var report = await new ConformanceSuite(panel.Setup).RunAsync(Chosen(Shows), _ => { }, Token);
        Assert.All(report.Cases, row => Assert.Equal((row.Name, CaseResult.Passed), (row.Name, row.Result)));
    }

    [Theory]
    [InlineData("awtrix/awtrix3-http", "http")]
    [InlineData("colorlight/c4", "http")]
    public async Task Cases_WhenTheCardHandsBackItsPixels_PassWithoutAnybodyLooking(string model, string scheme)
    {
        await using var panel = await PanelOnTheTable.StartAsync(Models.Of(model), scheme);
        var report = await new ConformanceSuite(panel.Setup with { AtHand = null }).RunAsync(Chosen("show-lights"), _ => { }, Token);
        Assert.Equal((CaseResult.Passed, ""), (report.Cases[0].Result, report.Cases[0].Detail));
    }

    [Fact]
    public async Task Cases_WhenTheCardHandsBackOtherPixels_FailWithoutAnybodyLooking()
    {
        await using var panel = await PanelOnTheTable.StartAsync(Models.Of("colorlight/c4"), "http", Breakages.Nostalgic);
        var report = await new ConformanceSuite(panel.Setup with { AtHand = null }).RunAsync(Chosen("ten-shows"), _ => { }, Token);
        Assert.Equal(CaseResult.Failed, report.Cases[0].Result);
    }

    [Fact]
    public async Task Run_WhenTheAdapterThrowsBeforeAndAfterTheCases_EndsWithAReport()
    {
        var broken = new BrokenAdapter(Models.Adapters.Find("wled")!)
        {
            Command = command => command is PanelCommand.ReadStatus or PanelCommand.SetPower or PanelCommand.Blank ? throw new InvalidOperationException("on purpose") : command,
        };
        await using var panel = await PanelOnTheTable.StartAsync(Models.Of("wled/esp32"), "udp", adapter: broken);
        var report = await new ConformanceSuite(panel.Setup).RunAsync(Chosen("ping"), _ => { }, Token);
        Assert.Equal(CaseResult.Passed, report.Cases[0].Result);
        Assert.Equal(2, report.Afterwards.Count(line => line.Contains("on purpose", StringComparison.Ordinal)));
    }

    private static IEnumerable<ConformanceCase> Chosen(params string[] names) => ConformanceCases.All.Where(one => names.Contains(one.Name));
}
