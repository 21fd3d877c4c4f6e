namespace Signage.Core.Alerts;

/// <summary>A message as a site keeps it, and what people did with it.</summary>
/// <param name="Name">The triple that names it, see <see cref="AlertId.ToString"/>.</param>
/// <param name="Sent">When it was sent; what is older than <see cref="AlertBook.Longest"/> is forgotten.</param>
/// <param name="Document">The message alone, as it came, to be read again.</param>
/// <param name="TakenBy">Who brought it.</param>
/// <param name="TakenAt">When.</param>
public sealed record AlertRecord(string Name, DateTimeOffset Sent, string Document, string TakenBy, DateTimeOffset TakenAt)
{
    /// <summary>Who lets its words onto the panels, and when; null while nobody did.</summary>
    public AlertDeed? Approved { get; init; }

    /// <summary>解除: who ended it at this site, and when; null while nobody did.</summary>
    public AlertDeed? Cleared { get; init; }
}

/// <summary>What a person did with a warning.</summary>
/// <param name="By">Who; 1 to 100 characters.</param>
/// <param name="At">When, by the site's clock.</param>
public sealed record AlertDeed(string By, DateTimeOffset At);
