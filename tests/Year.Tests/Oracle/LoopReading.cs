using Signage.Controller.Hosting;

namespace Year.Tests.Oracle;

/// <summary>Who plays, in which order and how often, of the slots that are open for one panel.</summary>
internal static class LoopReading
{
    /// <summary>The most slots of a loop.</summary>
    public const int Most = 32;

    private static readonly string[] Ladder = ["base", "community", "centre", "technician", "urgent", "emergency", "blank"];

    /// <summary>The rank of a slot on the ladder of priorities, 0 for base.</summary>
    public static int Rank(SlotEntry slot) => Array.IndexOf(Ladder, slot.Priority ?? "community");

    /// <summary>True for what lights nothing.</summary>
    public static bool IsBlank(SlotEntry slot) => slot.Priority == "blank";

    /// <summary>The winners: the highest priority, and the next lower ones for as long as everybody joins.</summary>
    public static IReadOnlyList<SlotEntry> Winners(IReadOnlyList<SlotEntry> open)
    {
        var winners = new List<SlotEntry>();
        foreach (var level in open.GroupBy(Rank).OrderByDescending(level => level.Key))
        {
            if (winners.Count > 0 && StandsAlone(level.First()))
            {
                break;
            }

            winners.AddRange(level);
            if (!level.All(slot => slot.Joins == true))
            {
                break;
            }
        }

        return winners;
    }

    /// <summary>A round of the loop: whose turn it is, turn by turn.</summary>
    /// <param name="slots">The slots that share it.</param>
    /// <param name="approved">When the words of a slot were last approved; null for never.</param>
    public static IReadOnlyList<SlotEntry> Round(IEnumerable<SlotEntry> slots, Func<SlotEntry, DateTimeOffset?> approved)
    {
        SlotEntry[] sharing =
        [
            .. slots.OrderByDescending(Rank).ThenByDescending(slot => approved(slot) ?? DateTimeOffset.MinValue).ThenBy(slot => slot.Id, StringComparer.Ordinal).Take(Most),
        ];
        int[] shares = [.. sharing.Select(slot => slot.Share ?? 1)];
        var divisor = Enumerable.Range(1, 12).Last(number => shares.All(share => share % number == 0));
        shares = [.. shares.Select(share => share / divisor)];
        var whole = shares.Sum();
        var owed = new int[shares.Length];
        var turns = new List<SlotEntry>();
        for (var turn = 0; turn < whole; turn++)
        {
            for (var one = 0; one < owed.Length; one++)
            {
                owed[one] += shares[one];
            }

            var next = Array.IndexOf(owed, owed.Max());
            owed[next] -= whole;
            turns.Add(sharing[next]);
        }

        return turns;
    }

    private static bool StandsAlone(SlotEntry slot) => slot.Priority is "blank" or "technician" or "emergency";
}
