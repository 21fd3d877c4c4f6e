using System.Text.Json.Nodes;
using Signage.Storage;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>audit.read</c>: entries of the audit, in the words of its export. There is no verb that changes one.</summary>
/// <param name="store">Where they are.</param>
internal sealed class AuditReadVerb(SiteStore store) : IControlVerb
{
    // An entry may be long; a hundred of the longest are some megabytes.
    private const int Most = 100;

    /// <inheritdoc />
    public string Name => "audit.read";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["after"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var (lines, newest) = await store.ReadAuditAsync(request.Number("after") ?? 0, Most, cancellationToken).ConfigureAwait(false);
        return new JsonObject { ["ok"] = true, ["newest"] = newest, ["lines"] = ControlAnswers.List(lines) };
    }
}
