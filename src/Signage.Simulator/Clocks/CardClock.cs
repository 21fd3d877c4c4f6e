namespace Signage.Simulator.Clocks;

/// <summary>
/// The clock inside one simulated card: runs with a base clock, or stands still and is moved by hand. Each card has its own. Thread-safe.
/// </summary>
/// <param name="source">What it runs with.</param>
public sealed class CardClock(TimeProvider source)
{
    // Cards come from China, and show its time until somebody sets them.
    private static readonly TimeSpan Factory = TimeSpan.FromHours(8);

    private readonly Lock _lock = new();
    private long _start = source.GetTimestamp();
    private TimeSpan _offset;
    private bool _held;
    private (DateTime Shown, TimeSpan At) _wall = (source.GetUtcNow().ToOffset(Factory).DateTime, TimeSpan.Zero);

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

    /// <summary>
    /// What its calendar shows: Beijing time, as from the factory, until it is set. It goes on without power, as a clock with a battery does, and stops at the end of the calendar.
    /// </summary>
    public DateTime Wall
    {
        get
        {
            lock (_lock)
            {
                var passed = Now - _wall.At;
                return passed < DateTime.MaxValue - _wall.Shown ? _wall.Shown + passed : DateTime.MaxValue;
            }
        }
    }

    /// <summary>Sets its calendar, as a person at the card or a command would. The time that pages play by does not change.</summary>
    /// <param name="shown">What it shows from now on.</param>
    public void SetWall(DateTime shown)
    {
        lock (_lock)
        {
            _wall = (shown, Now);
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
