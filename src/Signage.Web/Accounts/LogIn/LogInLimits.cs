using Signage.Core.Accounts;

namespace Signage.Web.Accounts.LogIn;

/// <summary>
/// How often anybody may try. Five wrong tries close an account for ten minutes to browsers that its person has not used before; a browser that has come in once has a count of its own and no other, so that
/// nobody elsewhere can keep a person out who sits where he always sits. Of whoever is not known an address has a count, so that one machine cannot close many accounts, and a name has one, known or not, so that
/// neither can be told from the other. Whoever comes in has its tries given back, so that many who work behind one address do not use them up.
/// </summary>
internal sealed class LogInLimits(AccountClock clock)
{
    /// <summary>Wrong tries that close an account, and tries that a known browser bears.</summary>
    public const int MostWrong = 5;

    /// <summary>How long it stays closed, and how long tries are counted.</summary>
    public static readonly TimeSpan Window = Account.LongestLock;

    private const int MostOfName = 10;
    private const int MostOfAddress = 30;
    private const int MostOfDoor = 5;

    /// <summary>Tries from one address, from browsers that are not known, at passwords and one-time codes.</summary>
    public TryLimits Addresses { get; } = new(MostOfAddress, Window, clock.Time);

    /// <summary>Tries at one name from browsers that its person has not used before.</summary>
    public TryLimits Names { get; } = new(MostOfName, Window, clock.Time);

    /// <summary>Tries from one known browser.</summary>
    public TryLimits Browsers { get; } = new(MostWrong, Window, clock.Time);

    /// <summary>Wrong codes from one address, at claiming and at invitations: they cost whoever types them, never the code.</summary>
    public TryLimits Doors { get; } = new(MostOfDoor, Window, clock.Time);
}
