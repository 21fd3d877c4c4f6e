using System.Collections.Concurrent;
using Signage.Core.Panels;
using Signage.Core.Programmes;

namespace Signage.Core.Planning;

/// <summary>
/// A plan put in order for many questions: slots that are open at the same times are one <see cref="Times"/>, and panels for which the same slots are meant
/// are told apart from others once. Immutable; made anew at every edit.
/// </summary>
public sealed class PlanIndex
{
    private readonly Dictionary<string, Programme> _programmes;
    private readonly Dictionary<PanelId, int[]> _named;
    private readonly int[] _tagged;
    private readonly int[] _everywhere;
    private readonly ConcurrentDictionary<PanelId, int[]> _mine = new();

    /// <summary>Puts a plan in order.</summary>
    public PlanIndex(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _programmes = plan.Programmes.GroupBy(programme => programme.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Slots = [.. Ordered(plan)];
        var times = new Dictionary<SlotTime, int>();
        TimeOf = [.. Slots.Select(slot => times.TryGetValue(slot.Time, out var known) ? known : times[slot.Time] = times.Count)];
        Times = [.. times.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        _everywhere = [.. Enumerable.Range(0, Slots.Count).Where(at => Slots[at].Panels.Count == 0 && Slots[at].Tags.IsEmpty)];
        _tagged = [.. Enumerable.Range(0, Slots.Count).Where(at => !Slots[at].Tags.IsEmpty)];
        _named = Enumerable.Range(0, Slots.Count).SelectMany(at => Slots[at].Panels.Distinct().Select(panel => (panel, at)))
            .GroupBy(pair => pair.panel).ToDictionary(group => group.Key, group => group.Select(pair => pair.at).ToArray());
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The slots as they stand against each other: the highest priority first, of equals those whose words were approved last, then by id.</summary>
    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>The different times of the slots.</summary>
    public IReadOnlyList<SlotTime> Times { get; }

    /// <summary>For each of <see cref="Slots"/>, which of <see cref="Times"/> is its own.</summary>
    internal IReadOnlyList<int> TimeOf { get; }

    /// <summary>The programme of a slot; null when the plan has none of that name, or the slot blanks.</summary>
    internal Programme? ProgrammeOf(Slot slot) => slot.Priority == Priority.Blank ? null : _programmes.GetValueOrDefault(slot.ProgrammeId);

    /// <summary>Which of <see cref="Slots"/> are meant for a panel, in their order.</summary>
    internal int[] For(PanelId panel) => _mine.GetOrAdd(panel, Find);

    private int[] Find(PanelId panel)
    {
        var tags = Plan.PanelTags.GetValueOrDefault(panel, Tags.None);
        var named = _named.GetValueOrDefault(panel) ?? [];
        if (named.Length == 0 && (tags.IsEmpty || _tagged.Length == 0))
        {
            return _everywhere;
        }

        int[] mine = [.. _everywhere, .. named, .. tags.IsEmpty ? [] : _tagged.Where(at => Slots[at].Tags.Meets(tags))];
        return [.. mine.Distinct().Order()];
    }

    private static IEnumerable<Slot> Ordered(Plan plan)
    {
        var approved = plan.Programmes.DistinctBy(programme => programme.Id)
            .ToDictionary(programme => programme.Id, programme => programme.Items.Max(item => plan.Approved.GetValueOrDefault(item.Digest)), StringComparer.Ordinal);
        return plan.Slots.OrderByDescending(slot => slot.Priority)
            .ThenByDescending(slot => approved.GetValueOrDefault(slot.ProgrammeId))
            .ThenBy(slot => slot.Id, StringComparer.Ordinal);
    }
}
