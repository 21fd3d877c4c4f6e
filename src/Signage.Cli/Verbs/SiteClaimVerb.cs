using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage site claim</c>: the code with which the first manager takes a new site at its page; shown to the owner of the machine alone.</summary>
internal sealed class SiteClaimVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public SiteClaimVerb(VerbRooms rooms)
        : base("claim", Words.VerbSiteClaim, "signage site claim --data /var/lib/signage")
    {
        var data = SiteOptions.Data();
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) => call.AskAsync(
            parsed, SiteRequests.Plain("site.claim"), answer => rooms.Output.Line(Words.ClaimTold.With((string?)answer["code"], Local(answer))), cancellationToken));
    }

    // Whoever reads this sits at the machine, whose clock it is.
    private static string Local(JsonObject answer) =>
        DateTimeOffset.Parse((string)answer["until"]!, CultureInfo.InvariantCulture).ToLocalTime().ToString("HH:mm", CultureInfo.InvariantCulture);
}
