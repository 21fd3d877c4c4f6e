namespace Signage.Core.Alerts;

/// <summary>Where the event of a warning stands.</summary>
public enum AlertPhase
{
    /// <summary>The warning holds; its event is still to come (<c>onset</c>).</summary>
    Before,

    /// <summary>The event goes on, or nobody said when it begins.</summary>
    During,
}

/// <summary>A warning that is to be lit now: one info of one message.</summary>
public sealed record ActiveAlert
{
    /// <summary>Names it from round to round: the triple of its message and the place of its info in it, from 0.</summary>
    public string Key => $"{Message.Id}#{Info}";

    /// <summary>The words to light.</summary>
    public required string Words { get; init; }

    /// <summary>How severe.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>Whether its event has begun.</summary>
    public required AlertPhase Phase { get; init; }

    /// <summary>From when it is lit.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when it is lit; not at this instant any more.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Its message.</summary>
    public required AlertMessage Message { get; init; }

    /// <summary>The place of its info among those of the message, from 0.</summary>
    public required int Info { get; init; }

    /// <summary>The messages that it stands for: its own, then those in the book that it replaced, newest first.</summary>
    public required IReadOnlyList<AlertId> Ids { get; init; }

    /// <summary>The area that the site is in, and why.</summary>
    public required AreaMatch Match { get; init; }

    /// <summary>Why it is lit, one line for a person.</summary>
    public required string Why { get; init; }
}
