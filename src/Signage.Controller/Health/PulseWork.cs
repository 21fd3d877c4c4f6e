namespace Signage.Controller.Health;

/// <summary>One thing that a part of the site does, with the time that it may take. Thread-safe.</summary>
/// <param name="mayTake">How long it, or one step of it, may take.</param>
/// <param name="time">A clock that never stops.</param>
/// <param name="done">Called when it is done.</param>
public sealed class PulseWork(TimeSpan mayTake, TimeProvider time, Action<PulseWork> done) : IDisposable
{
    private long _since = time.GetTimestamp();

    /// <summary>How long it has been going on beyond what it may; negative while it still may.</summary>
    internal TimeSpan Overdue => time.GetElapsedTime(Volatile.Read(ref _since)) - mayTake;

    /// <summary>One step has come to its end: the time that it may take counts anew.</summary>
    public void Beat() => Volatile.Write(ref _since, time.GetTimestamp());

    /// <inheritdoc />
    public void Dispose() => done(this);
}
