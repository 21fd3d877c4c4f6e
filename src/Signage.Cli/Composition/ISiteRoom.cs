using System.Text.Json.Nodes;
using Signage.Controller.Hosting;

namespace Signage.Cli.Composition;

/// <summary>The site on this machine, as far as the command line needs it.</summary>
internal interface ISiteRoom
{
    /// <summary>Asks the running site over its control socket.</summary>
    /// <param name="dataFolder">The site's data folder; null takes the default one.</param>
    /// <param name="request">The request, one JSON object.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, one JSON object that says <c>ok</c>.</returns>
    /// <exception cref="Terminal.UserError">No site runs there, or it refused; the message is its reason.</exception>
    Task<JsonObject> AskAsync(string? dataFolder, JsonObject request, CancellationToken cancellationToken);

    /// <summary>Runs the site until told to stop, which is how it ends well.</summary>
    /// <param name="start">How it is started.</param>
    /// <param name="started">Told where the site is once it has started.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    Task<int> RunAsync(SiteStart start, Action<SiteAddress> started, CancellationToken cancellationToken);
}

/// <summary>How a site is started from the command line; what is null comes from its configuration.</summary>
/// <param name="DataFolder">Where it keeps its data.</param>
/// <param name="ProfileFolder">Where the card models are.</param>
/// <param name="ImportFile">Panels and slots to take over once.</param>
/// <param name="Port">The port of the page; 0 for any.</param>
internal sealed record SiteStart(string? DataFolder, string? ProfileFolder, string? ImportFile, int? Port = null);
