namespace Signage.Renderer.Boards;

/// <summary>What stands on a board.</summary>
/// <param name="Title">The slogan or the title of the news; a full-width space is a pause at which a line may end. At most 60 characters.</param>
public sealed record BoardItem(string Title)
{
    /// <summary>Most characters of a title.</summary>
    public const int MostTitle = 60;

    /// <summary>Most characters of all paragraphs together.</summary>
    public const int MostBody = 3000;

    /// <summary>Most paragraphs.</summary>
    public const int MostParagraphs = 30;

    /// <summary>Most characters of the place, and of who speaks.</summary>
    public const int MostLine = 60;

    /// <summary>The paragraphs below the title; none for a slogan that stands alone. At most 30 of together 3,000 characters.</summary>
    public IReadOnlyList<string> Body { get; init; } = [];

    /// <summary>Where more is to be read, an address of http or https; null when there is nothing. Printed as a QR code.</summary>
    public Uri? Link { get; init; }

    /// <summary>The place that the board belongs to, on one line above the title; null for none. At most 60 characters.</summary>
    public string? Place { get; init; }

    /// <summary>Who speaks, on one line below everything; null for nobody. At most 60 characters.</summary>
    public string? Signer { get; init; }

    /// <summary>The day of the signature; null for none.</summary>
    public DateOnly? Day { get; init; }
}
