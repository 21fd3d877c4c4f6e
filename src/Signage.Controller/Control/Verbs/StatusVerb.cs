using System.Text.Json.Nodes;
using Signage.Controller.Dispatch;
using Signage.Core.Ports;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>status</c>: the three truths of every panel, what plays, why and until when.</summary>
/// <param name="sightings">The site, and when its panels were last seen.</param>
/// <param name="board">What is known of their cards.</param>
internal sealed class StatusVerb(Sightings sightings, PanelBoard board) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "status";

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var view = sightings.Site;
        return Task.FromResult(new JsonObject
        {
            ["ok"] = true,
            ["blank"] = view.BlankNumber,
            ["notes"] = ControlAnswers.List(view.Notes),
            ["panels"] = new JsonArray([.. view.Panels.Select(panel => (JsonNode)Row(panel, view.Zone))]),
        });
    }

    private JsonObject Row(PanelView panel, TimeZoneInfo zone) => new()
    {
        ["panel"] = panel.Panel.Id.Value,
        ["name"] = panel.Panel.Name,
        ["light"] = panel.Light.ToString().ToLowerInvariant(),
        ["desired"] = panel.Truth.Desired?.Hex,
        ["sent"] = panel.Truth.Sent?.Hex,
        ["seen"] = panel.Truth.Seen.Evidence.ToString().ToLowerInvariant(),
        ["seenAt"] = Local(panel.Truth.Seen.At, zone),
        ["sighted"] = sightings.Of(panel, zone),
        ["clock"] = CardClocks.Of(board.Find(panel.Panel.Id)?.Clock ?? CardClockState.Unknown, zone),
        ["heardAt"] = Local(panel.HeardAt, zone),
        ["items"] = ControlAnswers.List((panel.Decision?.Loop ?? []).Select(item => $"{item.Revision.ItemId} {item.Revision.Text}")),
        ["why"] = ControlAnswers.List(panel.Decision?.Why ?? []),
        ["lost"] = ControlAnswers.List(panel.Decision?.Lost ?? []),
        ["since"] = Local(panel.LoopStart, zone),
        ["until"] = Local(panel.Decision?.Until, zone),
        ["atLeast"] = panel.Decision?.AtLeast == true,
        ["refusal"] = panel.Refusal,
        ["ruling"] = panel.Ruling,
        ["trouble"] = panel.Trouble,
    };

    private static string? Local(DateTimeOffset? instant, TimeZoneInfo zone) => instant is { } some ? ControlAnswers.Local(some, zone) : null;
}
