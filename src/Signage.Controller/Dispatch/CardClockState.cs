namespace Signage.Controller.Dispatch;

/// <summary>What is known of the clock inside a panel's card. Immutable.</summary>
public sealed record CardClockState
{
    /// <summary>Nothing: it was never asked, or does not say.</summary>
    public static CardClockState Unknown { get; } = new();

    /// <summary>How far it was off when it was read last, in seconds, positive when it is fast; null when nobody knows.</summary>
    public long? OffSeconds { get; init; }

    /// <summary>When it was read last, site time; null when it never was.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>How far it was off before it was set last, in seconds; null when it was never set, or nobody knew.</summary>
    public long? FoundSeconds { get; init; }

    /// <summary>When it was set last, site time; null when it never was.</summary>
    public DateTimeOffset? SetAt { get; init; }

    /// <summary>Why it could not be set, in one line; null when it could, or was not tried.</summary>
    public string? Refusal { get; init; }

    /// <summary>The same after it was read.</summary>
    /// <param name="shown">What it showed; null when the card does not say.</param>
    /// <param name="wall">What it should show.</param>
    /// <param name="at">Site time.</param>
    public CardClockState Read(DateTime? shown, DateTimeOffset wall, DateTimeOffset at)
    {
        // A card tells whole seconds, so whole seconds are compared: what is off by one may be right.
        var due = new DateTime(wall.DateTime.Ticks - (wall.DateTime.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
        return shown is { } clock ? this with { OffSeconds = (long)(clock - due).TotalSeconds, ReadAt = at } : this with { OffSeconds = null };
    }

    /// <summary>The same after it was set: nobody knows what it shows until it is read again.</summary>
    /// <param name="at">Site time.</param>
    public CardClockState Set(DateTimeOffset at) => this with { OffSeconds = null, FoundSeconds = OffSeconds, SetAt = at, Refusal = null };
}
