using System.Collections.Immutable;
using Signage.Controller.Watching;
using Signage.Core.Panels;

namespace Signage.Controller.Dispatch;

/// <summary>The states of all panels: one immutable table, swapped whole, that anybody may read and wait on.</summary>
public sealed class PanelBoard
{
    private readonly Lock _lock = new();
    private ImmutableSortedDictionary<string, PanelState> _states = ImmutableSortedDictionary.Create<string, PanelState>(StringComparer.Ordinal);
    private readonly Listeners _listeners = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All panels by id, as of now.</summary>
    public IReadOnlyList<PanelState> Now => [.. Volatile.Read(ref _states).Values];

    /// <summary>One panel; null when it is not enrolled.</summary>
    public PanelState? Find(PanelId id) => Volatile.Read(ref _states).GetValueOrDefault(id.Value);

    /// <summary>Replaces a panel's state; a panel not seen before starts fresh.</summary>
    /// <returns>The state before and after.</returns>
    public (PanelState Before, PanelState After) Change(Panel panel, Func<PanelState, PanelState> change)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(change);
        TaskCompletionSource waiting;
        (PanelState, PanelState) result;
        lock (_lock)
        {
            var known = _states.GetValueOrDefault(panel.Id.Value);
            var before = known ?? PanelState.Fresh(panel);
            var after = change(before);
            result = (before, after);
            if (known == after)
            {
                // Nothing new: nobody is woken, so that a round without a change costs nothing.
                return result;
            }

            _states = _states.SetItem(panel.Id.Value, after);
            waiting = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.TrySetResult();
        _listeners.Tell();
        return result;
    }

    /// <summary>Calls back after every change, from the thread that made it; the callback neither waits nor throws.</summary>
    /// <returns>Dispose it to be called no more.</returns>
    public IDisposable OnChange(Action changed) => _listeners.Add(changed);

    /// <summary>Waits until the table is as wished; looks again at every change.</summary>
    public async Task<IReadOnlyList<PanelState>> WaitAsync(Func<IReadOnlyList<PanelState>, bool> wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        while (true)
        {
            Task changed;
            IReadOnlyList<PanelState> now;
            lock (_lock)
            {
                (changed, now) = (_changed.Task, Now);
            }

            if (wish(now))
            {
                return now;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
