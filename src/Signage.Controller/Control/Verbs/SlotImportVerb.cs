using System.Text.Json;
using System.Text.Json.Nodes;
using Signage.Controller.Hosting;
using Signage.Controller.Planning;
using Signage.Core.Planning;
using Signage.Core.Review;
using Signage.Core.Text;
using Signage.Storage;

namespace Signage.Controller.Control.Verbs;

/// <summary>
/// <c>slot.import</c>: many slots, all or none. With <c>"check": true</c> none: it only says what would come of it. Every mistake is named with its place, up to a number that a person
/// reads. A request that is longer than others has to begin with the name of the verb.
/// </summary>
/// <param name="book">What is enrolled and planned.</param>
/// <param name="policy">What may be lit.</param>
/// <param name="time">Site time.</param>
internal sealed class SlotImportVerb(SiteBook book, IApprovalPolicy policy, TimeProvider time) : IControlVerb
{
    /// <summary>The name of the verb.</summary>
    public const string VerbName = "slot.import";

    /// <summary>The most slots at once.</summary>
    public const int MostAtOnce = 100_000;

    /// <inheritdoc />
    public string Name => VerbName;

    /// <inheritdoc />
    public IReadOnlyList<string> Members => ["slots", "check"];

    /// <inheritdoc />
    public async Task<JsonObject> AnswerAsync(JsonObject request, ControlCaller caller, CancellationToken cancellationToken)
    {
        var entries = request["slots"] as JsonArray ?? throw new FormatException(Words.MemberMissing.With("slots"));
        if (entries.Count is 0 or > MostAtOnce)
        {
            return ControlAnswers.Refuse(Words.SlotsTooMany.With(entries.Count, MostAtOnce));
        }

        var (isCheck, slots) = (request.Flag("check"), Read(entries));
        return await book.As(caller.Actor).AddSlotsAsync(slots, isCheck, cancellationToken).ConfigureAwait(false) is StoreAnswer.Refused refused
            ? ControlAnswers.Refuse(refused.Reason)
            : new JsonObject { ["ok"] = true, ["added"] = isCheck ? 0 : slots.Count, ["fit"] = slots.Count, ["notes"] = ControlAnswers.List(Mistakes.Bounded([.. Notes(slots, book.Now.Plan)])) };
    }

    private List<Slot> Read(JsonArray entries)
    {
        var (slots, mistakes, hasSun) = (new List<Slot>(entries.Count), new List<string>(), book.Now.Plan.Sun is not null);
        for (var at = 0; at < entries.Count; at++)
        {
            try
            {
                var slot = entries[at]!.Deserialize(EntryJson.Default.SlotEntry)!.ToPlannedSlot();
                slots.Add(slot.Time.Daily.AsksTheSun && !hasSun ? throw new FormatException(Words.SlotNeedsPlace.With(slot.Id)) : slot);
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException)
            {
                mistakes.Add($"slots[{at}]: {(wrong is JsonException json ? JsonFaults.What(json) : wrong.Message)}");
            }
        }

        return mistakes.Count == 0 ? slots : throw new FormatException(string.Join("; ", Mistakes.Bounded(mistakes)));
    }

    // What keeps slots from being lit, now or ever. A last day before yesterday is over whatever its hours are, those after midnight included.
    private IEnumerable<string> Notes(List<Slot> slots, Plan plan)
    {
        var yesterday = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), plan.Zone).DateTime).AddDays(-1);
        var over = slots.Where(slot => slot.Time.LastDay < yesterday).ToArray();
        var named = slots.Where(slot => slot.Priority != Priority.Blank).Select(slot => slot.ProgrammeId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. over.Length switch { 0 => (string[])[], 1 => [Words.SlotOver.With(over[0].Id, over[0].Time.LastDay)], _ => [Words.SlotsOver.With(over.Length)] },
            .. slots.SelectMany(slot => slot.Time.Days.Names.Where(name => !plan.Calendar.Knows(name)).Select(name => (slot.Id, Name: name)))
                .DistinctBy(unknown => unknown.Name).Select(unknown => Words.SlotNamesNoDay.With(unknown.Id, unknown.Name)),
            .. plan.Programmes.Where(programme => named.Contains(programme.Id)).SelectMany(programme => programme.Items).Select(policy.Complaint).OfType<string>().Distinct(),
        ];
    }
}
