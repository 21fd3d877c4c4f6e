using Signage.Core.Review;

namespace Signage.Core.Accounts;

/// <summary>账号: how one person of a site comes in. It is never deleted, because the audit names it for good. Immutable.</summary>
/// <param name="Id">Names the person for good; 1 to 64 characters. The same as <see cref="Person.Id"/>.</param>
/// <param name="Login">What the person types.</param>
/// <param name="Name">What others call the person.</param>
/// <param name="Duties">What the person may do.</param>
public sealed record Account(string Id, LoginName Login, string Name, Duty Duties)
{
    /// <summary>The longest that wrong tries close an account: what says more than that was written by a clock that stood wrong.</summary>
    public static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(10);

    /// <summary>Whether the person still may.</summary>
    public PersonStanding Standing { get; init; } = PersonStanding.Active;

    /// <summary>The hash of the password, with its own salt and rounds; null while the person has set none.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>When the password was set; null while there is none.</summary>
    public DateTimeOffset? PasswordSetAt { get; init; }

    /// <summary>Changes whenever the person proves anew who it is: sessions and known browsers of another stamp are worth nothing.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>The secret of the one-time codes, sealed; null while none is set up.</summary>
    public SealedBytes? CodeSecret { get; init; }

    /// <summary>The last step of time (RFC 6238) whose code was used: no code of it or of one before is taken again. -1 while none was.</summary>
    public long LastCodeStep { get; init; } = -1;

    /// <summary>What is kept of each recovery code that was not used yet.</summary>
    public IReadOnlyList<string> RecoveryHashes { get; init; } = [];

    /// <summary>Until when nobody comes in from a browser that this person has not used before; null when that is not so. Wrong tries themselves are counted in memory, and not here.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>A code to set a password with; null when none was given or it was used.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>Who invited the person again, so that only somebody else gives it duties whose word lights panels; null when nobody did, or somebody else has given one since.</summary>
    public string? InvitedAgainBy { get; init; }

    /// <summary>The person's signing key, locked by a secret of the person; null while there is none.</summary>
    public SealedBytes? SigningKey { get; init; }

    /// <summary>Which writing of the account this is: 1 the first. Whoever changes it says which one was read.</summary>
    public long Version { get; init; }

    /// <summary>The person whose account it is.</summary>
    public Person Person => new(Id, Name, Duties, Standing);

    /// <summary>Whether wrong tries have closed it to unknown browsers now. A clock that stood in another year when that was written closes nothing.</summary>
    public bool IsLocked(DateTimeOffset now) => LockedUntil > now && LockedUntil - now <= LongestLock;

    /// <summary>Who it is, and no secret: whatever is printed may end in a log.</summary>
    public override string ToString() => $"{Id} ({Login}), version {Version}";
}
