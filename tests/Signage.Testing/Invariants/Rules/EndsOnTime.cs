namespace Signage.Testing.Invariants.Rules;

/// <summary>
/// I6: no lit packet is sent before its show is decided or more than a second of site time after it is over. A clock that is set gives no warning, so a
/// packet counts by the best reading of the site clock within the grace before it.
/// </summary>
internal sealed class EndsOnTime : IInvariant
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    public string Name => "I6";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history)
    {
        var events = history.Events;
        foreach (var packet in events.OfType<PacketSent>().Where(packet => packet is { Show: not null, IsDark: false }))
        {
            var decisions = events.OfType<ShowDecided>()
                .Where(decided => decided.Panel == packet.Panel && decided.Show == packet.Show && decided.At.Order < packet.At.Order).ToArray();
            if (Times(events, packet.At, history.Grace).Any(site => decisions.Any(decided => decided.From <= site && !(site > decided.Until + Late))))
            {
                continue;
            }

            var end = decisions.Length == 0 ? "was never decided" : $"ended at {decisions.Max(decided => decided.Until ?? DateTimeOffset.MaxValue):O}";
            yield return (packet.At, $"{packet.Panel}: {packet.Show!.Value.Hex[..8]} was sent and {end}");
        }
    }

    /// <summary>Every reading of the site clock within the grace before a moment, the one from before it was set included.</summary>
    private static IEnumerable<DateTimeOffset> Times(IReadOnlyList<SiteEvent> events, Moment at, TimeSpan grace)
    {
        for (var i = at.Order; i >= 0 && events[i].At.Line >= at.Line - grace; i--)
        {
            yield return events[i].At.Site;
        }
    }
}
