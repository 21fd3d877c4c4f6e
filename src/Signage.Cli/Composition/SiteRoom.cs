using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Controller.Control;
using Signage.Controller.Hosting;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Cli.Composition;

/// <summary>The real site of this machine.</summary>
/// <param name="time">The clock of waiting.</param>
internal sealed class SiteRoom(TimeProvider time) : ISiteRoom
{
    private const int LongestPath = 107;

    /// <inheritdoc />
    public async Task<JsonObject> AskAsync(string? dataFolder, JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ControlClient.SendAsync(DoorOf(dataFolder ?? SiteHost.DataFolder()), request, time, cancellationToken).ConfigureAwait(false);
            return (bool?)answer["ok"] == true ? answer : throw new UserError((string?)answer["error"] ?? Words.RefusedWithoutReason);
        }
        catch (IOException nobody)
        {
            throw new UserError(nobody.Message);
        }
    }

    /// <inheritdoc />
    public async Task<int> RunAsync(SiteStart start, Action<SiteAddress> started, CancellationToken cancellationToken)
    {
        try
        {
            await SiteHost.RunAsync(
                configuration => Alone(SiteHost.Read(configuration, start.DataFolder, start.ProfileFolder, start.ImportFile, start.Port)),
                [],
                started,
                cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Told to stop before it had started; the host hears the same signal, and either of the two may be first.
            return ExitCode.Done;
        }

        return ExitCode.Done;
    }

    /// <inheritdoc />
    public Task<FoundedSite> FoundAsync(SiteStart start, CancellationToken cancellationToken) => SiteHost.FoundAsync(
        configuration => SiteHost.Read(configuration, start.DataFolder, start.ProfileFolder, start.ImportFile), time, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<BackupInfo>> BackupsAsync(string? dataFolder, CancellationToken cancellationToken) =>
        SiteBackup.ListAsync(SiteSettings.DatabaseOf(dataFolder ?? SiteHost.DataFolder()), cancellationToken);

    /// <inheritdoc />
    public async Task<RestoreReport> RestoreAsync(string? dataFolder, string? backup, CancellationToken cancellationToken)
    {
        var folder = dataFolder ?? SiteHost.DataFolder();
        var chosen = backup ?? (await BackupsAsync(dataFolder, cancellationToken).ConfigureAwait(false) is [var newest, ..] ? newest.Path : null)
            ?? throw new UserError(Words.NoBackup.With(folder));
        return await SiteBackup.RestoreAsync(SiteSettings.DatabaseOf(folder), chosen, time, cancellationToken).ConfigureAwait(false);
    }

    // Two sites on one folder are kept apart by a lock; this says so before the second one has touched anything.
    private static SiteSettings Alone(SiteSettings settings)
    {
        using var door = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            door.Connect(new UnixDomainSocketEndPoint(DoorOf(settings.Data)));
        }
        catch (SocketException)
        {
            // Nobody answers there: the usual case.
            return settings;
        }

        throw new UserError(Words.SiteRunsAlready.With(settings.Data));
    }

    private static string DoorOf(string dataFolder)
    {
        var path = SiteSettings.SocketOf(dataFolder);
        return Encoding.UTF8.GetByteCount(path) <= LongestPath ? path : throw new UserError(Words.SocketPathTooLong.With(path, LongestPath));
    }
}
