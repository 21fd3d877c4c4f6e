using CsCheck;
using Signage.Controller.Planning;
using Signage.Core.Agendas;
using Signage.Core.Calendars;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;
using Signage.Core.Programmes;

namespace Signage.Controller.Tests.Scheduling;

/// <summary>Gaps and conflicts of any plan and any policies, held minute by minute against arbiter and policies.</summary>
public sealed class AgendaLookTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 4, 16, 0, 0, TimeSpan.Zero);
    private static readonly PanelId Gate = new("gate");
    private static readonly string[] Times = ["00:00-24:00", "08:00-20:00", "22:00-06:00", "06:30-09:00,17:00-21:00", "08:00-08:30", "12:00-12:07"];
    private static readonly string[] Rules = ["always", "work", "sat", "every:2@2026-01-01"];

    // What "c" says nobody approved.
    private static readonly Programme[] Programmes = [.. new[] { "a", "b", "c" }.Select(id => new Programme(id, [new Revision(id, $"words of {id}")], ShowStyle.Automatic) { Tone = id == "b" ? Tone.Joyful : Tone.Plain })];
    private static readonly Panel Face = new(Gate, "gate", "any", PanelFace.Parse("64x16xrgb"), new Uri("tcp://192.0.2.1:1"));

    private static readonly Gen<Slot> Slots =
        from programme in Gen.Int[0, 2]
        from time in Gen.Int[0, Times.Length - 1]
        from rule in Gen.Int[0, Rules.Length - 1]
        from priority in Gen.Enum<Priority>()
        from joins in Gen.Bool
        from id in Gen.Int[0, 99]
        select new Slot($"s{id}", Programmes[programme].Id, [], new SlotTime(DailyTimes.Parse(Times[time])) { Days = DayRule.Parse(Rules[rule]) }, priority) { Joins = joins };

    private static readonly Gen<Policy> Policies =
        from time in Gen.Int[0, Times.Length - 1]
        from rule in Gen.Int[0, Rules.Length - 1]
        from kind in Gen.Int[0, 4]
        from id in Gen.Int[0, 99]
        select new Policy($"p{id}", PolicyOwner.Site, Rule(kind), new SlotTime(DailyTimes.Parse(Times[time])) { Days = DayRule.Parse(Rules[rule]) });

    [Fact]
    public void GapsAndConflicts_OfAnyPlan_AreWhatEachMinuteSays() => Gen.Select(Slots.Array[0, 7], Policies.Array[0, 3], Gen.Bool).Sample(
        (slots, policies, isCrowded) =>
        {
            Slot[] crowd = isCrowded ? [.. Enumerable.Range(0, Arbiter.MostInLoop + 2).Select(at => new Slot($"x{at:00}", "a", [], new SlotTime(DailyTimes.Parse("09:00-10:00")), Priority.Centre))] : [];
            var plan = new Plan(Programmes, [.. slots.DistinctBy(slot => slot.Id), .. crowd], TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
            var book = new PolicyBook([.. policies.DistinctBy(policy => policy.Id)], plan);
            var (from, until) = (Start, Start.AddDays(3));
            var window = new BoundWindow(PlanWindow.Over(new PlanIndex(plan), from, until), PolicyWindow.Over(book, from, until));
            BoundDecision[] stretches = [.. new Agenda(window.Plan).Of(Gate).SelectMany(stretch => BoundStretches.Of(stretch, window, Face))];
            var bases = plan.Slots.Where(slot => slot.Priority == Priority.Base).Select(slot => slot.Id).ToHashSet(StringComparer.Ordinal);
            var (gaps, conflicts) = (AgendaGaps.Of(stretches, Look), AgendaConflicts.Of(stretches, Look, bases.Contains));

            for (var minute = from; minute < until; minute += TimeSpan.FromMinutes(1))
            {
                var bound = BoundDecision.At(plan, book, minute, Face);
                var left = Arbiter.Decide(plan with { Slots = [.. plan.Slots.Where(slot => IsLeft(slot, bound))] }, minute, Gate);
                var gap = gaps.SingleOrDefault(one => one.From <= minute && minute < one.Until);
                Assert.Equal(GapAt(bound, left), gap is null ? null : (gap.Reason, string.Join(' ', gap.By)));
                Assert.Equal(
                    LossesAt(bound, left, bases).Order(StringComparer.Ordinal),
                    conflicts.Where(one => one.From <= minute && minute < one.Until).Select(one => $"{one.Slot} {one.Reason} {string.Join(' ', one.To)}").Order(StringComparer.Ordinal));
            }

            // Neighbours that say the same are one.
            Assert.DoesNotContain(gaps.Zip(gaps.Skip(1)), pair => pair.First.Until == pair.Second.From && pair.First.Reason == pair.Second.Reason && pair.First.By.SequenceEqual(pair.Second.By));
        },
        iter: 25);

    // As the gate does: the whole loop or nothing, then the base slots.
    private static LitAnswer Look(BoundDecision bound) =>
        bound.Darkening.Count > 0 ? new LitAnswer(false, "quiet")
        : bound.Decision.Loop.All(Approved) ? new LitAnswer(bound.Decision.Loop.Count > 0, null)
        : new LitAnswer(bound.Decision.Basis.Count > 0 && bound.Decision.Basis.All(Approved), "nobody approved");

    private static PolicyRule Rule(int kind) => kind switch
    {
        0 => new PolicyRule.Brightness(40),
        1 => new PolicyRule.Quiet(true),
        2 => new PolicyRule.Quiet(false),
        _ => new PolicyRule.Memorial(kind == 3),
    };

    private static string[] Mourning(BoundDecision bound) => [.. bound.Verdict.Binding.Where(policy => policy.Rule is PolicyRule.Memorial).Select(policy => policy.Id)];

    // "b" is festive; nothing is solemn.
    private static bool IsLeft(Slot slot, BoundDecision bound) => Mourning(bound).Length == 0 || slot.Priority is Priority.Emergency or Priority.Blank
        || (slot.ProgrammeId != "b" && !bound.Verdict.Binding.Any(policy => policy.Rule is PolicyRule.Memorial { IsStrict: true }));

    private static bool Approved(LoopItem item) => item.Revision.ItemId != "c";

    private static (GapReason, string)? GapAt(BoundDecision bound, Decision wanted)
    {
        var quiet = (bound.Verdict.Binding.Where(policy => policy.Rule is PolicyRule.Quiet rule && (rule.IsStrict || wanted.Level != Priority.Emergency)).Select(policy => policy.Id).ToArray());
        if (wanted.Level is null)
        {
            return bound.Wanted.Level is null ? (GapReason.Nothing, "") : (GapReason.Paused, string.Join(' ', Mourning(bound)));
        }

        // A slot that blanks wants nothing, so there is nothing for a policy to darken; but the base slots behind it are.
        if (quiet.Length > 0 && wanted.Loop.Count + wanted.Basis.Count > 0)
        {
            return (GapReason.Policy, string.Join(' ', quiet));
        }

        if (wanted.Level == Priority.Blank)
        {
            return (GapReason.Blank, string.Join(' ', wanted.Why));
        }

        var basis = bound.Verdict.Binding.Any(policy => policy.Rule is PolicyRule.Quiet) ? [] : wanted.Basis;
        return wanted.Loop.All(Approved) || (basis.Count > 0 && basis.All(Approved)) ? null : (GapReason.Refused, string.Join(' ', wanted.Why));
    }

    private static IEnumerable<string> LossesAt(BoundDecision bound, Decision wanted, HashSet<string> bases)
    {
        foreach (var slot in Mourning(bound).Length == 0 ? [] : bound.Wanted.Why.Except(wanted.Why))
        {
            yield return $"{slot} Paused {string.Join(' ', Mourning(bound))}";
        }

        foreach (var (slot, at) in wanted.Lost.Select((slot, at) => (slot, at)))
        {
            if (at < wanted.Crowded)
            {
                yield return $"{slot} Full {string.Join(' ', wanted.Why)}";
            }
            else if (!bases.Contains(slot))
            {
                yield return $"{slot} Replaced {string.Join(' ', wanted.Why)}";
            }
        }

        foreach (var slot in wanted.Level is null or Priority.Blank ? [] : wanted.Why)
        {
            if (bound.Darkening.Count > 0)
            {
                yield return $"{slot} Policy {string.Join(' ', bound.Darkening.Select(policy => policy.Id))}";
            }
            else if (!wanted.Loop.All(Approved))
            {
                yield return $"{slot} Refused ";
            }
        }
    }
}
