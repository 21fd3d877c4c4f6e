namespace Signage.Controller.Health;

/// <summary>
/// The heartbeat of one part of the site: what it does now and since when. A part that waits for something to do is well however long it waits; a
/// part that has been doing one thing for longer than it may is hung. Thread-safe.
/// </summary>
/// <param name="name">The part, such as <c>rounds</c> or <c>panel gate</c>.</param>
/// <param name="time">A clock that never stops.</param>
public sealed class Pulse(string name, TimeProvider time)
{
    private readonly Lock _lock = new();
    private TimeSpan _mayTake;
    private long _since;
    private int _doing;
    private long _beats;

    /// <summary>The part.</summary>
    public string Name => name;

    /// <summary>How many things it has done to their end.</summary>
    public long Beats => Volatile.Read(ref _beats);

    /// <summary>How long it has been at work beyond what it may; null when all is well.</summary>
    public TimeSpan? Overdue
    {
        get
        {
            lock (_lock)
            {
                return _doing == 0 || time.GetElapsedTime(_since) - _mayTake is not { Ticks: > 0 } over ? null : over;
            }
        }
    }

    /// <summary>Begins to do one thing.</summary>
    /// <param name="mayTake">How long it may take.</param>
    /// <returns>Dispose it when the thing is done.</returns>
    public IDisposable Doing(TimeSpan mayTake)
    {
        lock (_lock)
        {
            (_doing, _since, _mayTake) = (_doing + 1, time.GetTimestamp(), mayTake);
        }

        return new Work(this);
    }

    /// <summary>One step of what is being done has come to its end: the time that it may take counts anew.</summary>
    public void Beat()
    {
        lock (_lock)
        {
            _since = time.GetTimestamp();
        }
    }

    private void Done()
    {
        lock (_lock)
        {
            _doing--;
        }

        Interlocked.Increment(ref _beats);
    }

    private sealed class Work(Pulse pulse) : IDisposable
    {
        public void Dispose() => pulse.Done();
    }
}
