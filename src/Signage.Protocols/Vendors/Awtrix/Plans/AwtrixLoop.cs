namespace Signage.Protocols.Vendors.Awtrix.Plans;

/// <summary>What has to be taken out of a loop and put into it.</summary>
/// <param name="Remove">Names, each of which takes everything with it that begins so.</param>
/// <param name="Add">Apps, in order.</param>
internal sealed record AwtrixLoopChange(IReadOnlyList<string> Remove, IReadOnlyList<AwtrixNamed> Add)
{
    /// <summary>The loop is as it should be.</summary>
    public bool IsNothing => Remove.Count == 0 && Add.Count == 0;
}

/// <summary>Compares the loop of a clock with ours. New apps go to its end, so what stands out of order is taken out and put in again.</summary>
internal static class AwtrixLoop
{
    /// <summary>What makes a loop ours.</summary>
    /// <param name="loop">The names in the clock's loop.</param>
    /// <param name="apps">Ours.</param>
    /// <param name="refresh">True when only the first app was said in this conversation: the others are said again too, so that their lifetime begins anew.</param>
    public static AwtrixLoopChange Change(IReadOnlyList<string> loop, IReadOnlyList<AwtrixNamed> apps, bool refresh)
    {
        var names = apps.Select(app => app.Name).ToArray();
        var standing = loop.Where(names.Contains).ToArray();
        var inOrder = standing.Zip(names).TakeWhile(pair => pair.First == pair.Second).Count();
        string[] remove = [.. loop.Where(name => !names.Contains(name)), .. standing.Skip(inOrder)];
        var left = names.Take(inOrder).Where(name => !remove.Any(gone => name.StartsWith(gone, StringComparison.Ordinal))).ToArray();
        return new AwtrixLoopChange(remove, [.. apps.Where((app, place) => (refresh && place > 0) || !left.Contains(app.Name))]);
    }
}
