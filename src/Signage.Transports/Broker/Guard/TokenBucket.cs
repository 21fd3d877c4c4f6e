namespace Signage.Transports.Broker.Guard;

/// <summary>So many at once, and so many a second. Not thread-safe.</summary>
internal sealed class TokenBucket(int burst, int perSecond, TimeProvider time)
{
    private double _left = burst;
    private long _at = time.GetTimestamp();

    public bool IsFull
    {
        get
        {
            Refill();
            return _left >= burst;
        }
    }

    public bool TryTake()
    {
        Refill();
        if (_left < 1)
        {
            return false;
        }

        _left--;
        return true;
    }

    /// <summary>Takes what was used already; below zero it answers how long to wait.</summary>
    public TimeSpan Charge(int count)
    {
        Refill();
        _left -= count;
        return _left >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_left / perSecond);
    }

    public void GiveBack() => _left = Math.Min(burst, _left + 1);

    private void Refill()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(burst, _left + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
    }
}
