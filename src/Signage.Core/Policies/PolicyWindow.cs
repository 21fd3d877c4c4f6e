using Signage.Core.Panels;
using Signage.Core.Planning;

namespace Signage.Core.Policies;

/// <summary>Which policies bind when over some days, worked out at once, so that verdicts and the next change are looked up. Immutable.</summary>
public sealed class PolicyWindow
{
    private readonly PlanWindow _window;

    private PolicyWindow(PolicyBook book, PlanWindow window) => (Book, _window) = (book, window);

    /// <summary>The policies that it looks at.</summary>
    public PolicyBook Book { get; }

    /// <summary>A window over a stretch of time.</summary>
    /// <param name="book">The policies.</param>
    /// <param name="from">The first instant inside.</param>
    /// <param name="until">The first instant outside, not before <paramref name="from"/>.</param>
    public static PolicyWindow Over(PolicyBook book, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new PolicyWindow(book, PlanWindow.Over(book.Index, from, until));
    }

    /// <summary>A window from an instant on, as long as it can be made quickly.</summary>
    public static PolicyWindow Ahead(PolicyBook book, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new PolicyWindow(book, PlanWindow.Ahead(book.Index, instant));
    }

    /// <summary>True when an instant lies inside.</summary>
    public bool Has(DateTimeOffset instant) => _window.Has(instant);

    /// <summary>The first instant after the given one at which any policy begins or ends to bind; the end of the window when none does inside; null for never.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset instant) => Book.Policies.Count == 0 ? null : _window.NextChange(instant);

    /// <summary>What binds a panel at an instant inside.</summary>
    public PolicyVerdict At(DateTimeOffset instant, PanelId panel)
    {
        var (open, until) = _window.Open(instant, panel);
        return new PolicyVerdict([.. open.Select(Book.Of)], until?.At, until?.IsFar == true);
    }
}
