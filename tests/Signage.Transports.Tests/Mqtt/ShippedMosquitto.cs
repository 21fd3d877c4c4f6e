using System.Diagnostics;
using System.Globalization;
using Signage.Testing.Disks;
using Signage.Testing.Servers;

namespace Signage.Transports.Tests.Mqtt;

/// <summary>
/// A real Mosquitto with docs/mosquitto/mosquitto.conf itself, line by line. Changed is only what every administrator has to change: the port, where its two files are,
/// and the user that it becomes.
/// </summary>
internal sealed class ShippedMosquitto : IAsyncDisposable
{
    private const int MostAttempts = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("signage-shipped-").FullName;
    private Process? _process;
    private Task _said = Task.CompletedTask;

    private ShippedMosquitto()
    {
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; private set; }

    private string Passwords => Path.Combine(_folder, "signage.passwords");

    private string Configuration => Path.Combine(_folder, "mosquitto.conf");

    /// <summary>Starts one that knows some names, each with the same password. Skips the test where the program is missing, and fails it where it has to be.</summary>
    public static async Task<ShippedMosquitto> StartAsync(string password, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        TestMount.Need("mosquitto", "mosquitto");
        var server = new ShippedMosquitto();
        try
        {
            await File.WriteAllTextAsync(server.Passwords, "", cancellationToken);
            foreach (var name in names)
            {
                TestMount.Run("mosquitto_passwd", "-b", server.Passwords, name, password);
            }

            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Documents()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Signage.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder, "docs", "mosquitto");
    }

    // Debian keeps servers in a folder that is not on everybody's path.
    private static string Program() =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin".Split(':').Select(folder => Path.Combine(folder, "mosquitto")).First(File.Exists);

    /// <summary>Writes another line in the place of one that has to be there, once.</summary>
    private static void Adapt(string[] lines, string shipped, string adapted)
    {
        Assert.Single(lines, line => line == shipped);
        lines[Array.IndexOf(lines, shipped)] = adapted;
    }

    /// <summary>Between looking and listening somebody else may take a port: then the next one.</summary>
    private async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            Port = QuietPort.Find();
            await WriteAsync(cancellationToken);
            _process = Process.Start(new ProcessStartInfo(Program(), ["-c", Configuration]) { RedirectStandardError = true })!;
            var lines = new List<string>();
            while (await _process.StandardError.ReadLineAsync(cancellationToken) is { } line)
            {
                lines.Add(line);
                if (line.EndsWith(" running", StringComparison.Ordinal))
                {
                    _said = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                    return;
                }
            }

            Assert.True(attempt < MostAttempts && lines.Exists(line => line.Contains("in use", StringComparison.Ordinal)), $"mosquitto does not take the file: {string.Join(" / ", lines)}");
            await StopAsync();
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Documents(), "mosquitto.conf"), cancellationToken);
        Adapt(lines, "listener 1883 127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"listener {Port} 127.0.0.1"));
        Adapt(lines, "password_file /etc/mosquitto/signage.passwords", $"password_file {Passwords}");
        Adapt(lines, "acl_file /etc/mosquitto/access.acl", $"acl_file {Path.Combine(Documents(), "access.acl")}");

        // The administrator's user owns the password file; the one of the tests does here.
        await File.WriteAllLinesAsync(Configuration, [.. lines, $"user {Environment.UserName}"], cancellationToken);
    }

    private async Task StopAsync()
    {
        if (_process is { } running)
        {
            _process = null;
            running.Kill();
            await running.WaitForExitAsync(CancellationToken.None);
            await _said;
            running.Dispose();
        }
    }
}
