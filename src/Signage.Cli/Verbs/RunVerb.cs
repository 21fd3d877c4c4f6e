using Signage.Cli.Arguments;
using Signage.Cli.Composition;
using Signage.Cli.Json;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage run</c>: the site on this machine, until it is stopped.</summary>
internal sealed class RunVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public RunVerb(VerbRooms rooms)
        : base("run", Words.VerbRun, "signage run --data /var/lib/signage --import signage.json")
    {
        var data = SiteOptions.Data();
        var import = WordOptions.Path("--import", Words.OptionImport, "FILE");
        Add(data);
        Add(import);
        SetAction((parsed, cancellationToken) => rooms.Rooms.Site.RunAsync(
            new SiteStart(parsed.GetValue(data), parsed.GetValue(rooms.Common.Profiles), parsed.GetValue(import)),
            folder => Announce(rooms, folder, rooms.ForMachines(parsed)),
            cancellationToken));
    }

    /// <summary>Says that a site has started.</summary>
    public static void Announce(VerbRooms rooms, string folder, bool machines)
    {
        if (machines)
        {
            rooms.Output.Json(new RunningAnswer(new RunningSite(folder)), CliJson.Readable.RunningAnswer);
            return;
        }

        rooms.Output.Line(Words.SiteStarted.With(folder));
    }
}
