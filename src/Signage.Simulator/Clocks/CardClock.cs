namespace Signage.Simulator.Clocks;

/// <summary>
/// The clock inside one simulated card: runs with a base clock, or stands still and is moved by hand. Each card has its own. Thread-safe.
/// </summary>
/// <param name="source">What it runs with.</param>
public sealed class CardClock(TimeProvider source)
{
    private readonly Lock _lock = new();
    private long _start = source.GetTimestamp();
    private TimeSpan _offset;
    private bool _held;

    /// <summary>Time since the card was powered up.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (_lock)
            {
                return _held ? _offset : _offset + source.GetElapsedTime(_start);
            }
        }
    }

    /// <summary>Stops the clock at its present reading; only <see cref="Advance"/> moves it from now on.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            _offset = _held ? _offset : _offset + source.GetElapsedTime(_start);
            _held = true;
        }
    }

    /// <summary>Moves the clock forward.</summary>
    /// <param name="by">Zero or more.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_lock)
        {
            _offset += by;
        }
    }

    /// <summary>Lets the clock run on with its base clock.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _start = source.GetTimestamp();
            _held = false;
        }
    }
}
