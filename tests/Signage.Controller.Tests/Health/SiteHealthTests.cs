using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Health;

public sealed class SiteHealthTests
{
    private static readonly Slot[] Always = [new("base", "charity-09", [], SlotTime.Always, Priority.Base)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_FollowsThePartsAndThePanels()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Always, Token);
        await site.SentAsync("charity-09", Token);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(site));

        // A part that began something in the year before last.
        using (site.Site.Pulses.Of("stuck").Doing(TimeSpan.FromDays(-700)))
        {
            Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(site));
        }

        Assert.Equal(HealthStatus.Healthy, await HealthAsync(site));
        await site.Panel.DisposeAsync();
        await site.Site.Board.WaitAsync(now => now[0].Reached == false, Token);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(site));
    }

    [Fact]
    public async Task Panel_WhoseLinkCannotBeOpened_IsToldFromTheFirstTry()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Always, Token);
        var request = JsonNode.Parse("""{"verb":"panel.add","unchecked":true,"panel":{"id":"dead","profile":"onbon/bx-6e2","face":"128x16x1","endpoint":"tcp://127.0.0.1:1"}}""")!;
        Assert.True((bool)(await ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request.AsObject(), TimeProvider.System, Token))["ok"]!);

        var state = (await site.Site.Board.WaitAsync(now => now.Any(one => one.Panel.Id.Value == "dead" && one.Reached == false), Token)).Single(one => one.Panel.Id.Value == "dead");

        Assert.NotNull(state.Trouble);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(site));
    }

    private static async Task<HealthStatus> HealthAsync(SiteOnLoopback site) => (await site.Site.Front.Health.CheckHealthAsync(new HealthCheckContext(), Token)).Status;
}
