using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Controller.Hosting;
using Signage.Storage;

namespace Signage.Cli.Tests.Doubles;

/// <summary>A site that remembers what it was asked and answers as it was told to.</summary>
internal sealed class RecordingSite : ISiteRoom
{
    // "+" and Chinese as they are: the request is compared as a person would write it.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public List<string> Asked { get; } = [];

    public JsonObject Answer { get; set; } = new() { ["ok"] = true };

    public string? Refusal { get; set; }

    public SiteStart? Started { get; private set; }

    public Task<JsonObject> AskAsync(string? dataFolder, JsonObject request, CancellationToken cancellationToken)
    {
        Asked.Add($"{dataFolder}|{request.ToJsonString(Readable)}");
        return Refusal is null ? Task.FromResult(Answer) : throw new UserError(Refusal);
    }

    public Task<int> RunAsync(SiteStart start, Action<SiteAddress> started, CancellationToken cancellationToken)
    {
        Started = start;
        started(new SiteAddress(start.DataFolder ?? "/default", new Uri("http://127.0.0.1:5080")));
        return Task.FromResult(0);
    }

    public Task<FoundedSite> FoundAsync(SiteStart start, CancellationToken cancellationToken)
    {
        Started = start;
        return Task.FromResult(new FoundedSite(start.DataFolder ?? "/default", 2, 18, 3));
    }

    public Task<IReadOnlyList<BackupInfo>> BackupsAsync(string? dataFolder, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<BackupInfo>>([Backup(dataFolder)]);

    public Task<RestoreReport> RestoreAsync(string? dataFolder, string? backup, CancellationToken cancellationToken) =>
        Task.FromResult(new RestoreReport(Backup(backup), "/srv/s/site.db.replaced", 4));

    private static BackupInfo Backup(string? path) => new(path ?? "newest", new DateTimeOffset(2026, 9, 5, 0, 0, 0, TimeSpan.Zero), 4096, "00", "1", 7);
}
