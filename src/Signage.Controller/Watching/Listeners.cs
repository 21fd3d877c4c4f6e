using System.Collections.Immutable;

namespace Signage.Controller.Watching;

/// <summary>Those who want to be called when something changed. Callbacks neither wait nor throw. Thread-safe.</summary>
internal sealed class Listeners
{
    private ImmutableList<Action> _listeners = [];

    /// <summary>Calls back from now on.</summary>
    /// <returns>Dispose it to be called no more.</returns>
    public IDisposable Add(Action changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ImmutableInterlocked.Update(ref _listeners, static (list, one) => list.Add(one), changed);
        return new Listening(this, changed);
    }

    /// <summary>Calls everybody, on this thread.</summary>
    public void Tell()
    {
        foreach (var listener in Volatile.Read(ref _listeners))
        {
            listener();
        }
    }

    private sealed class Listening(Listeners owner, Action changed) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref owner._listeners, static (list, one) => list.Remove(one), changed);
    }
}
