using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Faults.Tests.Rig;
using Signage.Controller.Hosting;
using Signage.Core.Panels;
using Signage.Protocols.Profiles;
using Signage.Testing.Invariants;
using Signage.Testing.Servers;

namespace Faults.Tests.Processes;

/// <summary>Group A and the broker, at real processes. One after another: each of them fills the machine.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ProcessFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F03_SiteIsFrozenOverTwoBoundaries_GoesStraightToWhatShouldShowNow()
    {
        await using var run = new ProcessSite();
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        await run.StartAsync([ProcessSite.Slot("base", "charity-09", priority: "base")]);
        await ShownAsync(run, gate, "charity-09");
        await run.AddSlotAsync(ProcessSite.Slot("missed", "charity-01", 6, 8));
        await run.AddSlotAsync(ProcessSite.Slot("after", "charity-02", 8, 3600));
        await ProcessSite.SignalAsync("STOP", run.Site.Id);
        var seen = new HashSet<string>();
        await Task.Delay(TimeSpan.FromSeconds(Seeds.IsLong ? 60 : 10), TimeProvider.System, Token);
        seen.Add(await run.DigestAsync(gate));
        await ProcessSite.SignalAsync("CONT", run.Site.Id);
        await run.UntilAsync(
            async () =>
            {
                seen.Add(await run.DigestAsync(gate));
                return seen.Contains(DigestOf(gate, "charity-02"));
            },
            "the site shows what it should now");
        Assert.DoesNotContain(DigestOf(gate, "charity-01"), seen);
    }

    [Fact]
    public async Task F07_EveryCoreIsBusy_BoundariesAreMetAndABlankTakesEffect()
    {
        await using var run = new ProcessSite();
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        await run.StartAsync([ProcessSite.Slot("base", "charity-09", priority: "base")]);
        await ShownAsync(run, gate, "charity-09");
        await run.AddSlotAsync(ProcessSite.Slot("next", "charity-01", 3, 3600));
        using var busy = new BusyCores(2 * System.Environment.ProcessorCount);
        await ShownAsync(run, gate, "charity-01");
        Assert.True((bool)(await run.AskAsync(new JsonObject { ["verb"] = "blank" }))!["ok"]!);
        await ShownAsync(run, gate);

        // It stays so: no watchdog has mistaken a busy machine for a dead one.
        Assert.False(run.Site.HasExited);
    }

    [Fact]
    public async Task F08_DescriptorsRunOut_PanelsAreUnaffectedAndTheDoorOpensAgain()
    {
        Need("prlimit", "util-linux");
        await using var run = new ProcessSite();
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        await run.StartAsync([ProcessSite.Slot("base", "charity-09", priority: "base")]);
        await ShownAsync(run, gate, "charity-09");
        await run.AddSlotAsync(ProcessSite.Slot("next", "charity-01", 6, 3600));

        // Panels are served before the page is; what is opened while the site still starts is not what is tested here.
        Assert.NotNull(await run.Site.LineAsync(Token));
        var open = Directory.EnumerateFiles($"/proc/{run.Site.Id}/fd").Count();
        await RunAsync("prlimit", $"--nofile={open + 24}", $"--pid={run.Site.Id}");
        var callers = new List<Socket>();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                var caller = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                callers.Add(caller);
                using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(500), TimeProvider.System);
                try
                {
                    await caller.ConnectAsync(new UnixDomainSocketEndPoint(SiteSettings.SocketOf(Path.Combine(run.Folder, "data"))), late.Token);
                }
                catch (Exception full) when (full is SocketException or OperationCanceledException)
                {
                    break;
                }
            }

            // A boundary in the middle of it.
            await ShownAsync(run, gate, "charity-01");
        }
        finally
        {
            callers.ForEach(caller => caller.Dispose());
        }

        await run.UntilAsync(async () => (bool?)(await run.AskAsync(new JsonObject { ["verb"] = "status" }))?["ok"] == true, "the door opens again");
        Assert.False(run.Site.HasExited);
    }

    [Fact]
    public async Task F04_SiteIsToldToStop_EndsInOrder()
    {
        await using var run = new ProcessSite();
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        await run.StartAsync([ProcessSite.Slot("base", "charity-09", priority: "base")]);
        await ShownAsync(run, gate, "charity-09");
        await ProcessSite.SignalAsync("TERM", run.Site.Id);
        var (code, _) = await run.Site.EndAsync(Token);

        // 143 is the same on a machine that is too busy to end within the time that the command line gives it.
        Assert.True(code is 0 or 143, $"exit {code}: {run.Site.Complaints}");
    }

    [Fact]
    public async Task F21_BrokerIsNotThereAtStart_OtherPanelsRunAndTheMqttPanelFollows()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var run = new ProcessSite();
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        var square = await run.AddPanelAsync("square", "128x16x1", $"{broker.Endpoint.OriginalString}/square");
        await broker.StopAsync();
        await run.StartAsync([ProcessSite.Slot("base", "charity-09", priority: "base")]);
        await ShownAsync(run, gate, "charity-09");
        var status = await run.AskAsync(new JsonObject { ["verb"] = "status" });
        Assert.NotEqual("sent", (string)status!["panels"]!.AsArray().Single(panel => (string)panel!["panel"]! == "square")!["light"]!);
        await broker.StartAgainAsync(Token);
        await ShownAsync(run, square, "charity-09");
    }

    private static Task ShownAsync(ProcessSite run, ProcessPanel panel, params string[] items)
    {
        var expected = DigestOf(panel, items);
        return run.UntilAsync(async () => await run.DigestAsync(panel) == expected, $"{panel.Id} shows {(items.Length == 0 ? "nothing" : items[0])}");
    }

    private static string DigestOf(ProcessPanel panel, params string[] items)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "firmware-profiles");
        using var oracle = new PlanOracle(new ProfileReader(SiteHost.Adapters()).Read(ProfileFolder.Read(folder)).Catalog!, TimeZoneInfo.Utc);
        return oracle.Of(new Panel(new PanelId(panel.Id), panel.Id, "onbon/bx-6e2", PanelFace.Parse(panel.Face), new Uri(panel.Endpoint)), items).Digest.Hex;
    }

    /// <summary>A missing program skips the test on a desk, and fails it where all programs have to be.</summary>
    private static void Need(string program, string package)
    {
        var found = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.True(found || System.Environment.GetEnvironmentVariable("CI") != "true", $"{program} is missing: apt-get install {package}");
        Assert.SkipUnless(found, $"apt-get install {package}");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Processes that do nothing as fast as they can.</summary>
    private sealed class BusyCores : IDisposable
    {
        private readonly Process[] _loops;

        public BusyCores(int count) => _loops = [.. Enumerable.Range(0, count).Select(_ => Process.Start("sh", ["-c", "while :; do :; done"]))];

        public void Dispose()
        {
            foreach (var loop in _loops)
            {
                loop.Kill();
                loop.WaitForExit();
                loop.Dispose();
            }
        }
    }
}

/// <summary>Tests that share nothing with others at the same time.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
