using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Signage.Controller.Control;
using Signage.Controller.Dispatch;
using Signage.Controller.Health;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Simulator.Hosts;
using Signage.Transports.Streaming;

namespace Signage.Controller.Tests.Health;

/// <summary>What whoever collects metrics learns of streams of pictures.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class StreamMetricsTests
{
    private static readonly Slot[] Always = [new("base", "charity-09", [], SlotTime.Always, Priority.Base)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_WhenASiteStreamsToAPanel_AreCountedForItAlone()
    {
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Always, Token);
        await using var stage = await PanelHosts.StartAsync(new Uri("udp://127.0.0.1:0"), SiteOnLoopback.NewCard("64x32xrgb", "ddp/matrix"), TimeProvider.System, Token);
        var request = new JsonObject
        {
            ["verb"] = "panel.add",
            ["unchecked"] = true,
            ["panel"] = new JsonObject { ["id"] = "counted-stage", ["profile"] = "ddp/matrix", ["face"] = "64x32xrgb", ["endpoint"] = stage.Endpoint.OriginalString },
        };
        Assert.True((bool)(await ControlClient.SendAsync(SiteSettings.SocketOf(site.Folder), request, TimeProvider.System, Token))["ok"]!);
        await site.Site.Board.WaitAsync(now => now.Any(one => one.Panel.Id.Value == "counted-stage" && one.IsSent), Token);

        // Two are the first of the stream and one that moved or kept the card awake.
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (Read("counted-stage") is not { Sent: >= 2 })
        {
            await look.WaitForNextTickAsync(late.Token);
        }

        Assert.Null(Read("gate"));
    }

    [Fact]
    public void Frames_WhenOneStreamEndsAndAnotherBegins_AreSummed()
    {
        using var meter = new SiteMeter(new PanelBoard(), new Pulses(TimeProvider.System));
        var report = FrameReport.None with { Sent = 100, Dropped = 7, Late = 3 };
        var first = meter.Follow(new PanelId("summed-yard"), () => report);
        Assert.Equal(new StreamSum(100, 7, 3), Read("summed-yard"));

        report = report with { Sent = 110 };
        first.Dispose();
        first.Dispose();
        report = report with { Sent = 1_000_000 };
        Assert.Equal(new StreamSum(110, 7, 3), Read("summed-yard"));

        using var second = meter.Follow(new PanelId("summed-yard"), () => FrameReport.None with { Sent = 5, Late = 1 });
        Assert.Equal(new StreamSum(115, 7, 4), Read("summed-yard"));
    }

    /// <summary>What a collector reads for a panel; null when it is told nothing of it. Other tests of this process have sites too.</summary>
    private static StreamSum? Read(string panel)
    {
        var read = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == SiteMeter.Name && instrument.Name.StartsWith("signage.frames.", StringComparison.Ordinal))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (tags is [{ Key: "panel", Value: string id }] && id == panel)
            {
                read.Add(instrument.Name, value);
            }
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return read.Count == 0 ? null : new StreamSum(read["signage.frames.sent"], read["signage.frames.dropped"], read["signage.frames.late"]);
    }
}
