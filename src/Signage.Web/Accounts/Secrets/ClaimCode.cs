namespace Signage.Web.Accounts.Secrets;

/// <summary>
/// 认领码: shown on the console of a site without any account, and typed into its page by whoever sits there. Lives 15 minutes, bears five wrong tries, is good once. Kept in memory as a hash only:
/// a site that is started anew shows another one. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class ClaimCode(TimeProvider time)
{
    /// <summary>How long a code lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>How many wrong codes one bears.</summary>
    public const int MostTries = 5;

    private const string Subject = "claim";
    private readonly Lock _lock = new();
    private string? _hash;
    private DateTimeOffset _until;
    private int _triesLeft;

    /// <summary>Whether a code could still be used now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return IsOpenNow;
            }
        }
    }

    private bool IsOpenNow => _hash is not null && _triesLeft > 0 && time.GetUtcNow() < _until;

    /// <summary>Makes a code; the one before is worth nothing any more.</summary>
    /// <returns>The code, and when it ends.</returns>
    public (string Code, DateTimeOffset Until) Make()
    {
        var code = SpokenCode.Create(SpokenCode.Short);
        lock (_lock)
        {
            (_hash, _until, _triesLeft) = (SpokenCode.Hash(Subject, code), time.GetUtcNow() + Life, MostTries);
            return (code, _until);
        }
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

            _hash = null;
            return true;
        }
    }
}
