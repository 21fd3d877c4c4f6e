using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Signage.Transports.Broker;

namespace Signage.Transports.Tests.Broker;

/// <summary>What a broker's process holds.</summary>
/// <param name="Heap">Live bytes of the managed heap, after collection.</param>
/// <param name="Set">Resident bytes now.</param>
/// <param name="Peak">The most resident bytes since the last look.</param>
internal sealed record Footprint(long Heap, long Set, long Peak)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"heap {Heap / 1048576.0:F1} MiB, working set {Set / 1048576.0:F1} MiB, peak {Peak / 1048576.0:F1} MiB");
}

/// <summary>
/// A broker in a process of its own, so that neither the sockets of the attackers nor other tests are counted as its memory. The process is the
/// program Broker.Child; they talk over a socket file.
/// </summary>
internal sealed class ChildBroker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    private ChildBroker(Process process, Task<string> output, Socket socket)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        (_process, _output, _reader, _writer) = (process, output, new StreamReader(stream), new StreamWriter(stream) { AutoFlush = true });
    }

    /// <summary>The port of the broker.</summary>
    public Uri Endpoint { get; private set; } = new("mqtt://127.0.0.1");

    public static async Task<ChildBroker> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("signage-broker");
        try
        {
            var door = Path.Combine(folder.FullName, "s");
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(door));
            listener.Listen();
            var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Broker.Child.dll"), door])
            {
                RedirectStandardOutput = true,
            };
            var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var accepting = listener.AcceptAsync(cancellationToken).AsTask();
            if (await Task.WhenAny(accepting, output) == output)
            {
                throw new IOException($"The broker's process ended: {await output}");
            }

            var child = new ChildBroker(process, output, await accepting);
            child.Endpoint = new Uri($"mqtt://127.0.0.1:{await child._reader.ReadLineAsync(cancellationToken)}");
            return child;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Collects, then measures. The peak starts anew.</summary>
    public async Task<Footprint> MeasureAsync(CancellationToken cancellationToken)
    {
        var words = (await AskAsync("measure", cancellationToken)).Split(' ').Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new Footprint(words[0], words[1], words[2]);
    }

    /// <summary>How often a refusal was counted.</summary>
    public async Task<long> CountAsync(BrokerRefusal refusal, CancellationToken cancellationToken) =>
        long.Parse(await AskAsync(refusal.ToString(), cancellationToken), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _reader.Dispose();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _output;
        _process.Dispose();
    }

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await _writer.WriteLineAsync(question.AsMemory(), cancellationToken);
        return await _reader.ReadLineAsync(cancellationToken) ?? throw new IOException($"The broker's process ended: {await _output}");
    }
}
