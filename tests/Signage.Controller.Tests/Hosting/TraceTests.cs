using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Signage.Controller.Health;
using Signage.Controller.Hosting;
using Signage.Controller.Tests.Scheduling;
using Signage.Core.Planning;
using Signage.Core.Programmes;
using Signage.Testing.Servers;

namespace Signage.Controller.Tests.Hosting;

/// <summary>What a trace says of a conversation with a card: which panel and why, and never a word that is on it.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed partial class TraceTests
{
    private static readonly Slot[] Always = [new("base", "charity-09", [], SlotTime.Always, Priority.Base)];
    private static readonly string Words = CharityPack.Instance.Slogans.Single(slogan => slogan.Id == "charity-09").Text;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Trace_WhenASiteLightsItsPanel_NamesThePanelAndTheNeedAndNothingElse()
    {
        using var heard = new Traces();
        await using (var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Always, Token))
        {
            await site.SentAsync("charity-09", Token);
            await heard.LitAsync(Token);
        }

        var light = heard.All.First(Traces.IsLight);
        Assert.Equal(("panel.talk", ActivityKind.Internal, SiteMeter.Name), (light.OperationName, light.Kind, light.Source.Name));
        Assert.Equal([new("panel", "gate"), new("need", "Light")], light.TagObjects);
        Assert.All(heard.All, AssertTellsNoWords);
    }

    [Fact]
    public async Task Trace_WhenACollectorIsNamed_ReachesItWithoutWordsOfThePanels()
    {
        using var collector = new HttpListener();
        var address = $"http://127.0.0.1:{QuietPort.Find()}";
        collector.Prefixes.Add(address + "/");
        collector.Start();
        var calls = new ConcurrentQueue<(string Path, string Body)>();
        var listening = ListenAsync(collector, calls);
        var services = new ServiceCollection();
        SiteTelemetry.Add(services, address);
        await using (var provider = services.BuildServiceProvider())
        {
            var traces = provider.GetRequiredService<TracerProvider>();
            using var heard = new Traces();
            await using var site = await SiteOnLoopback.StartAsync(settings => settings with { Quartz = false }, Always, Token);
            await site.SentAsync("charity-09", Token);
            await heard.LitAsync(Token);
            Assert.True(await Task.Run(() => traces.ForceFlush(30_000), Token));
        }

        collector.Stop();
        await listening;
        Assert.All(calls, call => Assert.Equal("/v1/traces", call.Path));
        var told = string.Concat(calls.Select(call => call.Body));
        Assert.All(["panel.talk", "gate", "Light", "signage"], word => Assert.Contains(word, told, StringComparison.Ordinal));

        // Ids are random bytes and may look like one character, but not like two of these in a row.
        Assert.All(Words.Zip(Words.Skip(1), (one, next) => $"{one}{next}"), pair => Assert.DoesNotContain(pair, told, StringComparison.Ordinal));
    }

    private static void AssertTellsNoWords(Activity activity)
    {
        Assert.All(activity.TagObjects, tag => Assert.Contains(tag.Key, (string[])["panel", "need"]));
        string[] all = [activity.OperationName, activity.DisplayName, .. activity.TagObjects.Select(tag => $"{tag.Value}"), .. activity.Baggage.Select(item => $"{item.Value}")];
        Assert.All(all, said => Assert.DoesNotMatch(Han(), said));
        Assert.DoesNotContain(all, said => said.Contains(Words, StringComparison.Ordinal) || Words.Contains(said, StringComparison.Ordinal));
        Assert.Empty(activity.Events);
    }

    private static async Task ListenAsync(HttpListener collector, ConcurrentQueue<(string Path, string Body)> calls)
    {
        try
        {
            while (true)
            {
                var call = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body, Token);
                calls.Enqueue((call.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                call.Response.Close();
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // Nobody listens any more.
            return;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    /// <summary>Every trace of a site that has come to its end, for as long as somebody listens.</summary>
    private sealed class Traces : IDisposable
    {
        private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);
        private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
        private readonly ConcurrentQueue<Activity> _all = new();
        private readonly ActivityListener _listener;

        public Traces()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == SiteMeter.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = _all.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyCollection<Activity> All => _all;

        public static bool IsLight(Activity activity) => activity.GetTagItem("need") is "Light";

        /// <summary>Waits until the conversation that lit the panel was told: it ends a moment after the board knows.</summary>
        public async Task LitAsync(CancellationToken cancellationToken)
        {
            using var late = new CancellationTokenSource(Most, TimeProvider.System);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            using var look = new PeriodicTimer(Look, TimeProvider.System);
            while (!_all.Any(IsLight))
            {
                await look.WaitForNextTickAsync(either.Token);
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
