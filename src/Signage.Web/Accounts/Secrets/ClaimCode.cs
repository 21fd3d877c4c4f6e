namespace Signage.Web.Accounts.Secrets;

/// <summary>
/// 认领码: shown on the console of a site without any account, and typed into its page by whoever sits there. Lives 15 minutes by a clock that nobody sets, is good once. Wrong codes cost whoever types them; this
/// one bears so many that nobody uses it up, and so few that nobody finds it. Kept in memory as a hash only: a site that is started anew shows another one. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class ClaimCode(TimeProvider time)
{
    /// <summary>How long a code lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>How many wrong codes one bears: of 2^50 so many are none, and nobody has the addresses to type them in a quarter of an hour.</summary>
    public const int MostTries = 100_000;

    private const string Subject = "claim";
    private readonly Lock _lock = new();
    private string? _hash;
    private string? _taken;
    private long _madeAt;
    private int _triesLeft;

    private bool IsOpenNow => _hash is not null && _triesLeft > 0 && time.GetElapsedTime(_madeAt) < Life;

    /// <summary>Makes a code; the one before is worth nothing any more.</summary>
    /// <returns>The code, and when it ends.</returns>
    public (string Code, DateTimeOffset Until) Make()
    {
        var code = SpokenCode.Create(SpokenCode.Short);
        lock (_lock)
        {
            (_hash, _taken, _madeAt, _triesLeft) = (SpokenCode.Hash(Subject, code), null, time.GetTimestamp(), MostTries);
        }

        return (code, time.GetUtcNow() + Life);
    }

    /// <summary>Uses the code up; false when it is wrong, too old, used, or was tried too often.</summary>
    public bool Take(string typed)
    {
        var hash = SpokenCode.Hash(Subject, typed);
        lock (_lock)
        {
            if (!IsOpenNow)
            {
                return false;
            }

            if (!SpokenCode.IsSame(_hash!, hash))
            {
                _triesLeft--;
                return false;
            }

            (_hash, _taken) = (null, _hash);
            return true;
        }
    }

    /// <summary>The code that was taken last was good for nothing: it is what it was, unless another was made since.</summary>
    public void GiveBack()
    {
        lock (_lock)
        {
            (_hash, _taken) = (_hash ?? _taken, null);
        }
    }
}
