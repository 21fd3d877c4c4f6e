using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Blanking;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Loopback;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>Workers come and go; what they leave behind is nothing.</summary>
public sealed class PanelFleetTests
{
    [Fact]
    public async Task Pulses_WhenWorkersEnd_EndWithThem()
    {
        await using var shows = new WorkerOnLoopback();
        var time = new FakeTimeProvider(WorkerOnLoopback.Start);
        var pulses = new Pulses(time);
        var (board, folder) = (new PanelBoard(), Directory.CreateTempSubdirectory("signage-test-"));
        using var meter = new SiteMeter(board, pulses);
        var catalog = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;
        var wires = new FleetWires(catalog, new PanelAdapters([new ScriptedAdapter()]), new PanelTransports([new LoopbackTransport()]), folder.FullName, NullLogger.Instance);
        var record = new PanelRecord(board, new Bell(), new SiteDays(time, TimeZoneInfo.Utc), meter, NullLogger.Instance);
        var fleet = new PanelFleet(wires, record, BlankSwitch.InMemory(time, NullLogger.Instance), new WorkerPace(time, new Random(1), pulses));
        var before = pulses.Count;

        Assert.Null(fleet.Post(shows.Panel, shows.Show("charity-01"), null));
        var working = pulses.Count;
        Assert.True(working > before);
        Assert.Null(fleet.Post(shows.Panel, shows.Show("charity-02"), null));
        Assert.Equal(working, pulses.Count);

        await fleet.DisposeAsync();
        Assert.Equal(before, pulses.Count);
        folder.Delete(recursive: true);
    }
}
