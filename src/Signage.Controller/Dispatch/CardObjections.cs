namespace Signage.Controller.Dispatch;

/// <summary>
/// What a card reports or hands back that speaks against its being what it was told, a sentence for each matter. A sentence stands until the card itself says otherwise on
/// that very matter: an attempt to mend it takes nothing back. Immutable.
/// </summary>
public sealed record CardObjections
{
    /// <summary>Nothing speaks against it.</summary>
    public static CardObjections None { get; } = new();

    /// <summary>It was to be dark, and reports that it is lit; null when it does not.</summary>
    public string? Lit { get; init; }

    /// <summary>It reports that it shows other content; null when it does not.</summary>
    public string? Content { get; init; }

    /// <summary>It was to be lit, and reports that it is switched off or asleep; null when it does not.</summary>
    public string? Power { get; init; }

    /// <summary>It was to be lit, and reports a brightness of nothing; null when it does not.</summary>
    public string? Brightness { get; init; }

    /// <summary>The pixels that it hands back are others, for longer than they may; null when they are not.</summary>
    public string? Pixels { get; init; }

    /// <summary>It reports another face than the panel is enrolled with; null when it does not.</summary>
    public string? Face { get; init; }

    /// <summary>True when the panel cannot be called what is desired, which is lit.</summary>
    public bool AgainstLight => (Content ?? Power ?? Brightness ?? Pixels ?? Face) is not null;

    /// <summary>True when the panel cannot be called dark. A card that shows content of its own has not taken our darkness either.</summary>
    public bool AgainstDarkness => (Lit ?? Content) is not null;

    /// <summary>The sentences, the gravest first.</summary>
    public IEnumerable<string> Lines => new[] { Lit, Content, Power, Brightness, Pixels, Face }.OfType<string>();
}
