using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Controller.Dispatch;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control;

/// <summary>What can be asked of a running site. Success is answered only after the edit is durable.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="board">What is known of the panels.</param>
/// <param name="fleet">Knows which panels can be reached at all.</param>
public sealed class ControlVerbs(SiteBook book, PanelBoard board, PanelFleet fleet)
{
    private const int MostRows = 10_000;

    /// <summary>Answers one line: an object with <c>ok</c>, and <c>error</c> in one clear line when it is false.</summary>
    public async Task<JsonObject> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject request
                ? await AnswerAsync(request, cancellationToken).ConfigureAwait(false)
                : Refuse(Words.NotARequest);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            return Refuse(wrong.Message.ReplaceLineEndings(" "));
        }
    }

    private async Task<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken) => (string?)request["verb"] switch
    {
        "plan" => Plan(request),
        "status" => Status(),
        "slot.list" => Slots(),
        "panel.add" => await AddPanelAsync(Entry(request, "panel", EntryJson.Default.PanelEntry).ToPanel(), cancellationToken).ConfigureAwait(false),
        "slot.add" => Answer(
            await book.AddSlotAsync(Entry(request, "slot", EntryJson.Default.SlotEntry).ToSlot(), cancellationToken).ConfigureAwait(false)),
        var verb => Refuse(Words.NoSuchVerb.With(verb)),
    };

    private async Task<JsonObject> AddPanelAsync(Panel panel, CancellationToken cancellationToken) => fleet.Complaint(panel) is { } complaint
        ? Refuse(complaint)
        : Answer(await book.AddPanelAsync(panel, cancellationToken).ConfigureAwait(false));

    private JsonObject Plan(JsonObject request)
    {
        var at = DateTimeOffset.Parse((string?)request["at"] ?? throw new FormatException($"plan: {Words.MemberMissing.With("at")}"), CultureInfo.InvariantCulture);
        var until = at.AddDays((int?)request["days"] ?? 0);
        var named = (string?)request["panel"];
        var picture = book.Now;
        var panels = picture.Panels.Where(panel => named is null || panel.Id.Value == named).ToArray();
        if (named is not null && panels.Length == 0)
        {
            return Refuse(Words.NoSuchPanel.With(named, string.Join(", ", picture.Panels.Select(panel => panel.Id))));
        }

        var rows = new JsonArray();
        foreach (var panel in panels)
        {
            for (DateTimeOffset? next = at; next <= until || next == at;)
            {
                var decision = Arbiter.Decide(picture.Plan, next.Value, panel.Id);
                rows.Add(Row(decision, picture.Plan.Zone));
                next = decision.Until;
                if (rows.Count >= MostRows)
                {
                    return Refuse(Words.PlanTooLong.With(MostRows));
                }
            }
        }

        return new JsonObject { ["ok"] = true, ["decisions"] = rows };
    }

    private static JsonObject Row(Decision decision, TimeZoneInfo zone) => new()
    {
        ["panel"] = decision.Panel.Value,
        ["at"] = Local(decision.At, zone),
        ["until"] = decision.Until is { } until ? Local(until, zone) : null,
        ["items"] = new JsonArray([.. decision.Loop.Select(item => (JsonNode)$"{item.Revision.ItemId} {item.Revision.Text}")]),
        ["why"] = new JsonArray([.. decision.Why.Select(id => (JsonNode)id)]),
        ["lost"] = new JsonArray([.. decision.Lost.Select(id => (JsonNode)id)]),
    };

    private JsonObject Status() => new()
    {
        ["ok"] = true,
        ["panels"] = new JsonArray([.. board.Now.Select(state => (JsonNode)new JsonObject
        {
            ["panel"] = state.Panel.Id.Value,
            ["desired"] = state.Truth.Desired?.Hex,
            ["sent"] = state.Truth.Sent?.Hex,
            ["seen"] = state.Truth.Seen.Evidence.ToString().ToLowerInvariant(),
            ["outcome"] = state.Outcome?.ToString(),
            ["detail"] = state.Detail,
        })]),
    };

    private JsonObject Slots() => new()
    {
        ["ok"] = true,
        ["slots"] = new JsonArray([.. book.Now.Plan.Slots.Select(slot => (JsonNode)slot.Id)]),
    };

    private static T Entry<T>(JsonObject request, string member, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class =>
        request[member]?.Deserialize(type) ?? throw new FormatException(Words.MemberMissing.With(member));

    private static JsonObject Answer(StoreAnswer answer) => answer is StoreAnswer.Refused refused ? Refuse(refused.Reason) : new JsonObject { ["ok"] = true };

    private static JsonObject Refuse(string reason) => new() { ["ok"] = false, ["error"] = reason };

    private static string Local(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
