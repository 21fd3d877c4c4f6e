namespace Signage.Controller.Dispatch.ReadBack;

/// <summary>A stretch of a loop, counted from its beginning.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The first moment after it.</param>
internal readonly record struct LoopSpan(TimeSpan From, TimeSpan To)
{
    /// <summary>Adds a stretch behind those before it; one that begins where the last ends makes it longer.</summary>
    public static void Add(List<LoopSpan> spans, LoopSpan next)
    {
        if (spans.Count > 0 && spans[^1].To >= next.From)
        {
            spans[^1] = spans[^1] with { To = next.To > spans[^1].To ? next.To : spans[^1].To };
            return;
        }

        spans.Add(next);
    }

    /// <summary>Whether two sets of stretches have a moment in common.</summary>
    public static bool Meet(IReadOnlyList<LoopSpan> some, IReadOnlyList<LoopSpan> others) =>
        some.Any(one => others.Any(other => one.From < other.To && other.From < one.To));

    /// <summary>Both sets together, in order.</summary>
    public static IReadOnlyList<LoopSpan> Together(IReadOnlyList<LoopSpan> some, IReadOnlyList<LoopSpan> others)
    {
        var both = new List<LoopSpan>();
        foreach (var span in some.Concat(others).OrderBy(span => span.From))
        {
            Add(both, span);
        }

        return both;
    }

    /// <summary>The longest time of a loop, its end and its beginning joined, that is in none of the stretches; zero when they are all of it.</summary>
    public static TimeSpan LongestBetween(IReadOnlyList<LoopSpan> spans, TimeSpan loop)
    {
        if (spans.Count == 0)
        {
            return loop;
        }

        var longest = spans[0].From + loop - spans[^1].To;
        for (var i = 1; i < spans.Count; i++)
        {
            var between = spans[i].From - spans[i - 1].To;
            longest = between > longest ? between : longest;
        }

        return longest;
    }
}
