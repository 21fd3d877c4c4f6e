using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Signage.Controller.Scheduling;

/// <summary>
/// The decisions for every panel, asked of the arbiter once and kept for as long as they hold: until the next boundary, an edit of the plan, or a
/// clock that was set back. A round without a change then costs next to nothing.
/// </summary>
internal sealed class Decisions
{
    private SitePicture? _picture;
    private DateTimeOffset _from;
    private IReadOnlyList<(Panel Panel, Decision Decision)> _made = [];

    /// <summary>The first instant at which any of them may change; null for never.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>The decision for each panel at an instant.</summary>
    public IReadOnlyList<(Panel Panel, Decision Decision)> At(SitePicture picture, DateTimeOffset now)
    {
        if (!ReferenceEquals(picture, _picture) || now < _from || now >= Until)
        {
            _made = [.. picture.Panels.Select(panel => (panel, Arbiter.Decide(picture.Plan, now, panel.Id)))];
            Until = Arbiter.NextBoundary(picture.Plan, now);
            (_picture, _from) = (picture, now);
        }

        return _made;
    }
}
