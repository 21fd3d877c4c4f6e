using Signage.Core.Panels;

namespace Signage.Core.Planning;

/// <summary>
/// Plan, instant and panel in, decision out: a pure function. Of the slots that apply, those of the highest priority win; where all of them join, those of the
/// next lower one play beside them. The winners share the loop. Total: every instant has one answer, and it holds until <see cref="Decision.Until"/>.
/// </summary>
public static class Arbiter
{
    /// <summary>The most slots that share a loop. Nobody reads more in passing, and no card holds their pages.</summary>
    public const int MostInLoop = 32;

    /// <summary>Decides what a panel shows at an instant. Whoever asks often takes a <see cref="PlanWindow"/>.</summary>
    public static Decision Decide(Plan plan, DateTimeOffset instant, PanelId panel)
    {
        var index = new PlanIndex(plan);
        var mine = index.For(panel);
        EdgeAhead? next = null;
        foreach (var time in mine.Select(at => index.TimeOf[at]).Distinct())
        {
            next = EdgeAhead.Earlier(next, OpenTimes.NextEdge(index.Times[time], instant, plan));
        }

        return Judge(index, panel, instant, [.. mine.Where(at => OpenTimes.Has(index.Slots[at].Time, instant, plan))]) with { Until = next?.At, AtLeast = next?.IsFar == true };
    }

    /// <summary>The next instant at which any panel of the site may change; null when there is none.</summary>
    public static DateTimeOffset? NextBoundary(Plan plan, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(plan);
        EdgeAhead? next = null;
        foreach (var time in plan.Slots.Select(slot => slot.Time).Distinct())
        {
            next = EdgeAhead.Earlier(next, OpenTimes.NextEdge(time, instant, plan));
        }

        return next?.At;
    }

    /// <summary>Decides between slots that are open. Until when it holds is not its question.</summary>
    /// <param name="index">Whose slots.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="open">Which of the slots for the panel are open, in their order.</param>
    internal static Decision Judge(PlanIndex index, PanelId panel, DateTimeOffset instant, IReadOnlyList<int> open)
    {
        var admitted = Admitted(index, open);
        var winners = new Slot[Math.Min(admitted, MostInLoop)];
        var (why, lost, keeps) = (new string[winners.Length], new string[open.Count - winners.Length], false);
        for (var at = 0; at < open.Count; at++)
        {
            var slot = index.Slots[open[at]];
            if (at >= winners.Length)
            {
                lost[at - winners.Length] = slot.Id;
                continue;
            }

            (winners[at], why[at]) = (slot, slot.Id);
            keeps |= index.ProgrammeOf(slot) is { Keep: true };
        }

        return new Decision(panel, instant, Loop(index, winners), why, lost, Until: null, keeps)
        {
            Level = winners.Length == 0 ? null : winners[0].Priority,
            Basis = Basis(index, open),
            Crowded = admitted - winners.Length,
        };
    }

    private static List<LoopItem> Basis(PlanIndex index, IReadOnlyList<int> open)
    {
        // The weakest of all stand last.
        var first = open.Count;
        while (first > 0 && index.Slots[open[first - 1]].Priority == Priority.Base)
        {
            first--;
        }

        return first == open.Count ? [] : Loop(index, [.. open.Skip(first).Take(MostInLoop).Select(at => index.Slots[at])]);
    }

    /// <summary>How many of the open slots may play: whole levels, from the highest down to the first on which somebody replaces the others.</summary>
    private static int Admitted(PlanIndex index, IReadOnlyList<int> open)
    {
        var count = 0;
        while (count < open.Count)
        {
            var (level, joins) = (index.Slots[open[count]].Priority, true);
            if (count > 0 && !MayJoin(level))
            {
                break;
            }

            while (count < open.Count && index.Slots[open[count]] is var slot && slot.Priority == level)
            {
                joins &= slot.Joins && MayJoin(level);
                count++;
            }

            if (!joins)
            {
                break;
            }
        }

        return count;
    }

    // What is dark, a test or a warning stands alone: nothing plays beside it, whoever would let it.
    private static bool MayJoin(Priority level) => level is not (Priority.Blank or Priority.Emergency or Priority.Technician);

    private static List<LoopItem> Loop(PlanIndex index, Slot[] slots)
    {
        var playing = Array.FindAll(slots, slot => index.ProgrammeOf(slot) is not null);
        if (playing.Length == 0)
        {
            return [];
        }

        var loop = new List<LoopItem>(playing.Length);
        foreach (var at in LoopOrder.Of(Array.ConvertAll(playing, slot => slot.Share)))
        {
            var programme = index.ProgrammeOf(playing[at])!;
            foreach (var item in programme.Items)
            {
                loop.Add(new LoopItem(item, programme.Style, playing[at].Id));
            }
        }

        return loop;
    }
}
