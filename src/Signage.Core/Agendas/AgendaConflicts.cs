using Signage.Core.Planning;
using Signage.Core.Policies;

namespace Signage.Core.Agendas;

/// <summary>
/// Finds the stretches in which a slot is open and does not play. A base slot that gives way to slots loses nothing: it is there to play when nobody asks for
/// anything else. Pure.
/// </summary>
public static class AgendaConflicts
{
    /// <summary>The conflicts, slot by slot in the order in which each slot first loses; neighbours with the same winners and the same reason are one.</summary>
    /// <param name="stretches">What holds on one panel, stretch after stretch without a gap, each with an end.</param>
    /// <param name="look">Says what would become of each.</param>
    /// <param name="isBase">True for the id of a base slot.</param>
    public static IReadOnlyList<AgendaConflict> Of(IEnumerable<BoundDecision> stretches, Func<BoundDecision, LitAnswer> look, Func<string, bool> isBase)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(isBase);
        var losers = new Dictionary<(string Slot, LossReason Reason), List<AgendaConflict>>();
        foreach (var stretch in stretches)
        {
            foreach (var next in Losses(stretch, look(stretch).Refusal, isBase))
            {
                if (!losers.TryGetValue((next.Slot, next.Reason), out var known))
                {
                    losers[(next.Slot, next.Reason)] = known = [];
                }

                if (known.Count > 0 && known[^1] is var last && last.Until == next.From && last.To.SequenceEqual(next.To) && last.Refusal == next.Refusal)
                {
                    known[^1] = last with { Until = next.Until };
                }
                else
                {
                    known.Add(next);
                }
            }
        }

        return [.. losers.Values.SelectMany(known => known)];
    }

    private static IEnumerable<AgendaConflict> Losses(BoundDecision stretch, string? refusal, Func<string, bool> isBase)
    {
        var decision = stretch.Decision;
        foreach (var slot in stretch.Paused)
        {
            yield return Loss(slot, LossReason.Paused, [.. stretch.Verdict.Mourning.Select(policy => policy.Id)], null);
        }

        for (var at = 0; at < decision.Lost.Count; at++)
        {
            // Those for whom there is no room stand first.
            if (at < decision.Crowded || !isBase(decision.Lost[at]))
            {
                yield return Loss(decision.Lost[at], at < decision.Crowded ? LossReason.Full : LossReason.Replaced, decision.Why, null);
            }
        }

        if (decision.Level is null or Priority.Blank)
        {
            yield break;
        }

        var dark = stretch.Darkening.Select(policy => policy.Id).ToArray();
        foreach (var slot in dark.Length > 0 || refusal is not null ? decision.Why : [])
        {
            yield return dark.Length > 0 ? Loss(slot, LossReason.Policy, dark, null) : Loss(slot, LossReason.Refused, [], refusal);
        }

        AgendaConflict Loss(string slot, LossReason reason, IReadOnlyList<string> to, string? told) => new(decision.Panel, slot, reason, to, told, decision.At, decision.Until!.Value);
    }
}
