namespace Signage.Testing.Invariants.Rules;

/// <summary>I5: what a card plays is exactly one approved show of its own panel, or nothing. What a card plays of itself after it lost power is not ours.</summary>
internal sealed class NoMixture : IInvariant
{
    public string Name => "I5";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history)
    {
        var forgetful = new HashSet<string>(StringComparer.Ordinal);
        var approved = history.Events.OfType<ShowApproved>().Select(show => (show.Panel, show.Show)).ToHashSet();
        foreach (var one in history.Events)
        {
            switch (one)
            {
                case CardForgot forgot:
                    forgetful.Add(forgot.Panel);
                    break;
                case CardTook took:
                    forgetful.Remove(took.Panel);
                    if (!took.IsDark && !approved.Contains((took.Panel, took.Holds)))
                    {
                        yield return (took.At, $"{took.Panel}: the card took {took.Holds.Hex[..8]}, which is no approved show of this panel");
                    }

                    break;
                case GlassSeen { IsDark: false, Holds: { } holds } seen when !forgetful.Contains(seen.Panel) && !approved.Contains((seen.Panel, holds)):
                    yield return (seen.At, $"{seen.Panel}: the glass shows {holds.Hex[..8]}, which is no approved show of this panel");
                    break;
                default:
                    break;
            }
        }
    }
}
