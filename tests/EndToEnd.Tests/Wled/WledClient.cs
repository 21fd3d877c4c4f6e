using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Wled;

/// <summary>The npm package wled-client in a process of its own, told what to do line by line. Installed into a folder of its own, which goes with it.</summary>
internal sealed class WledClient : IAsyncDisposable
{
    private static readonly string[] Sources = ["package.json", "package-lock.json", "drive.js"];

    private readonly string _folder;
    private readonly Process _process;

    private WledClient(string folder, Process process) => (_folder, _process) = (folder, process);

    /// <summary>Installs and starts it. Skips the test when Node.js or npm is missing.</summary>
    /// <param name="endpoint">The controller's web server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WledClient> StartAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        Need();
        var folder = Directory.CreateTempSubdirectory("signage-wled-").FullName;
        try
        {
            foreach (var name in Sources)
            {
                File.Copy(Path.Combine(Source(), name), Path.Combine(folder, name));
            }

            using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = await Task.WhenAll(install.StandardOutput.ReadToEndAsync(cancellationToken), install.StandardError.ReadToEndAsync(cancellationToken));
            await install.WaitForExitAsync(cancellationToken);
            Assert.True(install.ExitCode == 0, string.Join('\n', said));
            var words = new[] { "drive.js", endpoint.Host, endpoint.Port.ToString(CultureInfo.InvariantCulture) };
            var process = Process.Start(new ProcessStartInfo("node", words) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
            return new WledClient(folder, process);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Tells it to do something; answers what it then believes of the controller.</summary>
    public async Task<JsonNode> DoAsync(string command, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(command.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return JsonNode.Parse(await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new IOException($"wled-client ended at '{command}'"))!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A missing program skips the test on a desk, and fails it where all programs have to be.</summary>
    private static void Need()
    {
        const string Install = "apt-get install nodejs npm";
        var here = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var hasBoth = new[] { "node", "npm" }.All(program => here.Any(folder => File.Exists(Path.Combine(folder, program))));
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(hasBoth, $"Node.js or npm is missing: {Install}");
        }

        Assert.SkipUnless(hasBoth, Install);
    }

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Signage.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests are not in the tree any more.");
        }

        return Path.Combine(folder.FullName, "tests/EndToEnd.Tests/Wled");
    }
}
