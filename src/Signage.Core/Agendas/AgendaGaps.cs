using Signage.Core.Planning;
using Signage.Core.Policies;

namespace Signage.Core.Agendas;

/// <summary>Finds the stretches in which a panel lights nothing. Pure.</summary>
public static class AgendaGaps
{
    /// <summary>The gaps in order; neighbours with the same reason are one.</summary>
    /// <param name="stretches">What holds on one panel, stretch after stretch without a gap, each with an end.</param>
    /// <param name="look">Says what would become of each.</param>
    public static IReadOnlyList<AgendaGap> Of(IEnumerable<BoundDecision> stretches, Func<BoundDecision, LitAnswer> look)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        ArgumentNullException.ThrowIfNull(look);
        var gaps = new List<AgendaGap>();
        foreach (var stretch in stretches)
        {
            if (look(stretch) is not { IsLit: false } answer)
            {
                continue;
            }

            var next = Gap(stretch, answer.Refusal);
            if (gaps.Count > 0 && gaps[^1] is var last && last.Until == next.From && last.Reason == next.Reason && last.By.SequenceEqual(next.By) && last.Refusal == next.Refusal)
            {
                gaps[^1] = last with { Until = next.Until };
            }
            else
            {
                gaps.Add(next);
            }
        }

        return gaps;
    }

    private static AgendaGap Gap(BoundDecision stretch, string? refusal)
    {
        var decision = stretch.Decision;
        var (reason, by) = stretch.Darkening.Count > 0 ? (GapReason.Policy, stretch.Darkening.Select(policy => policy.Id))
            : decision.Level == Priority.Blank ? (GapReason.Blank, decision.Why)
            : decision.Level is null && stretch.Paused.Count > 0 ? (GapReason.Paused, stretch.Verdict.Mourning.Select(policy => policy.Id))
            : refusal is not null ? (GapReason.Refused, decision.Why)
            : (GapReason.Nothing, []);
        return new AgendaGap(decision.Panel, reason, [.. by], reason == GapReason.Refused ? refusal : null, decision.At, decision.Until!.Value);
    }
}
