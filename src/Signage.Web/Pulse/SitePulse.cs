using Signage.Core.Ports;
using Signage.Web.Hosting;

namespace Signage.Web.Pulse;

/// <summary>
/// Tells the pages of one visitor that the site has changed: at once after a quiet time, and never more often than four times a second. It does not
/// ask by itself. Safe to use from many threads; owned by the visitor's scope.
/// </summary>
public sealed class SitePulse : IDisposable
{
    /// <summary>The shortest time from one beat to the next.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);

    private readonly ISiteWindow _window;
    private readonly TimeProvider _line;
    private readonly ITimer _timer;
    private readonly IDisposable _listening;
    private readonly Lock _lock = new();
    private long _last;
    private bool _due;
    private SiteView _view;

    /// <summary>Begins to listen to the site.</summary>
    public SitePulse(ISiteWindow window, PageClocks clocks)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(clocks);
        _window = window;
        _line = clocks.Line;
        _last = _line.GetTimestamp();
        _timer = _line.CreateTimer(_ => Beat(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _listening = window.OnChange(Ring);

        // After listening has begun, so that no change falls between the two.
        _view = window.Now;
    }

    /// <summary>Called after each beat, from any thread.</summary>
    public event Action? Beaten;

    /// <summary>The site as of the last beat.</summary>
    public SiteView View => Volatile.Read(ref _view);

    /// <inheritdoc />
    public void Dispose()
    {
        _listening.Dispose();
        _timer.Dispose();
    }

    private void Ring()
    {
        lock (_lock)
        {
            if (_due)
            {
                return;
            }

            _due = true;
            var left = Shortest - _line.GetElapsedTime(_last);
            _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Beat()
    {
        lock (_lock)
        {
            // From here on a change asks for another beat: what is read below may not hold it.
            (_due, _last) = (false, _line.GetTimestamp());
        }

        Volatile.Write(ref _view, _window.Now);
        Beaten?.Invoke();
    }
}
