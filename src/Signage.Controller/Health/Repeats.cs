namespace Signage.Controller.Health;

/// <summary>Keeps a failure that comes back every second from filling the log: the same words are news once a minute.</summary>
/// <param name="time">A clock that never stops.</param>
internal sealed class Repeats(TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private string? _last;
    private long _saidAt;

    /// <summary>True when this is to be said now.</summary>
    public bool IsNews(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var words = $"{failure.GetType().Name} {failure.Message}";
        if (words == _last && time.GetElapsedTime(_saidAt) < Every)
        {
            return false;
        }

        (_last, _saidAt) = (words, time.GetTimestamp());
        return true;
    }
}
