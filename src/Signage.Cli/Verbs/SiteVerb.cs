using Signage.Cli.Arguments;
using Signage.Cli.Composition;
using Signage.Cli.Json;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage site</c>: a site before it runs, and before anybody has taken it.</summary>
internal sealed class SiteVerb : Verb
{
    private const string ExampleLine = "signage site init --data /var/lib/signage --import signage.json";

    /// <summary>Makes the verb.</summary>
    public SiteVerb(VerbRooms rooms)
        : base("site", Words.VerbSite, ExampleLine)
    {
        Add(new SiteInitVerb(rooms));
        Add(new SiteClaimVerb(rooms));
    }

    private sealed class SiteInitVerb : Verb
    {
        public SiteInitVerb(VerbRooms rooms)
            : base("init", Words.VerbSiteInit, ExampleLine)
        {
            var data = SiteOptions.Data();
            var import = WordOptions.Path("--import", Words.OptionImport, "FILE");
            Add(data);
            Add(import);
            SetAction(async (parsed, cancellationToken) =>
            {
                var founded = await rooms.Rooms.Site.FoundAsync(
                    new SiteStart(parsed.GetValue(data), parsed.GetValue(rooms.Common.Profiles), parsed.GetValue(import)), cancellationToken).ConfigureAwait(false);
                if (rooms.ForMachines(parsed))
                {
                    rooms.Output.Json(founded, CliJson.Readable.FoundedSite);
                    return;
                }

                rooms.Output.Line(Words.SiteFounded.With(founded.Data, founded.Panels, founded.Programmes, founded.Slots));
            });
        }
    }
}
