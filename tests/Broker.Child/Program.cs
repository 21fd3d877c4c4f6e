using System.Globalization;
using System.Net.Sockets;
using System.Runtime;
using Broker.Child;
using Signage.Transports.Broker;

// A broker in a process of its own, asked over a socket file named by the one argument: "measure", or the name of a refusal. It ends when nobody asks any more.
// The limits are those that everybody gets; only how often one may come and how fast one may talk is set aside, so that an attack is not over at the door.
var limits = new BrokerLimits { AcceptsPerSecond = 100_000, AttemptsPerSecond = 100_000, AttemptBurst = 100_000, PacketsPerSecond = 1_000_000 };
await using var broker = await SiteBroker.StartAsync(ChildAccounts.Options with { Limits = limits }, TimeProvider.System, CancellationToken.None);
using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
await socket.ConnectAsync(new UnixDomainSocketEndPoint(args[0]));
await using var stream = new NetworkStream(socket);
using var reader = new StreamReader(stream);
await using var writer = new StreamWriter(stream) { AutoFlush = true };
await writer.WriteLineAsync($"{broker.Endpoint.Port}");
while (await reader.ReadLineAsync() is { } question)
{
    await writer.WriteLineAsync(question == "measure" ? Measure() : $"{broker.Counters[Enum.Parse<BrokerRefusal>(question)]}");
}

static string Measure()
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

static long Resident(string key)
{
    var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(key, StringComparison.Ordinal));
    return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024;
}
