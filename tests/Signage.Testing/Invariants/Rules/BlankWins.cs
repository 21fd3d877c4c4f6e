namespace Signage.Testing.Invariants.Rules;

/// <summary>
/// I7 for a site with one person: once a blank is accepted, no lit packet leaves for the panels that it covers until it is released. One that was in flight at that moment may land: the line
/// had it already, and darkness is right behind it.
/// </summary>
internal sealed class BlankWins : IInvariant
{
    public string Name => "I7";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history)
    {
        BlankPressed? pressed = null;
        var covered = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string> handed = new(StringComparer.Ordinal), inFlight = new(StringComparer.Ordinal);
        foreach (var one in history.Events)
        {
            switch (one)
            {
                case BlankPressed press:
                    // What was dark before this press has nothing lit in flight.
                    inFlight.UnionWith(handed.Where(panel => !IsCovered(panel)));
                    covered = press.Panels.Count == 0 || pressed is { Panels.Count: 0 } ? [] : [.. covered, .. press.Panels];
                    pressed = press;
                    break;
                case BlankReleased released when released.Number == pressed?.Number:
                    (pressed, covered) = (null, []);
                    break;
                case SiteEnded:
                    handed.Clear();
                    inFlight.Clear();
                    break;
                case PacketHanded packet:
                    handed.Add(packet.Panel);
                    inFlight.Remove(packet.Panel);
                    break;
                case AttemptEnded ended:
                    handed.Remove(ended.Panel);
                    inFlight.Remove(ended.Panel);
                    break;
                case PacketSent packet:
                    var landed = inFlight.Remove(packet.Panel);
                    handed.Remove(packet.Panel);
                    if (!landed && packet is { Show: { } show, IsDark: false } && IsCovered(packet.Panel))
                    {
                        yield return (packet.At, $"{packet.Panel}: {show.Hex[..8]} was sent while blank {pressed!.Number}, accepted at {pressed.At}, is in force");
                    }

                    break;
                default:
                    break;
            }
        }

        bool IsCovered(string panel) => pressed is not null && (covered.Count == 0 || covered.Contains(panel));
    }
}
