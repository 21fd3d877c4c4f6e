using Signage.Core.Shows;

namespace Signage.Testing.Invariants.Rules;

/// <summary>
/// I12 as far as a card that cannot be read back allows: the site never says that a card acknowledged a show unless that show is the last content that the
/// card took. A card that lost power in the meantime does not make the claim false: it is about the acknowledgement.
/// </summary>
internal sealed class NoClaimWithoutCard : IInvariant
{
    public string Name => "I12";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history)
    {
        foreach (var panel in history.Events.GroupBy(PanelOf).Where(panel => panel.Key is not null))
        {
            var taken = new List<(int Order, ShowDigest Holds)>();
            foreach (var one in panel)
            {
                if (one is CardTook took)
                {
                    taken.Add((took.At.Order, took.Holds));
                }
                else if (one is StatusSeen { Sent: { } sent } status && !HeldWithin(taken, status.Since).Contains(sent))
                {
                    var holds = taken.Count == 0 ? "nothing" : taken[^1].Holds.Hex[..8];
                    yield return (status.At, $"{panel.Key}: the site says that {sent.Hex[..8]} was acknowledged, the card holds {holds}");
                }
            }
        }
    }

    private static string? PanelOf(SiteEvent one) => one is CardTook took ? took.Panel : (one as StatusSeen)?.Panel;

    private static IEnumerable<ShowDigest> HeldWithin(List<(int Order, ShowDigest Holds)> taken, int since) =>
        taken.Where(took => took.Order >= since).Concat(taken.Where(took => took.Order < since).TakeLast(1)).Select(took => took.Holds);
}
