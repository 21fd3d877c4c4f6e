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
    private readonly List<PulseWork> _works = [];
    private long _beats;

    /// <summary>The part.</summary>
    public string Name => name;

    /// <summary>How many things it has done to their end.</summary>
    public long Beats => Volatile.Read(ref _beats);

    /// <summary>How long one of the things that it does has been going on beyond what it may, the worst of them; null when all is well.</summary>
    public TimeSpan? Overdue
    {
        get
        {
            lock (_lock)
            {
                var worst = _works.Count == 0 ? TimeSpan.Zero : _works.Max(work => work.Overdue);
                return worst > TimeSpan.Zero ? worst : null;
            }
        }
    }

    /// <summary>Begins to do one thing. Several may be done at once; each has its own time.</summary>
    /// <param name="mayTake">How long it may take.</param>
    /// <returns>Dispose it when the thing is done.</returns>
    public PulseWork Doing(TimeSpan mayTake)
    {
        var work = new PulseWork(mayTake, time, Done);
        lock (_lock)
        {
            _works.Add(work);
        }

        return work;
    }

    private void Done(PulseWork work)
    {
        lock (_lock)
        {
            if (!_works.Remove(work))
            {
                return;
            }
        }

        Interlocked.Increment(ref _beats);
    }
}
