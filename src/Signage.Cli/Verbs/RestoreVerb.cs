using System.CommandLine;
using System.Globalization;
using Signage.Cli.Arguments;
using Signage.Cli.Json;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Cli.Verbs;

/// <summary><c>signage restore</c>: puts a backup in the place of a site's database, while the site does not run.</summary>
internal sealed class RestoreVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public RestoreVerb(VerbRooms rooms)
        : base("restore", Words.VerbRestore, "signage restore --from site-2026-11-24.db")
    {
        var data = SiteOptions.Data();
        var from = WordOptions.Path("--from", Words.OptionRestoreFrom, "FILE");
        var list = new Option<bool>("--list") { Description = Words.OptionRestoreList };
        Add(from);
        Add(list);
        Add(data);
        SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(list))
            {
                Tell(rooms, await rooms.Rooms.Site.BackupsAsync(parsed.GetValue(data), cancellationToken).ConfigureAwait(false), rooms.ForMachines(parsed));
                return;
            }

            var report = await rooms.Rooms.Site.RestoreAsync(parsed.GetValue(data), parsed.GetValue(from), cancellationToken).ConfigureAwait(false);
            if (rooms.ForMachines(parsed))
            {
                rooms.Output.Json(report, CliJson.Readable.RestoreReport);
                return;
            }

            rooms.Output.Line(Words.Restored.With(report.Backup.Path, report.KeptAside ?? "-", report.LostEdits));
        });
    }

    private static void Tell(VerbRooms rooms, IReadOnlyList<BackupInfo> backups, bool machines)
    {
        if (machines)
        {
            rooms.Output.Json(backups, CliJson.Readable.IReadOnlyListBackupInfo);
            return;
        }

        foreach (var backup in backups)
        {
            rooms.Output.Line($"{backup.TakenAt.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}  {backup.Bytes,10}  {backup.Path}");
        }
    }
}
