using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Calendars;
using Signage.Core.Text;
using Signage.Storage;

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
        ["slots"] = ControlAnswers.List(book.Now.Slots.Select(slot => slot.Id)),
        ["details"] = new JsonArray([.. book.Now.Slots.Select(slot => (JsonNode)new JsonObject
        {
            ["id"] = slot.Id,
            ["programme"] = slot.ProgrammeId,
            ["panels"] = ControlAnswers.List(slot.Panels.Select(panel => panel.Value)),
            ["times"] = slot.Time.Daily.ToString(),
            ["from"] = slot.Time.Daily.OneByTheClock?.From.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["until"] = slot.Time.Daily.OneByTheClock?.Until.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["firstDay"] = slot.Time.FirstDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["lastDay"] = slot.Time.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["days"] = slot.Time.Days is DayRule.Always ? null : slot.Time.Days.ToString(),
            ["priority"] = slot.Priority.ToString().ToLowerInvariant(),
            ["tags"] = ControlAnswers.List(slot.Tags.All),
            ["share"] = slot.Share,
            ["joins"] = slot.Joins,
            ["begins"] = slot.Time.Begins is { } begins ? ControlAnswers.Local(begins, book.Now.Plan.Zone) : null,
            ["ends"] = slot.Time.Ends is { } ends ? ControlAnswers.Local(ends, book.Now.Plan.Zone) : null,
        })]),
    });
}

/// <summary><c>slot.add</c>: one more slot. What keeps it from being lit, now or ever, is said at once and does not keep it from being stored.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="notes">Says what keeps it from being lit.</param>
internal sealed class SlotAddVerb(SiteBook book, SlotNotes notes) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "slot.add";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["slot"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var slot = request.Entry("slot", EntryJson.Default.SlotEntry).ToPlannedSlot();
        if (slot.Time.Daily.AsksTheSun && book.Now.Plan.Sun is null)
        {
            return ControlAnswers.Refuse(Words.SlotNeedsPlace.With(slot.Id));
        }

        var stored = await book.As(caller.Actor).AddSlotAsync(slot, cancellationToken).ConfigureAwait(false);
        var answer = ControlAnswers.Of(stored);
        if (stored is StoreAnswer.Stored)
        {
            answer["notes"] = ControlAnswers.List(notes.Of(slot, book.Now.Plan));
        }

        return answer;
    }
}
