using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Terminal;
using Signage.Core.Text;
using Signage.Trust.Audit;

namespace Signage.Cli.Verbs;

/// <summary><c>signage audit export</c>: the whole audit in a file, an entry a line, verified on the way.</summary>
internal sealed class AuditExportVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public AuditExportVerb(VerbRooms rooms)
        : base("export", Words.VerbAuditExport, "signage audit export audit.jsonl")
    {
        var data = SiteOptions.Data();
        var file = new Argument<string>("FILE") { Description = Words.ArgumentAuditTarget };
        Add(file);
        Add(data);
        var pages = new AuditPages(new SiteCall(rooms, data));
        SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (string.IsNullOrWhiteSpace(path) || File.Exists(path))
            {
                throw new UserError(Words.AuditTargetTaken.With(path));
            }

            var lines = new List<string>();
            await foreach (var line in pages.LinesAsync(parsed, 0, cancellationToken).ConfigureAwait(false))
            {
                lines.Add(line);
            }

            await WriteAsync(path, lines, cancellationToken).ConfigureAwait(false);
            var verdict = AuditVerifier.Verify(lines, []);
            rooms.Output.Line(rooms.ForMachines(parsed)
                ? new JsonObject { ["file"] = path, ["entries"] = lines.Count, ["head"] = verdict is AuditVerdict.Intact { Head: var head } ? AuditVerifyVerb.Text(head) : null, ["reason"] = (verdict as AuditVerdict.Broken)?.Reason }.ToJsonString(SiteCall.Readable)
                : Words.AuditExported.With(path, lines.Count, AuditVerifyVerb.Told(verdict)));
            return verdict is AuditVerdict.Intact ? ExitCode.Done : ExitCode.Failed;
        });
    }

    // While the audit was read somebody else may have put a file there: it is not written over either.
    private static async Task WriteAsync(string path, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        FileStream made;
        try
        {
            made = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new UserError(Words.AuditTargetTaken.With(path), taken);
        }

        var file = new StreamWriter(made);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(string.Concat(lines.Select(line => line + "\n")).AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }
}
