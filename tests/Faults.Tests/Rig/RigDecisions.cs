using Signage.Core.Planning;
using Signage.Core.Shows;
using Signage.Testing.Invariants;

namespace Faults.Tests.Rig;

/// <summary>What the test knows to be right, told to the history before the site can act on it.</summary>
/// <param name="oracle">The pure rules.</param>
/// <param name="history">Is told.</param>
internal sealed class RigDecisions(PlanOracle oracle, SiteHistory history)
{
    private readonly Dictionary<string, (ShowDigest Show, DateTimeOffset? Until)> _told = [];
    private readonly HashSet<(string, ShowDigest)> _approved = [];

    /// <summary>The slots.</summary>
    public IReadOnlyList<Slot> Slots { get; set; } = [];

    /// <summary>The panels that a person has blanked; null for none, empty for all.</summary>
    public IReadOnlyList<string>? Blanked { get; set; }

    /// <summary>The show that a panel must have at an instant.</summary>
    public Show Expected(RigPanel panel, DateTimeOffset instant) => At(panel, instant).Show;

    /// <summary>Tells what holds from an instant on; true when that is another show than before for any panel.</summary>
    public bool Tell(IEnumerable<RigPanel> panels, DateTimeOffset instant)
    {
        var changed = false;
        foreach (var panel in panels)
        {
            var (show, until) = At(panel, instant);
            var known = _told.TryGetValue(panel.Id, out var before);
            if (known && before == (show.Digest, until))
            {
                continue;
            }

            changed |= !known || before.Show != show.Digest;
            _told[panel.Id] = (show.Digest, until);
            Approve(panel, show);
            history.Add(at => new ShowDecided(at, panel.Id, show.Digest, show.IsDark, instant, until));
        }

        return changed;
    }

    private (Show Show, DateTimeOffset? Until) At(RigPanel panel, DateTimeOffset instant) =>
        Blanked is { } blanked && (blanked.Count == 0 || blanked.Contains(panel.Id)) ? (oracle.Of(panel.Panel), null) : oracle.At(Slots, panel.Panel, instant);

    private void Approve(RigPanel panel, Show show)
    {
        if (_approved.Add((panel.Id, show.Digest)))
        {
            history.Add(at => new ShowApproved(
                at, panel.Id, show.Digest, [.. show.Pages.Select(page => page.Revision.Text).Where(words => words.Length > 0)]));
        }
    }
}
