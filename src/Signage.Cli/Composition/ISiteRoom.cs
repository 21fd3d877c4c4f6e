using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Storage;

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

    /// <summary>Makes a site in a folder that has none, without starting it.</summary>
    /// <exception cref="SiteStartException">A site is there already, or the import has mistakes; every reason is a line.</exception>
    Task<FoundedSite> FoundAsync(SiteStart start, CancellationToken cancellationToken);

    /// <summary>The backups of a site that prove whole, the newest first. The site may run.</summary>
    Task<IReadOnlyList<BackupInfo>> BackupsAsync(string? dataFolder, CancellationToken cancellationToken);

    /// <summary>Puts a backup in the place of the database of a site that does not run.</summary>
    /// <param name="dataFolder">The site's data folder; null takes the default one.</param>
    /// <param name="backup">The backup; null takes the newest of the site's own that proves whole.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    /// <exception cref="Terminal.UserError">The site has no backup that proves whole.</exception>
    /// <exception cref="StorageException">The site runs, the backup is not whole, or the disk refuses.</exception>
    Task<RestoreReport> RestoreAsync(string? dataFolder, string? backup, CancellationToken cancellationToken);
}

/// <summary>How a site is started from the command line; what is null comes from its configuration.</summary>
/// <param name="DataFolder">Where it keeps its data.</param>
/// <param name="ProfileFolder">Where the card models are.</param>
/// <param name="ImportFile">Panels and slots to take over once.</param>
/// <param name="Port">The port of the page; 0 for any.</param>
internal sealed record SiteStart(string? DataFolder, string? ProfileFolder, string? ImportFile, int? Port = null);
