using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Signage.Controller.Blanking;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Protocols.Adapters;
using Signage.Protocols.Profiles;
using Signage.Transports.Links;
using Signage.Transports.Loopback;

namespace Signage.Controller.Tests.Dispatch;

/// <summary>Workers come and go; what they leave behind is nothing.</summary>
public sealed class PanelFleetTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(WorkerOnLoopback.Start);
    private readonly PanelBoard _board = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-test-");

    [Fact]
    public async Task Pulses_WhenWorkersEnd_EndWithThem()
    {
        await using var shows = new WorkerOnLoopback();
        var pulses = new Pulses(_time);
        using var meter = new SiteMeter(_board, pulses);
        var fleet = Fleet(pulses, meter);
        var before = pulses.Count;

        Assert.Null(fleet.Post(shows.Panel, shows.Show("charity-01"), null));
        var working = pulses.Count;
        Assert.True(working > before);
        Assert.Null(fleet.Post(shows.Panel, shows.Show("charity-02"), null));
        Assert.Equal(working, pulses.Count);

        await fleet.DisposeAsync();
        Assert.Equal(before, pulses.Count);
    }

    /// <summary>Who has just enrolled a panel asks its card at once, while the round that was rung for it starts the worker.</summary>
    [Fact]
    public async Task Question_WhenTheWorkerOpensTheLineInTheSameMoment_IsNotRefusedForThat()
    {
        await using var shows = new WorkerOnLoopback();
        var pulses = new Pulses(_time);
        using var meter = new SiteMeter(_board, pulses);
        await using var fleet = Fleet(pulses, meter);
        foreach (var number in Enumerable.Range(1, 200))
        {
            var panel = shows.Panel with { Id = new PanelId($"panel-{number}"), Endpoint = new Uri($"{shows.Panel.Endpoint.Scheme}:other-{number}") };
            using var gaveUp = new CancellationTokenSource();
            using var both = new Barrier(2);
            var asked = Task.Run(() => Together(both, () => fleet.AskAsync(panel, new PanelCommand.Ping(), gaveUp.Token)));
            await Task.Run(() => Together(both, () => fleet.Post(panel, shows.Show("charity-01"), null)));
            await gaveUp.CancelAsync();
            try
            {
                Assert.DoesNotContain("held by", (await asked).Detail ?? "", StringComparison.Ordinal);
            }
            catch (OperationCanceledException)
            {
                // It waited for its turn on the line, which is as it should be.
                Assert.True(asked.IsCanceled);
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static T Together<T>(Barrier both, Func<T> work)
    {
        both.SignalAndWait(TestContext.Current.CancellationToken);
        return work();
    }

    private PanelFleet Fleet(Pulses pulses, SiteMeter meter)
    {
        var catalog = new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(Path.Combine(AppContext.BaseDirectory, "firmware-profiles"))).Catalog!;
        var wires = new FleetWires(catalog, new PanelAdapters([new ScriptedAdapter()]), new PanelTransports([new LoopbackTransport()]), _folder.FullName, NullLogger.Instance);
        var record = new PanelRecord(_board, new Bell(), new SiteDays(_time, TimeZoneInfo.Utc), meter, NullLogger.Instance);
        return new PanelFleet(wires, record, BlankSwitch.InMemory(_time, NullLogger.Instance), new WorkerPace(_time, new Random(1), pulses));
    }
}
