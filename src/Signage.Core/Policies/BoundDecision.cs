using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Signage.Core.Policies;

/// <summary>A decision of the plan and what the policies leave of it: pure, and the same whoever asks and however often.</summary>
public sealed class BoundDecision
{
    /// <summary>Binds a decision.</summary>
    /// <param name="wanted">What the plan wants.</param>
    /// <param name="verdict">What the policies say of that panel at that instant.</param>
    /// <param name="mourned">What the plan decides without the words that pause, see <see cref="MourningPlan"/>; null where nobody mourns.</param>
    public BoundDecision(Decision wanted, PolicyVerdict verdict, Decision? mourned = null)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(verdict);
        var left = mourned ?? wanted;
        (Wanted, Verdict) = (wanted, verdict);
        Darkening = left.Loop.Count + left.Basis.Count > 0 ? verdict.Darkening(left.Level) : [];
        Paused = mourned is null ? [] : [.. wanted.Why.Except(mourned.Why, StringComparer.Ordinal)];
        IsSober = verdict.Mourning.Count > 0 && left.Level != Priority.Emergency;

        // Words that are refused give way to the base slots, and those are no warning.
        var isBaseDark = verdict.Darkening(Priority.Base).Count > 0;
        var until = Earlier(wanted.Until, verdict.Until);
        Decision = left with
        {
            Loop = Darkening.Count > 0 ? [] : left.Loop,
            Basis = isBaseDark ? [] : left.Basis,
            Keep = left.Keep && Darkening.Count == 0,
            Until = until,
            AtLeast = until is not null && (wanted.AtLeast || wanted.Until != until) && (verdict.AtLeast || verdict.Until != until),
        };
    }

    /// <summary>The bound decision for a panel and an instant. Whoever asks often takes a <see cref="BoundWindow"/>.</summary>
    public static BoundDecision At(Plan plan, PolicyBook book, DateTimeOffset instant, Panel panel)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(panel);
        var verdict = book.At(instant, panel.Id);
        var mourning = verdict.MourningOn(panel.Face);
        return new BoundDecision(
            Arbiter.Decide(plan, instant, panel.Id), verdict, mourning == Mourning.None ? null : Arbiter.Decide(MourningPlan.Of(plan, mourning), instant, panel.Id));
    }

    /// <summary>What the plan wants.</summary>
    public Decision Wanted { get; }

    /// <summary>What the policies say.</summary>
    public PolicyVerdict Verdict { get; }

    /// <summary>What may be lit of it, and until when that holds: the earlier of plan and policies. Nothing is in its loop when a policy darkens it.</summary>
    public Decision Decision { get; }

    /// <summary>The policies that darken what would be lit; empty when none does, or nothing is wanted anyway.</summary>
    public IReadOnlyList<Policy> Darkening { get; }

    /// <summary>The slots that would have won and pause because people mourn, by id.</summary>
    public IReadOnlyList<string> Paused { get; }

    /// <summary>True when what is lit is lit in grey, and never in red where the panel has another colour: people mourn, and it is no warning.</summary>
    public bool IsSober { get; }

    /// <summary>亮度: the brightness wanted, 1 to 100 per cent.</summary>
    public int Brightness => Verdict.Brightness;

    /// <summary>The earlier of two ends; null means never.</summary>
    internal static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
