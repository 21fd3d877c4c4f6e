using System.CommandLine;
using Signage.Cli.Arguments;
using Signage.Cli.Terminal;
using Signage.Trust.Audit;

namespace Signage.Cli.Verbs;

/// <summary><c>signage audit list</c>: the newest entries, oldest of them first.</summary>
internal sealed class AuditListVerb : Verb
{
    private const int Usual = 20;
    private const int Most = 10_000;

    /// <summary>Makes the verb.</summary>
    public AuditListVerb(VerbRooms rooms)
        : base("list", Words.VerbAuditList, "signage audit list --last 50")
    {
        var data = SiteOptions.Data();
        var last = WordOptions.Whole("--last", Words.OptionAuditLast, "N", 1, Most);
        Add(last);
        Add(data);
        var pages = new AuditPages(new SiteCall(rooms, data));
        SetAction(async (parsed, cancellationToken) =>
        {
            var newest = await pages.NewestAsync(parsed, cancellationToken).ConfigureAwait(false);
            await foreach (var line in pages.LinesAsync(parsed, Math.Max(0, newest - (parsed.GetValue(last) ?? Usual)), cancellationToken).ConfigureAwait(false))
            {
                rooms.Output.Line(rooms.ForMachines(parsed) || AuditExport.Read(line) is not { } read ? line : Told(read.Entry));
            }

            return ExitCode.Done;
        });
    }

    private static string Told(AuditEntry entry) => string.Join("  ", (string[])
    [
        $"{entry.Number}",
        $"{entry.Facts.At:yyyy-MM-dd HH:mm:ss}Z",
        entry.Facts.Actor,
        $"{entry.Facts.Action} {entry.Facts.Subject}".TrimEnd(),
        .. entry.Facts.Details.Select(detail => $"{detail.Key}={Bounded(detail.Value.ReplaceLineEndings(" / "))}"),
    ]);

    private static string Bounded(string text) => text.Length <= 120 ? text : $"{text[..119]}…";
}
