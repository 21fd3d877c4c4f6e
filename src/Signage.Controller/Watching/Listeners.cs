using System.Collections.Immutable;

namespace Signage.Controller.Watching;

/// <summary>Those who want to be called when something changed. Callbacks neither wait nor throw; one may still be called while it is being disposed. Thread-safe.</summary>
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

    /// <summary>Calls everybody, on this thread. One who throws against the agreement keeps nobody else from being called.</summary>
    /// <exception cref="AggregateException">What was thrown, after everybody was called.</exception>
    public void Tell()
    {
        List<Exception>? failures = null;
        foreach (var listener in Volatile.Read(ref _listeners))
        {
            try
            {
                listener();
            }
            catch (Exception failure)
            {
                (failures ??= []).Add(failure);
            }
        }

        if (failures is not null)
        {
            throw new AggregateException(failures);
        }
    }

    private sealed class Listening(Listeners owner, Action changed) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref owner._listeners, static (list, one) => list.Remove(one), changed);
    }
}
