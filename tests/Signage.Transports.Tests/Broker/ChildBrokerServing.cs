using System.Globalization;
using System.Net.Sockets;
using System.Runtime;
using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker;

/// <summary>The inside of a <see cref="ChildBroker"/>; no test of its own, and so never run with the others.</summary>
public sealed class ChildBrokerServing
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Serve()
    {
        if (Environment.GetEnvironmentVariable(ChildBroker.Variable) is not { Length: > 0 } door)
        {
            return;
        }

        // The limits that everybody gets; only how often one may come and how fast one may talk is set aside, so that the attack is not over at the door.
        var limits = new BrokerLimits { AttemptsPerSecond = 100_000, AttemptBurst = 100_000, PacketsPerSecond = 1_000_000 };
        var options = BrokerSite.Options with { Limits = limits };
        await using var broker = await SiteBroker.StartAsync(options, TimeProvider.System, Token);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(door), Token);
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        await writer.WriteLineAsync($"{broker.Endpoint.Port}");
        while (await reader.ReadLineAsync(Token) is { } question)
        {
            await writer.WriteLineAsync(question == "measure" ? Measure() : $"{broker.Counters[Enum.Parse<BrokerRefusal>(question)]}");
        }
    }

    private static string Measure()
    {
        var peak = Resident("VmHWM:");
        for (var i = 0; i < 2; i++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var heap = GC.GetTotalMemory(forceFullCollection: false);
        var line = string.Create(CultureInfo.InvariantCulture, $"{heap} {Resident("VmRSS:")} {peak}");

        // The peak of the kernel starts anew.
        File.WriteAllText("/proc/self/clear_refs", "5");
        return line;
    }

    private static long Resident(string key)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(key, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024;
    }
}
