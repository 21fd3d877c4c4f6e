using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Cli.Verbs;

/// <summary><c>signage panel base</c>: what the card of a panel shows after a power cut, until the site sends again.</summary>
internal sealed class PanelBaseVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PanelBaseVerb(VerbRooms rooms)
        : base("base", Words.VerbPanelBase, "signage panel base gate-east charity-06")
    {
        var data = SiteOptions.Data();
        var id = new Argument<PanelId>("ID") { Description = Words.ArgumentPanelId, CustomParser = SiteWords.PanelId };
        var page = new Argument<string?>("SLOGAN") { Description = Words.ArgumentBasePage, Arity = ArgumentArity.ZeroOrOne };
        var remove = BasePageTold.RemoveOption();
        Add(id);
        Add(page);
        Add(remove);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction((parsed, cancellationToken) =>
        {
            var panel = parsed.GetRequiredValue(id);
            return call.AskAsync(
                parsed,
                SiteRequests.BasePage(panel, parsed.GetValue(page), parsed.GetValue(remove)),
                answer => Tell(rooms.Output, panel, answer),
                cancellationToken);
        });
    }

    private static void Tell(Output output, PanelId panel, JsonObject answer)
    {
        if (answer["base"] is JsonObject told)
        {
            BasePageTold.Tell(output, panel, told);
            return;
        }

        output.Line(answer["stored"] is JsonArray stored
            ? Words.FlashHolds.With(stored.Count == 0 ? "—" : string.Join(", ", stored))
            : Words.StoredUnknown);
        BasePageTold.Flash(output, answer["flash"]);
    }
}
