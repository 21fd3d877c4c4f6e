using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Signage.Testing.Servers;

/// <summary>A real Mosquitto on a free port of 127.0.0.1, with its files in a folder of its own. Disposing it stops the process and removes the folder.</summary>
public sealed partial class MosquittoServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _options;
    private Channel<string> _log = Channel.CreateUnbounded<string>();
    private Process? _process;
    private int _port;

    private MosquittoServer(string folder, string options) => (_folder, _options) = (folder, options);

    /// <summary>Where it listens, without name and password.</summary>
    public Uri Endpoint => new($"mqtt://127.0.0.1:{_port}");

    private string PasswordFile => Path.Combine(_folder, "passwords");

    private string AccessFile => Path.Combine(_folder, "access");

    private string ConfigurationFile => Path.Combine(_folder, "mosquitto.conf");

    /// <summary>Starts a broker that anybody may use. Skips the test when the program is missing.</summary>
    public static Task<MosquittoServer> StartAsync(CancellationToken cancellationToken) =>
        StartAsync("allow_anonymous true", _ => Task.CompletedTask, cancellationToken);

    /// <summary>Starts a broker that knows one name and password. Skips the test when the program is missing.</summary>
    public static Task<MosquittoServer> StartWithLoginAsync(string name, string password, CancellationToken cancellationToken) =>
        StartAsync(
            "allow_anonymous false\npassword_file %PASSWORDS%",
            server => RunAsync("mosquitto_passwd", ["-b", "-c", server.PasswordFile, name, password], cancellationToken),
            cancellationToken);

    /// <summary>Starts a broker for anybody, with an access list in Mosquitto's own words. Skips the test when the program is missing.</summary>
    public static Task<MosquittoServer> StartWithAccessListAsync(string rules, CancellationToken cancellationToken) =>
        StartAsync(
            "allow_anonymous true\nacl_file %ACCESS%",
            server => File.WriteAllTextAsync(server.AccessFile, rules + "\n", cancellationToken),
            cancellationToken);

    /// <summary>Starts it again on the same port after <see cref="StopAsync"/>; it remembers nothing.</summary>
    /// <exception cref="IOException">It did not start.</exception>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find("mosquitto"), ["-c", ConfigurationFile]) { RedirectStandardError = true, RedirectStandardOutput = true };
        var log = _log = Channel.CreateUnbounded<string>();
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) =>
        {
            _ = line.Data is null ? log.Writer.TryComplete() : log.Writer.TryWrite(line.Data);
        };
        _process.Start();
        _process.BeginErrorReadLine();
        await LogUntilAsync(" running", cancellationToken);
    }

    /// <summary>What it wrote since the last call, up to and with the first line that holds some words.</summary>
    /// <exception cref="IOException">It ended without writing them.</exception>
    public async Task<IReadOnlyList<string>> LogUntilAsync(string words, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await foreach (var line in _log.Reader.ReadAllAsync(cancellationToken))
        {
            lines.Add(line);
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return lines;
            }
        }

        throw new IOException($"mosquitto ended without '{words}': {string.Join(" / ", lines)}");
    }

    /// <summary>Kills it, as a power cut would.</summary>
    public async Task StopAsync()
    {
        if (_process is { } running)
        {
            _process = null;
            running.Kill();
            await running.WaitForExitAsync(CancellationToken.None);
            running.Dispose();
        }
    }

    /// <summary>Holds it still, as a disk that hangs would: it stays connected, takes nothing and says nothing.</summary>
    public void Freeze()
    {
        const int Stop = 19;
        Assert.Equal(0, kill(_process!.Id, Stop));
        while (!File.ReadAllText($"/proc/{_process.Id}/stat").Contains(") T ", StringComparison.Ordinal))
        {
            Thread.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<MosquittoServer> StartAsync(string options, Func<MosquittoServer, Task> prepare, CancellationToken cancellationToken)
    {
        Need();
        var server = new MosquittoServer(Directory.CreateTempSubdirectory("signage-mosquitto").FullName, options);
        var started = false;
        try
        {
            await prepare(server);
            await server.FindPortAsync(cancellationToken);
            started = true;
            return server;
        }
        finally
        {
            if (!started)
            {
                await server.DisposeAsync();
            }
        }
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
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':')
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists) ?? program;

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Find(program), arguments))!;
        await process.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Between looking and listening somebody else may take a port: then the next one.</summary>
    private async Task FindPortAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            _port = QuietPort.Find();
            await File.WriteAllTextAsync(ConfigurationFile, Configuration(), cancellationToken);
            try
            {
                await StartAgainAsync(cancellationToken);
                return;
            }
            catch (IOException) when (attempt < 5)
            {
                await StopAsync();
            }
        }
    }

    private string Configuration() => string.Create(CultureInfo.InvariantCulture, $"""
        listener {_port} 127.0.0.1
        user {Environment.UserName}
        persistence false
        log_dest stderr
        log_type all
        log_timestamp false
        {_options.Replace("%PASSWORDS%", PasswordFile, StringComparison.Ordinal).Replace("%ACCESS%", AccessFile, StringComparison.Ordinal)}

        """);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int process, int signal);
}
