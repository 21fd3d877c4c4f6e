using Signage.Core.Planning;
using Signage.Core.Review;
using Signage.Core.Text;

namespace Signage.Controller.Control.Verbs;

/// <summary>What keeps a slot that is stored from being lit, now or ever.</summary>
/// <param name="policy">What may be lit.</param>
/// <param name="time">Site time.</param>
internal sealed class SlotNotes(IApprovalPolicy policy, TimeProvider time)
{
    /// <summary>A line each; none when nothing does.</summary>
    public IReadOnlyList<string> Of(Slot slot, Plan plan)
    {
        // Over is a slot that neither begins nor ends any more: the hours of its last day count, and those after midnight that belong to it.
        var now = time.GetUtcNow();
        IEnumerable<string> over = (slot.Time.LastDay, slot.Time.Ends) is (null, null) || Arbiter.NextBoundary(plan with { Slots = [slot] }, now) is not null ? []
            : slot.Time.Ends > now || slot.Time.LastDay > DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, plan.Zone).DateTime) ? [Words.SlotNeverOpen.With(slot.Id)]
            : [Words.SlotOver.With(slot.Id, slot.Time.LastDay is { } last ? last : ControlAnswers.Local(slot.Time.Ends!.Value, plan.Zone))];

        // What darkens lights no words, whatever programme it names.
        var words = slot.Priority == Priority.Blank
            ? []
            : plan.Programmes.Where(programme => programme.Id == slot.ProgrammeId).SelectMany(programme => programme.Items);
        var untagged = slot.Tags.All.Where(tag => !plan.PanelTags.Values.Any(tags => tags.All.Contains(tag))).Select(tag => Words.SlotTagsNoPanel.With(slot.Id, tag));
        var unknown = slot.Time.Days.Names.Where(name => !plan.Calendar.Knows(name)).Distinct().Select(name => Words.SlotNamesNoDay.With(slot.Id, name));
        return [.. over, .. untagged, .. unknown, .. words.Select(policy.Complaint).OfType<string>()];
    }
}
