using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>slot.list</c>: the slots by id.</summary>
/// <param name="book">What is enrolled and planned.</param>
internal sealed class SlotListVerb(SiteBook book) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "slot.list";

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => Task.FromResult(new JsonObject
    {
        ["ok"] = true,
        ["slots"] = ControlAnswers.List(book.Now.Plan.Slots.Select(slot => slot.Id)),
        ["details"] = new JsonArray([.. book.Now.Plan.Slots.Select(slot => (JsonNode)new JsonObject
        {
            ["id"] = slot.Id,
            ["programme"] = slot.ProgrammeId,
            ["panels"] = ControlAnswers.List(slot.Panels.Select(panel => panel.Value)),
            ["from"] = slot.Daily.From.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["until"] = slot.Daily.Until.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["firstDay"] = slot.FirstDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["lastDay"] = slot.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["priority"] = slot.Priority.ToString().ToLowerInvariant(),
        })]),
    });
}

/// <summary><c>slot.add</c>: one more slot.</summary>
/// <param name="book">What is enrolled and planned.</param>
internal sealed class SlotAddVerb(SiteBook book) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "slot.add";

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken) => ControlAnswers.Of(
        await book.AddSlotAsync(request.Entry("slot", EntryJson.Default.SlotEntry).ToSlot(), cancellationToken).ConfigureAwait(false));
}
