using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Testing.Processes;

namespace EndToEnd.Tests.Wled;

/// <summary>The npm package wled-client in a process of its own, told what to do line by line.</summary>
internal sealed class WledClient : IAsyncDisposable
{
    private readonly NodePackage _package;
    private readonly Process _process;

    private WledClient(NodePackage package, Process process) => (_package, _process) = (package, process);

    /// <summary>Installs and starts it.</summary>
    /// <param name="endpoint">The controller's web server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<WledClient> StartAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        var package = await NodePackage.InstallAsync("tests/EndToEnd.Tests/Wled", cancellationToken);
        return new WledClient(package, package.Start("drive.js", endpoint.Host, endpoint.Port.ToString(CultureInfo.InvariantCulture)));
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
        await _package.DisposeAsync();
    }
}
