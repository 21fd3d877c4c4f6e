namespace Signage.Transports.Mqtt;

/// <summary>How many bytes may wait for a reader. Taken by one task, given back by another.</summary>
/// <param name="most">The bound.</param>
internal sealed class ByteBudget(int most)
{
    private int _taken;

    /// <summary>Takes so many; false, and nothing is taken, when they do not fit in any more.</summary>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= most)
        {
            return true;
        }

        GiveBack(bytes);
        return false;
    }

    /// <summary>They were read, or dropped.</summary>
    public void GiveBack(int bytes) => Interlocked.Add(ref _taken, -bytes);
}
