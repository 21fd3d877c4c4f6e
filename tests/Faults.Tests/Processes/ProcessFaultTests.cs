using System.Diagnostics;
using System.Net.Sockets;
using Faults.Tests.Rig;
using Signage.Controller.Hosting;
using Signage.Core.Planning;
using Signage.Testing.Invariants;
using Signage.Testing.Servers;

namespace Faults.Tests.Processes;

/// <summary>
/// Group A and the broker, at real processes, each of which is held against the invariants as far as they can be seen from outside. One after another: each of them fills the machine.
/// </summary>
[Collection(nameof(OneAtATime))]
public sealed class ProcessFaultTests
{
    /// <summary>For faults in which nothing is drawn by lot: many seeds would be the same fault many times.</summary>
    private const int NoLot = 0;

    private static readonly Slot Base = SlotText.Base("charity-09");

    public static TheoryData<int> Seed => [.. Seeds.Of(1)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F03_SiteIsFrozenOverTwoBoundaries_GoesStraightToWhatShouldShowNow(int seed)
    {
        await using var run = new ProcessSite(seed);
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        await run.StartAsync(Base);
        await run.ShownAsync(gate, "charity-09");
        await run.AddSlotAsync(ProcessSite.Slot("missed", "charity-01", 8, 10));
        await run.AddSlotAsync(ProcessSite.Slot("after", "charity-02", 10, 3600));

        // When it freezes is drawn by lot: while it sends, stores, or does nothing.
        await run.PassAsync(TimeSpan.FromMilliseconds(new Random(seed).Next(0, 1500)));
        await run.SignalAsync("STOP");
        await run.PassAsync(TimeSpan.FromSeconds(Seeds.IsLong && seed == 1 ? 60 : 10));
        await run.SignalAsync("CONT");
        await run.ShownAsync(gate, "charity-02");
        Assert.False(run.HasShown(gate, "charity-01"), $"seed {seed}: the slot that was missed was shown");
        await run.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F07_EveryCoreIsBusy_BoundariesAreMetAndABlankTakesEffect(int seed)
    {
        await using var run = new ProcessSite(seed);
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        await run.StartAsync(Base);
        await run.ShownAsync(gate, "charity-09");
        await run.AddSlotAsync(ProcessSite.Slot("next", "charity-01", 3, 3600));
        using var busy = new BusyCores(2 * System.Environment.ProcessorCount);
        await run.ShownAsync(gate, "charity-01");

        // What the site is at when the button is pressed is drawn by lot.
        await run.PassAsync(TimeSpan.FromMilliseconds(new Random(seed).Next(0, 1500)));
        await run.BlankAsync();
        await run.ShownAsync(gate);

        // It stays so: no watchdog has mistaken a busy machine for a dead one, and no refresh has lit a panel again. In the long form that is a minute, with the first seed.
        await run.PassAsync(TimeSpan.FromSeconds(Seeds.AreMany && seed == 1 ? 60 : 1));
        Assert.False(run.Site.HasExited, $"seed {seed}: {run.Site.Complaints}");
        await run.CheckAsync();
    }

    // Nothing is drawn by lot: the limit and the callers are counted.
    [Fact]
    public async Task F08_DescriptorsRunOut_PanelsAreUnaffectedAndTheDoorOpensAgain()
    {
        Need("prlimit", "util-linux");
        await using var run = new ProcessSite(NoLot);
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        await run.StartAsync(Base);
        await run.ShownAsync(gate, "charity-09");
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
            await run.ShownAsync(gate, "charity-01");
        }
        finally
        {
            callers.ForEach(caller => caller.Dispose());
        }

        await run.UntilAsync(async () => (bool?)(await run.AskAsync("status"))?["ok"] == true, "the door opens again");
        Assert.False(run.Site.HasExited);
        await run.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Seed))]
    public async Task F04_SiteIsToldToStop_EndsInOrder(int seed)
    {
        await using var run = new ProcessSite(seed);
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        await run.StartAsync(Base);
        await run.ShownAsync(gate, "charity-09");

        // What the site is at when it is told is drawn by lot: it sends the new show, writes down that it did, or does nothing.
        await run.AddSlotAsync(ProcessSite.Slot("now", "charity-01", 0, 3600));
        await run.PassAsync(TimeSpan.FromMilliseconds(new Random(seed).Next(0, 800)));
        await run.SignalAsync("TERM");
        var (code, _) = await run.Site.EndAsync(Token);

        // The command takes the first signal for a wish and sets itself no time for it, so 143, the system's own end, cannot be.
        Assert.True(code == 0, $"seed {seed}: exit {code}: {run.Site.Complaints}");
        await run.CheckAsync();
    }

    // Nothing is drawn by lot: the broker is there or it is not.
    [Fact]
    public async Task F21_BrokerIsNotThereAtStart_OtherPanelsRunAndTheMqttPanelFollows()
    {
        await using var broker = await MosquittoServer.StartAsync(Token);
        await using var run = new ProcessSite(NoLot);
        var gate = await run.AddPanelAsync("gate", "160x16x1", "tcp://127.0.0.1:0");
        var square = await run.AddPanelAsync("square", "128x16x1", $"{broker.Endpoint.OriginalString}/square");
        await broker.StopAsync();
        await run.StartAsync(Base);
        await run.ShownAsync(gate, "charity-09");
        var status = await run.StatusAsync();
        Assert.NotEqual("sent", (string)status["square"]["light"]!);
        await broker.StartAgainAsync(Token);
        await run.ShownAsync(square, "charity-09");
        await run.CheckAsync();
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
