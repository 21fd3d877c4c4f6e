using System.CommandLine;
using Signage.Cli.Composition;
using Signage.Cli.Terminal;

namespace Signage.Cli.Verbs;

/// <summary><c>signage run</c>: the site on this machine, until it is stopped.</summary>
internal sealed class RunVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public RunVerb(VerbRooms rooms)
        : base("run", Words.VerbRun, "signage run --data /var/lib/signage --import signage.json")
    {
        var data = SiteOptions.Data();
        var import = new Option<string?>("--import") { Description = Words.OptionImport, HelpName = "FILE" };
        var port = SiteOptions.Port();
        Add(data);
        Add(import);
        Add(port);
        SetAction((parsed, cancellationToken) => rooms.Rooms.Site.RunAsync(
            new SiteStart(parsed.GetValue(data), parsed.GetValue(rooms.Common.Profiles), parsed.GetValue(import), parsed.GetValue(port)),
            page => PageAddress.Tell(rooms.Output, page, rooms.ForMachines(parsed)),
            cancellationToken));
    }
}
