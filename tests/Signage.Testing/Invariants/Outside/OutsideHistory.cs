using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Protocols.Profiles;

namespace Signage.Testing.Invariants.Outside;

/// <summary>
/// What can be seen of a site in a process of its own: what it answers, what its database holds when it is gone, and all that reaches the cards, which live in the test. I1, I2, I3, I5, I6,
/// I7 and I12 can be asked of that. I16 cannot: its conversations begin and end within the process. Both clocks are the real one. What is right comes from the pure rules, and is told before
/// the site can act on it.
/// </summary>
/// <param name="rules">The show of a panel under a plan at an instant, and up to when it holds.</param>
/// <param name="seed">The seed of the run.</param>
public sealed class OutsideHistory(Func<IReadOnlyList<Slot>, Panel, DateTimeOffset, (Show Show, DateTimeOffset? Until)> rules, int seed) : IAsyncDisposable
{
    // No test runs longer without saying anew what its plan is.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    private readonly List<OutsidePanel> _panels = [];

    /// <summary>The seed.</summary>
    public int Seed => seed;

    /// <summary>What was seen so far. CI shares its cores, so the site has longer to notice that time has moved on.</summary>
    public SiteHistory History { get; } = new(TimeProvider.System, TimeProvider.System) { Grace = TimeSpan.FromSeconds(10) };

    /// <summary>The panels.</summary>
    public IReadOnlyList<OutsidePanel> Panels => _panels;

    /// <summary>What the site is to play.</summary>
    public IReadOnlyList<Slot> Slots { get; private set; } = [];

    /// <summary>Puts a panel on a link.</summary>
    /// <inheritdoc cref="OutsidePanel.StartAsync"/>
    public async Task<OutsidePanel> AddPanelAsync(string id, DeviceProfile profile, PanelFace face, Uri listen, CancellationToken cancellationToken)
    {
        var panel = await OutsidePanel.StartAsync(id, profile, face, listen, History, cancellationToken);
        _panels.Add(panel);
        return panel;
    }

    /// <summary>What a panel is to show now.</summary>
    public ShowDigest Expected(OutsidePanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return rules(Slots, panel.Panel, TimeProvider.System.GetUtcNow()).Show.Digest;
    }

    /// <summary>The plan is, or may be from now on, this one. Every change of picture that it brings is told at once: the site acts on time, whoever looks.</summary>
    public void Plan(IReadOnlyList<Slot> slots)
    {
        Slots = slots;
        var now = TimeProvider.System.GetUtcNow();
        foreach (var panel in _panels)
        {
            for (DateTimeOffset? from = now; from < now + Ahead;)
            {
                var (show, until) = rules(slots, panel.Panel, from.Value);
                Decide(panel.Id, show, from.Value, until);
                from = until;
            }
        }
    }

    /// <summary>An edit was answered.</summary>
    public void Answered(Slot slot, bool ok) => History.Add(at => new EditAnswered(at, SlotRow.Name(slot), SlotRow.Of(slot), ok));

    /// <summary>Before a blank of all panels is asked for. What is on the line already may land, and nobody out here can tell whether something is.</summary>
    public void Blanking() => _panels.ForEach(panel => History.Add(at => new PacketHanded(at, panel.Id)));

    /// <summary>The site said that a blank of all panels is in force.</summary>
    public void Blanked(int number) => History.Add(at => new BlankPressed(at, number, []));

    /// <summary>What the site claims that a card acknowledged.</summary>
    /// <param name="since">The number of the next event, before the site was asked.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="sent">The digest in hexadecimal; null for nothing.</param>
    public void Claimed(int since, string panel, string? sent) =>
        History.Add(at => new StatusSeen(at, since, panel, sent is null ? null : new ShowDigest(sent)));

    /// <summary>The site is gone, and this is what it left in its database.</summary>
    public void Left(IReadOnlyList<Slot> slots)
    {
        History.Add(at => new SiteEnded(at));
        var rows = slots.ToDictionary(SlotRow.Name, SlotRow.Of);
        History.Add(at => new RowsRead(at, rows));
    }

    /// <summary>Looks at every glass a last time and holds everything against the invariants.</summary>
    public void Check()
    {
        _panels.ForEach(panel => panel.Look());
        InvariantChecker.AssertHolds(History, seed);
    }

    /// <summary>The last events for a message, without the many looks at a glass.</summary>
    public string Tail(int most = 12) => string.Join(Environment.NewLine, History.Events.Where(one => one is not GlassSeen).TakeLast(most));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var panel in _panels)
        {
            await panel.DisposeAsync();
        }
    }

    private void Decide(string panel, Show show, DateTimeOffset from, DateTimeOffset? until)
    {
        History.Add(at => new ShowApproved(at, panel, show.Digest, [.. show.Pages.Select(page => page.Revision.Text).Where(words => words.Length > 0)]));
        History.Add(at => new ShowDecided(at, panel, show.Digest, show.IsDark, from, until));
    }
}
