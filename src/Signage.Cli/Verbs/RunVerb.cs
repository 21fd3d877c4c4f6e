using Signage.Cli.Arguments;
using Signage.Cli.Composition;
using Signage.Cli.Json;
using Signage.Controller.Hosting;
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
        var port = SiteOptions.Port();
        Add(data);
        Add(import);
        Add(port);
        SetAction((parsed, cancellationToken) => rooms.Rooms.Site.RunAsync(
            new SiteStart(parsed.GetValue(data), parsed.GetValue(rooms.Common.Profiles), parsed.GetValue(import), parsed.GetValue(port)),
            site => Announce(rooms, site, rooms.ForMachines(parsed)),
            cancellationToken));
    }

    private static void Announce(VerbRooms rooms, SiteAddress site, bool machines)
    {
        if (machines)
        {
            rooms.Output.Json(RunningAnswer.Of(site), CliJson.Readable.RunningAnswer);
            return;
        }

        rooms.Output.Line(Words.SiteStarted.With(site.Data));
        rooms.Output.Line(Words.PageAt.With(site.Page));
    }
}
