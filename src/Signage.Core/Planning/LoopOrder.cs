namespace Signage.Core.Planning;

/// <summary>
/// The turns of a round: each has as many as its share, spread as evenly as they can be, and of equals the first begins. Shares with a common divisor make a
/// shorter round: 2 and 2 are 1 and 1.
/// </summary>
internal static class LoopOrder
{
    /// <summary>Whose turn it is, by place in the list, one after another.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> shares)
    {
        var divisor = shares.Aggregate(0, Divisor);
        if (shares.All(share => share == divisor))
        {
            return [.. Enumerable.Range(0, shares.Count)];
        }

        int[] parts = [.. shares.Select(share => share / divisor)];
        var (round, owed) = (parts.Sum(), new int[parts.Length]);
        var turns = new int[round];
        for (var turn = 0; turn < round; turn++)
        {
            var next = 0;
            for (var at = 0; at < parts.Length; at++)
            {
                owed[at] += parts[at];
                next = owed[at] > owed[next] ? at : next;
            }

            turns[turn] = next;
            owed[next] -= round;
        }

        return turns;
    }

    private static int Divisor(int one, int other) => other == 0 ? one : Divisor(other, one % other);
}
