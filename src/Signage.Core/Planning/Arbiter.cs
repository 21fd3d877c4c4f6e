using Signage.Core.Panels;
using Signage.Core.Programmes;

namespace Signage.Core.Planning;

/// <summary>
/// Plan, instant and panel in, decision out: a pure function. Of the slots that apply, those of the highest priority win and share the loop
/// in the order of their ids. Total: every instant has one answer, and it holds until <see cref="Decision.Until"/>.
/// </summary>
public static class Arbiter
{
    /// <summary>Decides what a panel shows at an instant.</summary>
    public static Decision Decide(Plan plan, DateTimeOffset instant, PanelId panel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var mine = plan.Slots.Where(slot => slot.Panels.Count == 0 || slot.Panels.Contains(panel)).ToArray();
        var open = mine.Where(slot => SlotWindow.IsOpen(slot, instant, plan))
            .OrderByDescending(slot => slot.Priority).ThenBy(slot => slot.Id, StringComparer.Ordinal).ToArray();
        var winners = open.TakeWhile(slot => slot.Priority == open[0].Priority).ToArray();
        var programmes = Programmes(plan, winners);
        return new Decision(
            panel,
            instant,
            Loop(programmes),
            [.. winners.Select(slot => slot.Id)],
            [.. open.Skip(winners.Length).Select(slot => slot.Id)],
            NextBoundary(mine, instant, plan),
            programmes.Any(pair => pair.Programme.Keep))
        {
            Level = winners.Length == 0 ? null : winners[0].Priority,
            Basis = Loop(Programmes(plan, open.Where(slot => slot.Priority == Priority.Base))),
        };
    }

    /// <summary>The next instant at which any panel of the site may change; null when there is none.</summary>
    public static DateTimeOffset? NextBoundary(Plan plan, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return NextBoundary(plan.Slots, instant, plan);
    }

    private static (Slot Slot, Programme Programme)[] Programmes(Plan plan, IEnumerable<Slot> slots) =>
    [
        .. slots.Where(slot => slot.Priority != Priority.Blank)
            .SelectMany(slot => plan.Programmes.Where(programme => programme.Id == slot.ProgrammeId).Take(1).Select(programme => (slot, programme))),
    ];

    private static IReadOnlyList<LoopItem> Loop(IEnumerable<(Slot Slot, Programme Programme)> programmes) =>
        [.. programmes.SelectMany(pair => pair.Programme.Items.Select(item => new LoopItem(item, pair.Programme.Style, pair.Slot.Id)))];

    private static DateTimeOffset? NextBoundary(IEnumerable<Slot> slots, DateTimeOffset instant, Plan plan)
    {
        DateTimeOffset? next = null;
        foreach (var slot in slots)
        {
            var edge = SlotWindow.NextEdge(slot, instant, plan);
            next = edge is { } at && (next is null || at < next) ? at : next;
        }

        return next;
    }
}
