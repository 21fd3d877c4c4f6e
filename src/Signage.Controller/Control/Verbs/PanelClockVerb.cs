using System.Text.Json.Nodes;
using Signage.Controller.Auditing;
using Signage.Controller.Dispatch;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>panel.clock</c>: reads the clocks inside the cards, of one panel or of all, and with <c>set</c> corrects them.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="fleet">Reaches the cards.</param>
/// <param name="board">What is known of the panels.</param>
/// <param name="pen">Writes down who set them.</param>
internal sealed class PanelClockVerb(SiteBook book, PanelFleet fleet, PanelBoard board, AuditPen pen) : IControlVerb
{
    // A lost card is asked again after a minute at most; whoever waits at a terminal does not wait for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public string Name => "panel.clock";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["panel", "set"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var (id, set) = (request.Text("panel"), request.Flag("set"));
        Panel[] panels = [.. book.Now.Panels.Where(panel => id is null || panel.Id.Value == id)];
        if (id is not null && panels.Length == 0)
        {
            return ControlAnswers.Refuse(Words.NoSuchPanel.With(id, string.Join(", ", book.Now.Panels.Select(known => known.Id))));
        }

        var whys = await Task.WhenAll(panels.Select(panel => fleet.TendClockAsync(panel, set, Patience, cancellationToken))).ConfigureAwait(false);
        if (set)
        {
            pen.Note(caller.Actor, "panel.clock", id ?? "*", ("troubles", string.Join("; ", whys.OfType<string>())));
        }

        return new JsonObject
        {
            ["ok"] = true,
            ["panels"] = new JsonArray([.. panels.Zip(whys, (panel, why) => (JsonNode)new JsonObject
            {
                ["panel"] = panel.Id.Value,
                ["hasClock"] = fleet.Rules.Profile(panel)?.Capabilities.Clock == true,
                ["clock"] = CardClocks.Of(board.Find(panel.Id)?.Clock ?? CardClockState.Unknown, book.Now.Plan.Zone),
                ["trouble"] = why ?? board.Find(panel.Id)?.Clock.Refusal,
            })]),
        };
    }
}
