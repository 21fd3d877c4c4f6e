using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Planning;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control.Verbs;

/// <summary><c>event.add</c>: the slots before, during and after an event, all of them or none.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="notes">Says what keeps them from being lit.</param>
internal sealed class EventAddVerb(SiteBook book, SlotNotes notes) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "event.add";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["event"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var entry = request.Entry("event", EntryJson.Default.EventEntry);
        var slots = entry.ToSlots(book.Now.Plan.Zone);
        if (book.Now.Plan.Sun is null && slots[0].Time.Daily.AsksTheSun)
        {
            return ControlAnswers.Refuse(Words.SlotNeedsPlace.With(entry.Id));
        }

        // A phase that is added to an event whose others stand would not meet them.
        if (book.Now.Slots.Any(slot => PhasedEvent.Of(slot)?.Event == entry.Id))
        {
            return ControlAnswers.Refuse(Words.EventTaken.With(entry.Id));
        }

        var answer = ControlAnswers.Of(await book.As(caller.Actor).AddSlotsAsync(slots, isCheck: false, cancellationToken).ConfigureAwait(false));
        if ((bool)answer["ok"]!)
        {
            answer["slots"] = ControlAnswers.List(slots.Select(slot => slot.Id));
            answer["notes"] = ControlAnswers.List(slots.SelectMany(slot => notes.Of(slot, book.Now.Plan)).Distinct());
        }

        return answer;
    }
}

/// <summary><c>event.list</c>: the events and their slots, in order of their beginning.</summary>
/// <param name="book">What is enrolled and planned.</param>
internal sealed class EventListVerb(SiteBook book) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "event.list";

    /// <inheritdoc />
    public Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var picture = book.Now;
        var events = picture.Slots.Select(slot => (Slot: slot, Of: PhasedEvent.Of(slot))).Where(pair => pair.Of is not null)
            .GroupBy(pair => pair.Of!.Value.Event)
            .Select(group => (group.Key, Phases: group.OrderBy(pair => pair.Slot.Time.Begins).ToArray()))
            .OrderBy(one => one.Phases[0].Slot.Time.Begins).ThenBy(one => one.Key, StringComparer.Ordinal);
        return Task.FromResult(new JsonObject
        {
            ["ok"] = true,
            ["events"] = new JsonArray([.. events.Select(one => (JsonNode)new JsonObject
            {
                ["id"] = one.Key,
                ["phases"] = new JsonArray([.. one.Phases.Select(pair => (JsonNode)Row(pair.Slot, pair.Of!.Value.Phase, picture.Plan.Zone))]),
            })]),
        });
    }

    private static JsonObject Row(Slot slot, EventPhase phase, TimeZoneInfo zone) => new()
    {
        ["phase"] = phase.ToString().ToLowerInvariant(),
        ["slot"] = slot.Id,
        ["programme"] = slot.ProgrammeId,
        ["begins"] = ControlAnswers.Local(slot.Time.Begins!.Value, zone),
        ["ends"] = ControlAnswers.Local(slot.Time.Ends!.Value, zone),
        ["times"] = slot.Time.Daily.ToString(),
        ["panels"] = ControlAnswers.List(slot.Panels.Select(panel => panel.Value)),
        ["tags"] = ControlAnswers.List(slot.Tags.All),
        ["priority"] = slot.Priority.ToString().ToLowerInvariant(),
    };
}

/// <summary><c>event.remove</c>: takes all slots of an event away, or none.</summary>
/// <param name="book">What is enrolled and planned.</param>
internal sealed class EventRemoveVerb(SiteBook book) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "event.remove";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["event"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var id = request.Text("event") ?? throw new FormatException(Words.MemberMissing.With("event"));
        string[] slots = [.. book.Now.Slots.Where(slot => PhasedEvent.Of(slot)?.Event == id).Select(slot => slot.Id)];
        if (slots.Length == 0)
        {
            return ControlAnswers.Refuse(Words.EventUnknown.With(id));
        }

        var answer = ControlAnswers.Of(await book.As(caller.Actor).RemoveSlotsAsync(slots, cancellationToken).ConfigureAwait(false));
        if ((bool)answer["ok"]!)
        {
            answer["slots"] = ControlAnswers.List(slots);
        }

        return answer;
    }
}
