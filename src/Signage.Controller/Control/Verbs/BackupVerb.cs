using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Controller.Auditing;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>backup</c>: makes a backup of the running site and proves it; to the path that is named, or to the site's own shelf.</summary>
/// <param name="store">The memory of the site.</param>
/// <param name="pen">Writes down who took a copy away.</param>
internal sealed class BackupVerb(SiteStore store, AuditPen pen) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "backup";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["path"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var path = request.Text("path");
        if (path is not null && !Path.IsPathFullyQualified(path))
        {
            return ControlAnswers.Refuse(Words.PathNotWhole.With(path));
        }

        var made = path is null
            ? await store.BackupAsync(cancellationToken).ConfigureAwait(false)
            : await store.BackupAsync(path, cancellationToken).ConfigureAwait(false);
        pen.Note(caller.Actor, "site.backup", made.Path, ("sha256", made.Digest));
        return new JsonObject
        {
            ["ok"] = true,
            ["path"] = made.Path,
            ["bytes"] = made.Bytes,
            ["digest"] = made.Digest,
            ["takenAt"] = made.TakenAt.ToString("O", CultureInfo.InvariantCulture),
        };
    }
}
