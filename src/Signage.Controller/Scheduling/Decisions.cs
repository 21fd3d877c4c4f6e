using Signage.Controller.Planning;
using Signage.Core.Panels;
using Signage.Core.Planning;
using Signage.Core.Policies;

namespace Signage.Controller.Scheduling;

/// <summary>
/// The decisions for every panel, as far as the policies let them, asked once and kept for as long as they hold: until the next boundary of plan or policies, an
/// edit, or a clock that was set back. A round without a change then costs next to nothing, and a boundary does not look at days that were looked at before.
/// </summary>
internal sealed class Decisions
{
    private SitePicture? _picture;
    private BoundWindow? _window;
    private DateTimeOffset _from;
    private IReadOnlyList<(Panel Panel, BoundDecision Bound)> _made = [];

    /// <summary>The first instant at which any of them may change; null for never.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>The decision for each panel at an instant, bound by the policies.</summary>
    public IReadOnlyList<(Panel Panel, BoundDecision Bound)> At(SitePicture picture, DateTimeOffset now)
    {
        if (!ReferenceEquals(picture, _picture) || now < _from || now >= Until)
        {
            var (plan, policies) = (Plan(picture, now), Policies(picture, now));
            var window = _window = _window is { } known && known.Plan == plan && known.Policies == policies ? known : new BoundWindow(plan, policies);
            _made = [.. picture.Panels.Select(panel => (panel, window.At(now, panel)))];
            Until = window.NextChange(now);
            (_picture, _from) = (picture, now);
        }

        return _made;
    }

    private PlanWindow Plan(SitePicture picture, DateTimeOffset now) =>
        _window?.Plan is not { } known || !ReferenceEquals(known.Index.Plan, picture.Plan) ? PlanWindow.Ahead(new PlanIndex(picture.Plan), now)
        : known.Has(now) ? known
        : PlanWindow.Ahead(known.Index, now);

    private PolicyWindow Policies(SitePicture picture, DateTimeOffset now) =>
        _window?.Policies is { } known && ReferenceEquals(known.Book, picture.Policies) && known.Has(now) ? known : PolicyWindow.Ahead(picture.Policies, now);
}
