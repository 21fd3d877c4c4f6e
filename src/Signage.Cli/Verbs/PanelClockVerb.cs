using System.CommandLine;
using System.Text.Json.Nodes;
using Signage.Cli.Panels;
using Signage.Cli.Terminal;
using Signage.Core.Panels;

namespace Signage.Cli.Verbs;

/// <summary><c>signage panel clock</c>: how far the clocks inside the cards are off; with <c>--set</c> they are set by the clock of the site.</summary>
internal sealed class PanelClockVerb : Verb
{
    /// <summary>Makes the verb.</summary>
    public PanelClockVerb(VerbRooms rooms)
        : base("clock", Words.VerbPanelClock, "signage panel clock gate-east --set")
    {
        var data = SiteOptions.Data();
        var id = new Argument<PanelId?>("ID")
        {
            Description = Words.ArgumentPanelOrAll,
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => result.Tokens.Count == 0 ? (PanelId?)null : SiteWords.PanelId(result),
        };
        var set = new Option<bool>("--set") { Description = Words.OptionPanelClockSet };
        Add(id);
        Add(set);
        Add(data);
        var call = new SiteCall(rooms, data);
        SetAction(async (parsed, cancellationToken) =>
        {
            var wanted = parsed.GetValue(id);
            var answer = await call.AnswerAsync(
                parsed,
                SiteRequests.PanelClock(wanted, parsed.GetValue(set)),
                answer => SiteTable.Draw(
                    rooms.Output,
                    answer["panels"],
                    (Words.LabelPanel, row => row["panel"]),
                    (Words.LabelClockOff, row => ClockOffWords.Of(row["clock"])),
                    (Words.LabelClockRead, row => row["clock"]?["readAt"]),
                    (Words.LabelClockSet, row => row["clock"]?["setAt"]),
                    (Words.LabelTrouble, row => row["trouble"])),
                cancellationToken).ConfigureAwait(false);
            return Rows(answer).Any(row => row["trouble"] is not null && (wanted is not null || (bool?)row["hasClock"] == true)) ? ExitCode.Failed : ExitCode.Done;
        });
    }

    private static IEnumerable<JsonObject> Rows(JsonObject answer) => (answer["panels"] as JsonArray ?? []).OfType<JsonObject>();
}
