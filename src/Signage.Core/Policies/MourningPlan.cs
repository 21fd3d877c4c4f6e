using Signage.Core.Planning;
using Signage.Core.Programmes;

namespace Signage.Core.Policies;

/// <summary>
/// What of a plan is left while people mourn: the same plan without the slots whose programmes pause. Who wins is then decided as always, so that whatever a
/// festive slot had covered plays in its place, and afterwards everything is as if nothing had been.
/// </summary>
public static class MourningPlan
{
    /// <summary>The plan without what pauses. Warnings (应急) and what is dark never pause.</summary>
    public static Plan Of(Plan plan, Mourning mourning)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (mourning == Mourning.None)
        {
            return plan;
        }

        var tones = plan.Programmes.DistinctBy(programme => programme.Id).ToDictionary(programme => programme.Id, programme => programme.Tone, StringComparer.Ordinal);
        return plan with { Slots = [.. plan.Slots.Where(slot => Plays(slot, tones.GetValueOrDefault(slot.ProgrammeId), mourning))] };
    }

    private static bool Plays(Slot slot, Tone tone, Mourning mourning) =>
        slot.Priority is Priority.Emergency or Priority.Blank || tone == Tone.Solemn || (tone == Tone.Plain && mourning == Mourning.Joyless);
}
