using System.Globalization;
using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Calendars;
using Signage.Core.Planning;
using Signage.Core.Review;
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
        ["slots"] = ControlAnswers.List(book.Now.Plan.Slots.Select(slot => slot.Id)),
        ["details"] = new JsonArray([.. book.Now.Plan.Slots.Select(slot => (JsonNode)new JsonObject
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
        })]),
    });
}

/// <summary><c>slot.add</c>: one more slot. What keeps it from being lit, now or ever, is said at once and does not keep it from being stored.</summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="policy">What may be lit.</param>
/// <param name="time">Site time.</param>
internal sealed class SlotAddVerb(SiteBook book, IApprovalPolicy policy, TimeProvider time) : IControlVerb
{
    /// <inheritdoc />
    public string Name => "slot.add";

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["slot"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var slot = request.Entry("slot", EntryJson.Default.SlotEntry).ToSlot();
        if (slot.Time.Daily.AsksTheSun && book.Now.Plan.Sun is null)
        {
            return ControlAnswers.Refuse(Words.SlotNeedsPlace.With(slot.Id));
        }

        var stored = await book.AddSlotAsync(slot, cancellationToken).ConfigureAwait(false);
        var answer = ControlAnswers.Of(stored);
        if (stored is StoreAnswer.Stored)
        {
            answer["notes"] = ControlAnswers.List(Notes(slot, book.Now.Plan));
        }

        return answer;
    }

    private IEnumerable<string> Notes(Slot slot, Plan plan)
    {
        // Over is a slot that neither begins nor ends any more: the hours of its last day count, and those after midnight that belong to it.
        IEnumerable<string> over = slot.Time.LastDay is { } last && Arbiter.NextBoundary(plan with { Slots = [slot] }, time.GetUtcNow()) is null
            ? [Words.SlotOver.With(slot.Id, last)]
            : [];

        // What darkens lights no words, whatever programme it names.
        var words = slot.Priority == Priority.Blank
            ? []
            : plan.Programmes.Where(programme => programme.Id == slot.ProgrammeId).SelectMany(programme => programme.Items);
        var unknown = slot.Time.Days.Names.Where(name => !plan.Calendar.Knows(name)).Distinct().Select(name => Words.SlotNamesNoDay.With(slot.Id, name));
        return [.. over, .. unknown, .. words.Select(policy.Complaint).OfType<string>()];
    }
}
