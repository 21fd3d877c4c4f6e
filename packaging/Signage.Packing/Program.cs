using Signage.Packing;

if (args is not ([_] or [_, "--out", _]) || PackTarget.Find(args[0]) is not { } target)
{
    await Console.Error.WriteLineAsync($"usage: packaging/pack {string.Join('|', PackTarget.All.Select(one => one.Rid))} [--out DIR]").ConfigureAwait(false);
    return 2;
}

try
{
    var tree = SourceTree.Above(AppContext.BaseDirectory);
    var archive = await Pack.MakeAsync(tree, target, args.Length == 3 ? Path.GetFullPath(args[2]) : Path.Combine(tree.Root, "artifacts")).ConfigureAwait(false);
    await Console.Out.WriteLineAsync(archive).ConfigureAwait(false);
    return 0;
}
catch (PackingException refused)
{
    await Console.Error.WriteLineAsync(refused.Message).ConfigureAwait(false);
    return 1;
}
