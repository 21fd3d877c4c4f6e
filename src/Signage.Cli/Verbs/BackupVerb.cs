using Signage.Cli.Arguments;
using Signage.Cli.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage backup</c>: a backup of the running site.</summary>
internal sealed class BackupVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public BackupVerb(VerbRooms rooms)
        : base("backup", Words.VerbBackup, "signage backup --to site-2026-11-24.db")
    {
        var data = SiteOptions.Data();
        var to = WordOptions.Path("--to", Words.OptionBackupTo, "FILE");
        Add(to);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed,
            SiteRequests.Backup(parsed.GetValue(to)),
            answer => rooms.Output.Line(Words.BackupMade.With(answer["path"], answer["bytes"])),
            cancellationToken));
    }
}
