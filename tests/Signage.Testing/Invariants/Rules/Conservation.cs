namespace Signage.Testing.Invariants.Rules;

/// <summary>
/// I16 for a panel: attempts = accepted + refused + failed + pending. Each attempt is in one bucket; one that was cut off, by a newer one or by the end of
/// the site, has failed; at most one is pending at a time; and no more were accepted than the card obeyed.
/// </summary>
internal sealed class Conservation : IInvariant
{
    public string Name => "I16";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history) =>
        history.Events.OfType<AttemptBegan>().Select(began => began.Panel).Concat(history.Events.OfType<AttemptEnded>().Select(ended => ended.Panel))
            .Distinct(StringComparer.Ordinal).SelectMany(panel => OfPanel(history, panel));

    private static IEnumerable<(Moment At, string What)> OfPanel(SiteHistory history, string panel)
    {
        var (open, begun, accepted, obeyed) = (new HashSet<int>(), new HashSet<int>(), 0, 0);
        var ended = new HashSet<int>();
        foreach (var one in history.Events)
        {
            switch (one)
            {
                case AttemptBegan began when began.Panel == panel:
                    // What stood open was cut off: it failed.
                    ended.UnionWith(open);
                    open = [began.Attempt];
                    if (!begun.Add(began.Attempt))
                    {
                        yield return (began.At, $"{panel}: attempt {began.Attempt} began twice");
                    }

                    break;
                case AttemptEnded end when end.Panel == panel:
                    open.Remove(end.Attempt);
                    if (!begun.Contains(end.Attempt))
                    {
                        yield return (end.At, $"{panel}: attempt {end.Attempt} ended and never began");
                    }

                    if (!ended.Add(end.Attempt))
                    {
                        yield return (end.At, $"{panel}: attempt {end.Attempt} is in two buckets, the second is {end.End}");
                    }

                    accepted += end.End == AttemptEnd.Accepted ? 1 : 0;
                    if (accepted > obeyed)
                    {
                        yield return (end.At, $"{panel}: {accepted} attempts were accepted, the card obeyed {obeyed} packets");
                    }

                    break;
                case CardObeyed obey when obey.Panel == panel:
                    obeyed += obey.Packets;
                    break;
                case SiteEnded:
                    ended.UnionWith(open);
                    open = [];
                    break;
                default:
                    break;
            }
        }

        if (begun.Count != ended.Count + open.Count && begun.IsSupersetOf(ended))
        {
            yield return (history.Events[^1].At, $"{panel}: {begun.Count} attempts, {ended.Count} have ended and {open.Count} are under way");
        }
    }
}
