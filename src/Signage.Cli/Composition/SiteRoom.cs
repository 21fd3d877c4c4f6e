using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Controller.Control;
using Signage.Controller.Hosting;

namespace Signage.Cli.Composition;

/// <summary>The real site of this machine.</summary>
/// <param name="time">The clock of waiting.</param>
internal sealed class SiteRoom(TimeProvider time) : ISiteRoom
{
    /// <inheritdoc />
    public async Task<JsonObject> AskAsync(string? dataFolder, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ControlClient.SendAsync(SiteSettings.SocketOf(dataFolder ?? SiteHost.DefaultData), request, time, cancellationToken).ConfigureAwait(false);
            return (bool?)answer["ok"] == true ? answer : throw new UserError((string?)answer["error"] ?? "the site refused without a reason");
        }
        catch (IOException nobody)
        {
            throw new UserError(nobody.Message);
        }
    }

    /// <inheritdoc />
    public async Task<int> RunAsync(SiteStart start, Action<Uri> opened, CancellationToken cancellationToken)
    {
        try
        {
            await SiteHost.RunAsync(
                configuration => SiteHost.Read(configuration, start.DataFolder, start.ProfileFolder, start.ImportFile, start.Port), [], opened, cancellationToken).ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (SiteStartException refused)
        {
            throw new UserError([.. refused.Reasons]);
        }
    }
}
