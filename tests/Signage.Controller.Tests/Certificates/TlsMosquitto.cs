using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Signage.Testing.Servers;

namespace Signage.Controller.Tests.Certificates;

/// <summary>A real Mosquitto with the very configuration of docs/mosquitto/tls.conf; only folders and ports are those of the test.</summary>
internal sealed class TlsMosquitto : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signage-mosquitto-");
    private readonly Channel<string> _log = Channel.CreateUnbounded<string>();
    private Process? _process;

    public int Port { get; private set; }

    public int PlainPort { get; private set; }

    /// <summary>Starts it.</summary>
    /// <param name="site">Whose authority, and whose server's certificate, it has.</param>
    /// <param name="server">The pair of the broker.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<TlsMosquitto> StartAsync(CertificateSite site, string server, CancellationToken cancellationToken)
    {
        Need();
        var broker = new TlsMosquitto();
        try
        {
            var keys = broker._folder.CreateSubdirectory("signage").FullName;
            File.Copy(site.PathOf("authority.crt"), Path.Combine(keys, "authority.crt"));
            broker.Install(server);
            foreach (var list in Directory.EnumerateFiles(Docs(), "*.acl"))
            {
                File.Copy(list, broker.At(Path.GetFileName(list)));
            }

            using (var passwords = Process.Start(Find("mosquitto_passwd"), ["-b", "-c", broker.At("signage.passwords"), "signage", "secret"]))
            {
                await passwords.WaitForExitAsync(cancellationToken);
                Assert.Equal(0, passwords.ExitCode);
            }

            await broker.RunAsync(cancellationToken);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a server's pair where the configuration looks for it.</summary>
    public void Install(string server) => File.Copy(server, At("signage/server.pem"), overwrite: true);

    /// <summary>Writes more rules at the end of the access list of the gateways.</summary>
    public void Rule(string rules) => File.AppendAllText(At("gateways.acl"), rules);

    /// <summary>SIGHUP, as systemctl reload sends it.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        using (var signal = Process.Start("kill", ["-HUP", _process!.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync(cancellationToken);
            Assert.Equal(0, signal.ExitCode);
        }

        await LogUntilAsync("Reloading config", cancellationToken);
    }

    /// <summary>What it wrote since the last call, up to and with the first line that holds some words.</summary>
    public async Task<string> LogUntilAsync(string words, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await foreach (var line in _log.Reader.ReadAllAsync(cancellationToken))
        {
            lines.Add(line);
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return string.Join('\n', lines);
            }
        }

        throw new IOException($"mosquitto ended without '{words}': {string.Join(" / ", lines)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } running)
        {
            running.Kill();
            await running.WaitForExitAsync(CancellationToken.None);
            running.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static string Docs()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder, "docs/mosquitto");
    }

    /// <summary>A missing program skips the test on a desk, and fails it where all programs have to be.</summary>
    private static void Need()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(File.Exists(Find("mosquitto")), "mosquitto is missing: apt-get install mosquitto");
        }

        Assert.SkipUnless(File.Exists(Find("mosquitto")), "apt-get install mosquitto");
    }

    // Debian keeps servers in a folder that is not on everybody's path.
    private static string Find(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? program;

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        (Port, PlainPort) = (QuietPort.Find(), QuietPort.Find());
        var shipped = await File.ReadAllTextAsync(Path.Combine(Docs(), "tls.conf"), cancellationToken);
        var here = shipped.Replace("/etc/mosquitto", _folder.FullName, StringComparison.Ordinal)
            .Replace("listener 1883 127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"listener {PlainPort} 127.0.0.1"), StringComparison.Ordinal)
            .Replace("listener 8883", string.Create(CultureInfo.InvariantCulture, $"listener {Port} 127.0.0.1"), StringComparison.Ordinal);
        Assert.Equal(3, here.Split(_folder.FullName + "/signage/").Length - 1);
        await File.WriteAllTextAsync(At("mosquitto.conf"), $"{here}\nuser {Environment.UserName}\nlog_dest stderr\nlog_type all\n", cancellationToken);
        _process = new Process { StartInfo = new ProcessStartInfo(Find("mosquitto"), ["-c", At("mosquitto.conf")]) { RedirectStandardError = true } };
        _process.ErrorDataReceived += (_, line) => _ = line.Data is null ? _log.Writer.TryComplete() : _log.Writer.TryWrite(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        await LogUntilAsync(" running", cancellationToken);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
