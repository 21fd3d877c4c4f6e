using Signage.Trust.Envelopes;

namespace Signage.Trust.Audit;

/// <summary>
/// What happened: who did what to what, and when. Whatever text people typed may stand in it, line breaks included; whoever writes it out escapes it (S34).
/// Secrets never do. Immutable.
/// </summary>
public sealed record AuditFacts
{
    /// <summary>The most characters of an actor, an action, a subject or the name of a detail.</summary>
    public const int MostName = 200;

    /// <summary>The most characters of a detail.</summary>
    public const int MostValue = 4000;

    /// <summary>The most details.</summary>
    public const int MostDetails = 32;

    /// <summary>States what happened.</summary>
    /// <param name="at">When, by the site's clock; kept to the millisecond, in UTC, from 1970.</param>
    /// <param name="actor">Who, such as <c>person:wang</c> or <c>site:suining/a</c>; 1 to 200 characters.</param>
    /// <param name="action">What, such as <c>slogan.approve</c>; 1 to 200 characters.</param>
    /// <param name="subject">To what, such as <c>slogan-7</c>; up to 200 characters.</param>
    /// <param name="details">Whatever else, each name once; put in the order of the names' UTF-16 code units here.</param>
    /// <exception cref="ArgumentException">A text is too long, holds half of a surrogate pair, or a name is missing or stands there twice.</exception>
    public AuditFacts(DateTimeOffset at, string actor, string action, string subject, IEnumerable<KeyValuePair<string, string>>? details = null)
    {
        At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        (Actor, Action, Subject) = (actor, action, subject);
        Details = [.. (details ?? []).OrderBy(detail => detail.Key, StringComparer.Ordinal)];
        if (!IsGood)
        {
            throw new ArgumentException("A text of the entry is missing, too long, twice or broken.", nameof(details));
        }
    }

    /// <summary>When, in UTC, to the millisecond.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Who.</summary>
    public string Actor { get; }

    /// <summary>What.</summary>
    public string Action { get; }

    /// <summary>To what.</summary>
    public string Subject { get; }

    /// <summary>Whatever else, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; }

    private bool IsGood =>
        At.ToUnixTimeMilliseconds() >= 0
        && Actor.Length > 0 && Action.Length > 0
        && new[] { Actor, Action, Subject }.All(text => IsText(text, MostName))
        && Details.Count <= MostDetails && Details.All(detail => detail.Key.Length > 0 && IsText(detail.Key, MostName) && IsText(detail.Value, MostValue))
        && Details.Zip(Details.Skip(1)).All(pair => pair.First.Key != pair.Second.Key);

    private static bool IsText(string text, int most) => text.Length <= most && FieldWriter.CanWrite(text);
}
