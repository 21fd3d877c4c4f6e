namespace Signage.Web.Accounts.LogIn;

/// <summary>Counts tries by whatever they have in common, in windows of time. Takes a bounded room: of too many keys the one that was quiet longest is forgotten. Thread-safe.</summary>
/// <param name="most">How many tries a window bears; 1 or more.</param>
/// <param name="window">How long a window is. The first try opens it.</param>
/// <param name="time">The clock.</param>
internal sealed class TryLimits(int most, TimeSpan window, TimeProvider time)
{
    /// <summary>How many keys are remembered.</summary>
    public const int MostKeys = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Tries>> _tries = new(StringComparer.Ordinal);
    private readonly LinkedList<Tries> _quietFirst = new();

    /// <summary>How many keys are remembered now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _tries.Count;
            }
        }
    }

    /// <summary>Counts one try; false when the window bears no more, and then it was not counted.</summary>
    public bool Take(string key)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            if (!_tries.TryGetValue(key, out var node))
            {
                if (_tries.Count == MostKeys)
                {
                    _tries.Remove(_quietFirst.First!.Value.Key);
                    _quietFirst.RemoveFirst();
                }

                _tries.Add(key, _quietFirst.AddLast(new Tries(key) { Began = now, Count = 1 }));
                return true;
            }

            _quietFirst.Remove(node);
            _quietFirst.AddLast(node);
            if (time.GetElapsedTime(node.Value.Began, now) >= window)
            {
                (node.Value.Began, node.Value.Count) = (now, 0);
            }

            if (node.Value.Count >= most)
            {
                return false;
            }

            node.Value.Count++;
            return true;
        }
    }

    /// <summary>Whether the window bears no more.</summary>
    public bool IsFull(string key)
    {
        lock (_lock)
        {
            return _tries.TryGetValue(key, out var node) && node.Value.Count >= most && time.GetElapsedTime(node.Value.Began) < window;
        }
    }

    /// <summary>Takes one try back: it was a good one.</summary>
    public void GiveBack(string key)
    {
        lock (_lock)
        {
            if (_tries.TryGetValue(key, out var node) && node.Value.Count > 0)
            {
                node.Value.Count--;
            }
        }
    }

    /// <summary>Forgets what was counted: whoever it was has come in.</summary>
    public void Forget(string key)
    {
        lock (_lock)
        {
            if (_tries.Remove(key, out var node))
            {
                _quietFirst.Remove(node);
            }
        }
    }

    private sealed class Tries(string key)
    {
        public string Key { get; } = key;

        public long Began { get; set; }

        public int Count { get; set; }
    }
}
