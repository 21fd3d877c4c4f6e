using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;
using Signage.Controller.Hosting;

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
}
