namespace Signage.Controller.Dispatch;

/// <summary>
/// Why a panel cannot be reached, asked or seen, a sentence for each kind of attempt. A sentence stands until an attempt of its kind has succeeded, so that
/// whoever reads it does not see it come and go while attempts are made. Immutable.
/// </summary>
public sealed record PanelTroubles
{
    /// <summary>All is well.</summary>
    public static PanelTroubles None { get; } = new();

    /// <summary>The show could not be sent or was not taken; null when the last one was. Darkness in its place mends nothing here.</summary>
    public string? Sending { get; init; }

    /// <summary>Darkness could not be sent or was not confirmed; null when the last one was.</summary>
    public string? Darkening { get; init; }

    /// <summary>The card did not answer a question; null when it answered the last one.</summary>
    public string? Asking { get; init; }

    /// <summary>It handed back nothing that could be compared; null when it did, or is not asked.</summary>
    public string? Looking { get; init; }

    /// <summary>Nobody has seen the show for too long; null while somebody has, or nobody ever did.</summary>
    public string? Unseen { get; init; }

    /// <summary>The sentences.</summary>
    public IEnumerable<string> Lines => new[] { Darkening, Sending, Asking, Looking, Unseen }.OfType<string>();
}
