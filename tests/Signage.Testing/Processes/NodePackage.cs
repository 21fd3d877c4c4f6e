using System.Diagnostics;

namespace Signage.Testing.Processes;

/// <summary>A script with npm packages made by others, installed into a folder of its own, which goes with it.</summary>
public sealed class NodePackage : IAsyncDisposable
{
    private const string Install = "apt-get install nodejs npm";
    private readonly string _folder;

    private NodePackage(string folder) => _folder = folder;

    /// <summary>Copies a folder of the repository and installs what its lock file names. Skips the test when Node.js or npm is missing; with CI=true that is a failure.</summary>
    /// <param name="source">The folder below the repository: package.json, package-lock.json and scripts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<NodePackage> InstallAsync(string source, CancellationToken cancellationToken)
    {
        Need();
        var package = new NodePackage(Directory.CreateTempSubdirectory("signage-node-").FullName);
        try
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Tree(), source)).Where(file => Path.GetExtension(file) is ".js" or ".json"))
            {
                File.Copy(file, Path.Combine(package._folder, Path.GetFileName(file)));
            }

            using var install = package.Begin("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
            var said = await Task.WhenAll(install.StandardOutput.ReadToEndAsync(cancellationToken), install.StandardError.ReadToEndAsync(cancellationToken));
            await install.WaitForExitAsync(cancellationToken);
            Assert.True(install.ExitCode == 0, string.Join('\n', said));
            return package;
        }
        catch
        {
            await package.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a script of the folder; whoever asked ends it.</summary>
    public Process Start(params string[] words) => Begin("node", words);

    /// <summary>Runs a script of the folder to its end and answers what it printed.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken, params string[] words)
    {
        using var process = Begin("node", words);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, said[1]);
        return said[0];
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Need()
    {
        var here = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var hasBoth = new[] { "node", "npm" }.All(program => here.Any(folder => File.Exists(Path.Combine(folder, program))));
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(hasBoth, $"Node.js or npm is missing: {Install}");
        }

        Assert.SkipUnless(hasBoth, Install);
    }

    private static string Tree()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Signage.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests are not in the tree any more.");
        }

        return folder.FullName;
    }

    private Process Begin(string program, params string[] words) => Process.Start(new ProcessStartInfo(program, words)
    {
        WorkingDirectory = _folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
