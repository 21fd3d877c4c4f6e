using System.Globalization;
using Signage.Core.Planning;

namespace Signage.Testing.Invariants;

/// <summary>How a slot stands in a history: everything that it says, in one spelling for what was acknowledged and what was read back.</summary>
public static class SlotRow
{
    /// <summary>The name of its row.</summary>
    public static string Name(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return $"slot {slot.Id}";
    }

    /// <summary>What it says.</summary>
    public static string Of(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{slot.ProgrammeId} {slot.Time.Daily} {slot.Time.FirstDay:yyyy-MM-dd}..{slot.Time.LastDay:yyyy-MM-dd} {slot.Priority} [{string.Join(',', slot.Panels)}]");
    }
}
