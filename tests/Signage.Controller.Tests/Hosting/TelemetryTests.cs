using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;

namespace Signage.Controller.Tests.Hosting;

/// <summary>Metrics go to the collector that somebody named, and hold no word that is on a panel.</summary>
public sealed class TelemetryTests
{
    private static readonly Slot[] Always = [new("base", "charity-09", [], SlotTime.Always, Priority.Base)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Telemetry_WhenACollectorIsNamed_IsSentThereWithoutWordsOfThePanels()
    {
        using var collector = new HttpListener();
        var port = FreePort();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        var services = new ServiceCollection();
        SiteTelemetry.Add(services, $"http://127.0.0.1:{port}");
        await using var provider = services.BuildServiceProvider();
        var metrics = provider.GetRequiredService<MeterProvider>();
        await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Always, Token);
        await site.SentAsync("charity-09", Token);

        var flush = Task.Run(() => metrics.ForceFlush(30_000), Token);
        var call = await collector.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
        using var body = new MemoryStream();
        await call.Request.InputStream.CopyToAsync(body, Token);
        call.Response.Close();
        await flush;

        var text = Encoding.UTF8.GetString(body.ToArray());
        Assert.Equal("/v1/metrics", call.Request.Url!.AbsolutePath);
        Assert.Contains("signage.panels.sent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("慈善", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("ftp://127.0.0.1")]
    public void Telemetry_WhenTheAddressIsNone_IsRefusedInWords(string collector) =>
        Assert.Contains(collector, Assert.Throws<SiteStartException>(() => SiteTelemetry.Add(new ServiceCollection(), collector)).Message, StringComparison.Ordinal);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
