namespace Signage.Controller.Health;

/// <summary>One thing that a part of the site does, with the time that it may take. Thread-safe.</summary>
/// <param name="mayTake">How long it, or one step of it, may take.</param>
/// <param name="time">A clock that never stops.</param>
/// <param name="done">Called when it is done.</param>
public sealed class PulseWork(TimeSpan mayTake, TimeProvider time, Action<PulseWork> done) : IDisposable
{
    private readonly Lock _lock = new();
    private long _since = time.GetTimestamp();
    private TimeSpan _more;

    /// <summary>How long it has been going on beyond what it may; negative while it still may.</summary>
    internal TimeSpan Overdue
    {
        get
        {
            lock (_lock)
            {
                return time.GetElapsedTime(_since) - mayTake - _more;
            }
        }
    }

    /// <summary>One step has come to its end: the time that the next one may take counts from now.</summary>
    /// <param name="more">How much longer than usual the next step may take.</param>
    public void Beat(TimeSpan more = default)
    {
        lock (_lock)
        {
            (_since, _more) = (time.GetTimestamp(), more);
        }
    }

    /// <inheritdoc />
    public void Dispose() => done(this);
}
