namespace Signage.Testing.Invariants.Rules;

/// <summary>I7 for a site with one person: once a blank is accepted, no lit packet leaves for the panels that it covers until it is released.</summary>
internal sealed class BlankWins : IInvariant
{
    public string Name => "I7";

    public IEnumerable<(Moment At, string What)> Breaches(SiteHistory history)
    {
        BlankPressed? pressed = null;
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in history.Events)
        {
            switch (one)
            {
                case BlankPressed press:
                    covered = press.Panels.Count == 0 || pressed is { Panels.Count: 0 } ? [] : [.. covered, .. press.Panels];
                    pressed = press;
                    break;
                case BlankReleased released when released.Number == pressed?.Number:
                    (pressed, covered) = (null, []);
                    break;
                case PacketSent { Show: { } show, IsDark: false } packet when pressed is not null && (covered.Count == 0 || covered.Contains(packet.Panel)):
                    yield return (packet.At, $"{packet.Panel}: {show.Hex[..8]} was sent while blank {pressed.Number}, accepted at {pressed.At}, is in force");
                    break;
                default:
                    break;
            }
        }
    }
}
