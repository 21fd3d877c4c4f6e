using Signage.Core.Accounts;

namespace Signage.Web.Accounts.Sessions;

/// <summary>How long sessions last. Pure.</summary>
internal static class SessionLimits
{
    /// <summary>The longest that one lasts, whatever its person does.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(12);

    /// <summary>The longest that nobody does anything in one of a person who approves, blanks or manages.</summary>
    public static readonly TimeSpan ShortIdle = TimeSpan.FromMinutes(15);

    /// <summary>The longest that nobody does anything in any other.</summary>
    public static readonly TimeSpan LongIdle = TimeSpan.FromMinutes(60);

    /// <summary>How long an open page may go on after its session has ended.</summary>
    public static readonly TimeSpan SeenWithin = TimeSpan.FromSeconds(60);

    /// <summary>The most sessions of one person; of one more the one that was quiet longest ends.</summary>
    public const int MostOfPerson = 10;

    /// <summary>The most sessions of a site.</summary>
    public const int Most = 1000;

    // A clock that was set right by this much since makes no session strange.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>Whether a session still holds for an account. A clock that stands before its beginning, or before it was last seen, knows nothing of its age, and ends it.</summary>
    public static bool Holds(Session session, Account account, DateTimeOffset now) =>
        account.Person.Standing is Core.Review.PersonStanding.Active
        && session.Stamp == account.Stamp
        && now - session.Began < Absolute
        && now - session.SeenAt < (PeopleRules.IsShortLived(account.Duties) ? ShortIdle : LongIdle)
        && now > session.Began - Slack
        && now > session.SeenAt - Slack;
}
